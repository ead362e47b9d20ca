package io.quantkit.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class SeriesValidatorTest {
  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final Symbol X = Symbol.of("X");

  /** Returns the days of 2020 on which the exchange was open, 253 of them, as far as kept. */
  private static BarSeries days(IntPredicate kept) {
    BarSeries.Builder builder = BarSeries.builder(X, Timeframe.DAY_1);
    int i = 0;
    for (Session session : XNYS.sessions(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1))) {
      if (kept.test(i++)) {
        long start = Timeframe.DAY_1.startOf(session.date(), XNYS);
        builder.add(start, session.close(), 1, 1, 1, 1, 1);
      }
    }
    return builder.build();
  }

  private static DataQualityReport validate(BarSeries series) {
    return SeriesValidator.of(XNYS).validate(List.of(series));
  }

  @Test
  void wholeSeriesAreClean() {
    DataQualityReport report = validate(days(i -> true));

    assertThat(report.clean()).isTrue();
    assertThat(report.coverages().get(0).bars()).isEqualTo(253);
    assertThat(report.coverages().get(0).expected()).isEqualTo(253);
    assertThat(report.orThrow()).isSameAs(report);
  }

  @Test
  void fiveMissingBarsAreTolerated() {
    assertThat(validate(days(i -> i < 100 || i >= 105)).clean()).isTrue();
  }

  @Test
  void sixMissingBarsAreAGap() {
    DataQualityReport report = validate(days(i -> i < 100 || i >= 106));

    assertThat(report.count(SeriesRule.GAP)).isEqualTo(1);
    assertThat(report.findings().get(0).message()).contains("6 are");
    assertThat(report.text()).contains("WARNING GAP X at").contains("247 of 253 expected bars");
  }

  @Test
  void tooFewBarsAreAnError() {
    DataQualityReport report = validate(days(i -> i % 10 != 5));

    assertThat(report.count(SeriesRule.COVERAGE)).isEqualTo(1);
    assertThat(report.count(SeriesRule.GAP)).isZero();
    assertThatThrownBy(report::orThrow)
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("95.0 %");
  }

  @Test
  void barsFromTheFutureAreAnError() {
    long asOf = EpochNanos.parse("2020-12-30T12:00:00Z");

    DataQualityReport report =
        new SeriesValidator(XNYS, 5, 0.95, asOf).validate(List.of(days(i -> true)));

    assertThat(report.count(SeriesRule.NOT_FROM_THE_FUTURE)).isEqualTo(1);
    assertThat(report.findings().get(0).message()).startsWith("2 bars are known later");
  }

  @Test
  void intradayBarsAreExpectedWithinSessionsOnly() {
    BarSeries.Builder builder = BarSeries.builder(X, Timeframe.HOUR_1);
    long bars = 0;
    for (Session session : XNYS.sessions(LocalDate.of(2020, 11, 23), LocalDate.of(2020, 12, 1))) {
      for (long start = session.open(); start < session.close(); ) {
        long end = Timeframe.HOUR_1.endOf(start, XNYS);
        builder.add(start, end, 1, 1, 1, 1, 1);
        start = end;
        bars++;
      }
    }

    DataQualityReport report = validate(builder.build());

    assertThat(report.clean()).isTrue();
    assertThat(report.coverages().get(0).expected()).isEqualTo(bars).isEqualTo(4 * 7 + 4);
  }
}
