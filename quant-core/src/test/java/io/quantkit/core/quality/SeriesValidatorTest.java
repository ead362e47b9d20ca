package io.quantkit.core.quality;

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
    DataQualityReport report = validate(days(i -> i < 100 || i >= 105));

    assertThat(report.counts()).containsOnlyKeys(QualityRule.MISSING_BAR);
    assertThat(report.count(Severity.INFO)).isEqualTo(1);
    assertThat(report.findings().get(0).rows()).isEqualTo(5);
  }

  @Test
  void sixMissingBarsAreAGap() {
    DataQualityReport report = validate(days(i -> i < 100 || i >= 106));

    assertThat(report.count(QualityRule.GAP)).isEqualTo(1);
    assertThat(report.findings().get(0).message()).contains("6 are");
    assertThat(report.text()).contains("WARNING GAP X at").contains("247 of 253 expected bars");
  }

  @Test
  void tooFewBarsAreAnError() {
    DataQualityReport report = validate(days(i -> i % 10 != 5));

    assertThat(report.count(QualityRule.COVERAGE)).isEqualTo(1);
    assertThat(report.count(QualityRule.GAP)).isZero();
    assertThatThrownBy(report::orThrow)
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("95.0 %");
  }

  @Test
  void barsFromTheFutureAreAnError() {
    long asOf = EpochNanos.parse("2020-12-30T12:00:00Z");

    DataQualityReport report =
        SeriesValidator.of(XNYS).withAsOf(asOf).validate(List.of(days(i -> true)));

    assertThat(report.count(QualityRule.NOT_FROM_THE_FUTURE)).isEqualTo(2);
    assertThat(report.findings().get(0).message())
        .startsWith("bars must be known by 2020-12-30T12:00:00Z");
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

  @Test
  void intradayBarsHoursOffAreAShiftedZone() {
    DataQualityReport report = intraday(3600_000_000_000L, 3600_000_000_000L).report();

    assertThat(report.counts()).containsOnlyKeys(QualityRule.ZONE_SHIFT);
    assertThat(report.findings().get(0).message()).contains("moved by -1.0 hours");
  }

  @Test
  void intradayBarsStampedAtTheirEndAreRefused() {
    CheckedBars checked = intraday(Timeframe.MINUTE_15.nanos(), Timeframe.MINUTE_15.nanos());

    assertThat(checked.report().counts()).containsOnlyKeys(QualityRule.STAMPED_AT_END);
    assertThat(checked.rejected()).isTrue();
  }

  @Test
  void barsAfterAnEarlyCloseAreOffSession() {
    RawBars.Builder raw = RawBars.builder(X, Timeframe.HOUR_1);
    Session half = XNYS.session(LocalDate.of(2020, 11, 27)).orElseThrow();
    long hour = Timeframe.HOUR_1.nanos();
    for (long start = half.open(); start < half.close() + hour; start += hour) {
      raw.add(start, Timeframe.HOUR_1.endOf(start, XNYS), 1, 1, 1, 1, 1);
    }

    CheckedBars checked = SeriesValidator.of(XNYS).check(raw.build());

    assertThat(checked.report().counts()).containsOnlyKeys(QualityRule.OFF_SESSION);
    assertThat(checked.quarantined()).containsExactly(4);
  }

  @Test
  void aBarThatReachesOverTheCloseIsNamed() {
    RawBars.Builder raw = RawBars.builder(X, Timeframe.HOUR_1);
    Session day = XNYS.session(LocalDate.of(2020, 11, 24)).orElseThrow();
    long hour = Timeframe.HOUR_1.nanos();
    for (long start = day.open(); start < day.close(); start += hour) {
      raw.add(start, start + hour, 1, 1, 1, 1, 1);
    }

    CheckedBars checked = SeriesValidator.of(XNYS).check(raw.build());

    assertThat(checked.report().counts()).containsOnlyKeys(QualityRule.SESSION_BOUNDARY);
    assertThat(checked.series().size()).isEqualTo(7);
  }

  @Test
  void barsAreNotExpectedInABreakAndNotAdmittedThere() {
    TradingCalendar shanghai = TradingCalendar.xshg();
    Session day = shanghai.session(LocalDate.of(2020, 11, 24)).orElseThrow();
    RawBars.Builder raw = RawBars.builder(X, Timeframe.HOUR_1);
    for (long start = day.open(); start < day.close(); ) {
      long end = Timeframe.HOUR_1.endOf(start, shanghai);
      raw.add(start, end, 1, 1, 1, 1, 1);
      start = shanghai.isOpen(end) ? end : shanghai.nextOpen(end);
    }
    RawBars sound = raw.build();
    long noon = day.breakStart();
    raw.add(noon, noon + 1, 1, 1, 1, 1, 1);

    SeriesValidator validator = SeriesValidator.of(shanghai);

    assertThat(sound.size()).isEqualTo(4);
    assertThat(validator.check(sound).report().clean()).isTrue();
    assertThat(validator.check(raw.build()).report().counts())
        .containsOnlyKeys(QualityRule.OFF_SESSION);
  }

  @Test
  void barsOfAnotherTimeframeInBetweenOverlap() {
    long open = XNYS.session(LocalDate.of(2020, 11, 24)).orElseThrow().open();
    long quarter = Timeframe.MINUTE_15.nanos();
    RawBars raw =
        RawBars.builder(X, Timeframe.MINUTE_15)
            .add(open, open + quarter, 1, 1, 1, 1, 1)
            .add(open + quarter / 3, open + quarter + quarter / 3, 1, 1, 1, 1, 1)
            .add(open + quarter, open + 2 * quarter, 1, 1, 1, 1, 1)
            .build();

    CheckedBars checked = SeriesValidator.of(XNYS).check(raw);

    assertThat(checked.report().counts())
        .containsOnlyKeys(QualityRule.OVERLAPPING_BAR, QualityRule.MISALIGNED_STAMP);
    assertThat(checked.quarantined()).containsExactly(1);
  }

  private static CheckedBars intraday(long startShift, long knownShift) {
    RawBars.Builder raw = RawBars.builder(X, Timeframe.MINUTE_15);
    double close = 100;
    int i = 0;
    for (Session session : XNYS.sessions(LocalDate.of(2020, 10, 1), LocalDate.of(2020, 12, 1))) {
      for (long start = session.open(); start < session.close(); ) {
        long end = Timeframe.MINUTE_15.endOf(start, XNYS);
        close += i % 3 == 0 ? 0.1 : -0.05;
        raw.add(
            start + startShift,
            end + knownShift,
            close,
            close + 0.1,
            close - 0.1,
            close,
            1000 + i++);
        start = end;
      }
    }
    return SeriesValidator.of(XNYS).check(raw.build());
  }
}
