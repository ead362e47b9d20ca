package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantkit.core.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class TearSheetTest {

  @Test
  void rejectsTimesThatDoNotIncrease() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TearSheet.builder("T", new long[] {5, 5}, 12, new double[2]))
        .withMessage("times must increase, were 5 at 1 after 5");
  }

  @Test
  void rejectsSeriesOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().benchmark("Index", new double[2]))
        .withMessage("'Index' must have 3 values, one per time, had 2");
  }

  @Test
  void rejectsAYearWithoutPeriods() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TearSheet.builder("T", new long[1], 0, new double[1]))
        .withMessage("periodsPerYear must be positive and finite, was 0.0");
  }

  @Test
  void rejectsTwoCurvesOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().benchmark("Strategy", new double[3]).build())
        .withMessage("two curves are named 'Strategy'");
  }

  @Test
  void rejectsMeasuresOfNoCurve() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().measure("Other", sharpe("a")).build())
        .withMessage("measures are given for no curve: 'Other'");
  }

  @Test
  void rejectsAMeasureGivenTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().measures("Strategy", List.of(sharpe("a"), sharpe("a"))).build())
        .withMessage("measure 'Sharpe ratio' is given twice for 'Strategy'");
  }

  @Test
  void rejectsOneMeasureWithTwoConventions() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                builder()
                    .benchmark("Index", new double[3])
                    .measure("Strategy", sharpe("ddof 1"))
                    .measure("Index", sharpe("ddof 0"))
                    .build())
        .withMessage("measure 'Sharpe ratio' must have one unit and convention on all curves");
  }

  @Test
  void rejectsAHeadlineThatNamesNoMeasure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().headlines(List.of("Luck")).build())
        .withMessage("no measure is named 'Luck'");
  }

  @Test
  void rejectsAnExitBeforeTheEntry() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RoundTrip(Symbol.of("A"), RoundTrip.Direction.LONG, 1, 10, 9, 1, 1, 0, 0, 0))
        .withMessage("exitTime must not be before entryTime 10, was 9");
  }

  @Test
  void rollingWindowIsWholeYearsOfAtLeast36Periods() {
    assertThat(window(12)).isEqualTo(36);
    assertThat(window(52)).isEqualTo(52);
    assertThat(window(252)).isEqualTo(252);
    assertThat(window(4)).isEqualTo(36);
  }

  @Test
  void aBuilderCanGoOnAfterBuilding() {
    TearSheet.Builder builder = builder();
    TearSheet before = builder.build();

    builder.note("later");

    assertThat(before.statements()).isEmpty();
    assertThat(builder.build().statements()).hasSize(1);
  }

  private static int window(double periodsPerYear) {
    return TearSheet.builder("T", new long[1], periodsPerYear, new double[1])
        .build()
        .rollingWindow();
  }

  private static TearSheet.Builder builder() {
    return TearSheet.builder("T", new long[] {0, 1, 2}, 12, new double[3]);
  }

  private static Measure sharpe(String convention) {
    return new Measure("Ratio", "Sharpe ratio", 1, Unit.RATIO, convention);
  }
}
