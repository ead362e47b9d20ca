package io.quantkit.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PanelQualityTest {
  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final SeriesValidator VALIDATOR = SeriesValidator.of(XNYS);

  private static BarSeries walk(
      String symbol, long seed, IntPredicate kept, int bad, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(Symbol.of(symbol), Timeframe.DAY_1);
    double close = 100;
    int i = 0;
    for (Session session : XNYS.sessions(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1))) {
      double open = close;
      close *= 0.99 + 0.02 * random.nextDouble();
      double told = i == bad ? close * factor : close;
      double volume = 1000 + random.nextInt(1000);
      if (kept.test(i++)) {
        builder.add(
            Timeframe.DAY_1.startOf(session.date(), XNYS),
            session.close(),
            open,
            Math.max(open, told) * 1.001,
            Math.min(open, told) * 0.999,
            told,
            volume);
      }
    }
    return builder.build();
  }

  private static List<BarSeries> six(BarSeries sixth) {
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < 5; s++) {
      series.add(walk("S" + s, s, i -> true, -1, 1));
    }
    series.add(sixth);
    return series;
  }

  @Test
  void soundSeriesAreClean() {
    assertThat(VALIDATOR.validate(six(walk("X", 9, i -> true, -1, 1))).clean()).isTrue();
  }

  @Test
  void oneFileUnderTwoNamesIsFound() {
    DataQualityReport report = VALIDATOR.validate(six(walk("X", 3, i -> true, -1, 1)));

    assertThat(report.count(QualityRule.IDENTICAL_SERIES)).isEqualTo(1);
    assertThat(report.findings().get(0).message()).isEqualTo("253 of 253 closes are those of S3");
  }

  @Test
  void aSessionThatOneLacksIsFound() {
    BarSeries lacking = walk("X", 9, i -> i != 100, -1, 1);

    DataQualityReport report = VALIDATOR.validate(six(lacking));

    assertThat(report.count(QualityRule.SESSION_MISSING)).isEqualTo(1);
    assertThat(report.findings().get(0).symbol()).isEqualTo(Symbol.of("X"));
    assertThat(report.findings().get(0).time()).isGreaterThan(lacking.start(99));
  }

  @Test
  void aSessionThatOneAloneHasIsFound() {
    List<BarSeries> series = new ArrayList<>();
    for (int s = 0; s < 5; s++) {
      series.add(walk("S" + s, s, i -> i != 100, -1, 1));
    }
    BarSeries alone = walk("X", 9, i -> true, -1, 1);
    series.add(alone);

    DataQualityReport report = VALIDATOR.validate(series);

    assertThat(report.count(QualityRule.LONE_STAMP)).isEqualTo(1);
    assertThat(report.count(QualityRule.SESSION_MISSING)).isZero();
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule() == QualityRule.LONE_STAMP)
        .extracting(Finding::time)
        .containsExactly(alone.start(100));
  }

  @Test
  void aMoveApartFromAllOthersAndBackIsFound() {
    BarSeries bad = walk("X", 9, i -> true, 100, 1.2);

    DataQualityReport report = VALIDATOR.validate(six(bad));

    assertThat(report.findings())
        .filteredOn(finding -> finding.rule() == QualityRule.CROSS_SYMBOL)
        .extracting(Finding::time)
        .containsExactly(bad.start(100));
  }

  @Test
  void twoSourcesOfASymbolAreCompared() {
    BarSeries one = walk("X", 9, i -> true, -1, 1);
    BarSeries other = walk("X", 9, i -> i != 50, 100, 1.02);

    DataQualityReport report = VALIDATOR.compare(one, other);

    assertThat(report.counts())
        .hasSize(2)
        .containsEntry(QualityRule.SESSION_MISSING, 1L)
        .containsEntry(QualityRule.SOURCE_DISAGREEMENT, 1L);
    assertThat(report.findings())
        .extracting(Finding::time)
        .containsExactly(one.start(50), one.start(100));
    assertThatThrownBy(() -> VALIDATOR.compare(one, walk("Y", 9, i -> true, -1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
