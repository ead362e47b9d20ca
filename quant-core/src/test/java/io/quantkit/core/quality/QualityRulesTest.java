package io.quantkit.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataValidationException;
import org.junit.jupiter.api.Test;

class QualityRulesTest {
  private static final QualityRules STANDARD = QualityRules.standard();

  @Test
  void everyRuleSaysWhatItAsksForAndWhatItProtectsFrom() {
    for (QualityRule rule : QualityRule.values()) {
      assertThat(rule.description()).isNotBlank();
      assertThat(rule.protects()).isNotBlank();
      rule.parameters()
          .forEach(
              parameter -> {
                assertThat(STANDARD.value(rule, parameter.name())).isEqualTo(parameter.value());
                assertThat(parameter.meaning()).isNotBlank();
              });
    }
    assertThat(QualityRule.values()).hasSizeGreaterThan(50);
  }

  @Test
  void changesLeaveTheStandardAlone() {
    QualityRules changed =
        STANDARD
            .with(QualityRule.GAP, "bars", 20)
            .with(QualityRule.GAP, Severity.ERROR)
            .with(QualityRule.GAP, RuleAction.REJECT)
            .without(QualityRule.JUMP);

    assertThat(changed.value(QualityRule.GAP, "bars")).isEqualTo(20);
    assertThat(changed.severity(QualityRule.GAP)).isEqualTo(Severity.ERROR);
    assertThat(changed.action(QualityRule.GAP)).isEqualTo(RuleAction.REJECT);
    assertThat(changed.applies(QualityRule.JUMP)).isFalse();
    assertThat(changed).isNotEqualTo(STANDARD);
    assertThat(STANDARD.value(QualityRule.GAP, "bars")).isEqualTo(5);
    assertThat(STANDARD.applies(QualityRule.JUMP)).isTrue();
    assertThat(STANDARD.only(QualityRule.GAP).applied()).containsExactly(QualityRule.GAP);
  }

  @Test
  void unknownParametersAndSenselessValuesAreRefused() {
    assertThatThrownBy(() -> STANDARD.with(QualityRule.GAP, "days", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter of GAP must be one of [bars], was 'days'");
    assertThatThrownBy(() -> STANDARD.with(QualityRule.GAP, "bars", -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rulesThatDoNotApplyFindNothing() {
    Rows rows = Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01);
    rows.row(30).values[4] *= 100_000;
    SeriesValidator validator =
        rows.validator().withRules(STANDARD.without(QualityRule.VOLUME_SPIKE));

    assertThat(rows.check().report().count(QualityRule.VOLUME_SPIKE)).isEqualTo(1);
    assertThat(validator.check(rows.raw()).report().clean()).isTrue();
  }

  @Test
  void rowsThatCannotBeBarsAreKeptOutEvenIfNoRuleApplies() {
    Rows rows = Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01);
    rows.row(30).values[1] = -1;
    rows.row(31).values[3] = Double.NaN;
    rows.rows.add(50, rows.row(50).copy());

    CheckedBars checked = rows.validator().withRules(STANDARD.only()).check(rows.raw());

    assertThat(checked.report().clean()).isTrue();
    assertThat(checked.quarantined()).containsExactly(30, 31, 51);
  }

  @Test
  void aRuleThatRejectsRefusesTheWhole() {
    Rows rows = Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01);
    rows.row(30).values[4] = -1;
    QualityRules strict = STANDARD.with(QualityRule.NEGATIVE_VOLUME, RuleAction.REJECT);

    CheckedBars checked = rows.validator().withRules(strict).check(rows.raw());

    assertThat(checked.rejected()).isTrue();
    assertThat(checked.accepted().size()).isEqualTo(rows.size() - 1);
    assertThatThrownBy(checked::series)
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("NEGATIVE_VOLUME");
  }

  @Test
  void aJudgementCanBeMadeToQuarantine() {
    Rows rows = Rows.daily("AAPL", "aapl_daily_2013.csv.gz", 0.01);
    rows.row(30).values[1] *= 3;
    QualityRules strict = STANDARD.with(QualityRule.RANGE_SPIKE, RuleAction.QUARANTINE);

    CheckedBars checked = rows.validator().withRules(strict).check(rows.raw());

    assertThat(checked.quarantined()).containsExactly(30);
    assertThat(checked.series().size()).isEqualTo(rows.size() - 1);
  }
}
