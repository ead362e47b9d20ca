package io.quantkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {

  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final TradingCalendar ALWAYS = TradingCalendar.alwaysOpen();

  @Test
  void readsItsText() {
    assertThat(Timeframe.parse("1s")).isEqualTo(Timeframe.SECOND_1);
    assertThat(Timeframe.parse("15m")).isEqualTo(Timeframe.MINUTE_15);
    assertThat(Timeframe.parse("1h")).isEqualTo(Timeframe.HOUR_1);
    assertThat(Timeframe.parse("1d")).isEqualTo(Timeframe.DAY_1);
    assertThat(Timeframe.parse("1w")).isEqualTo(Timeframe.WEEK_1);
    assertThat(Timeframe.parse("1M")).isEqualTo(Timeframe.MONTH_1);
    assertThat(Timeframe.parse("60m")).isNotEqualTo(Timeframe.HOUR_1);
  }

  @Property
  void textIsInverseToParsing(
      @ForAll @IntRange(min = 1, max = 23) int count, @ForAll Timeframe.Unit unit) {
    Timeframe timeframe = new Timeframe(count, unit);

    assertThat(Timeframe.parse(timeframe.toString())).isEqualTo(timeframe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "m",
        "15",
        "0m",
        "01m",
        "-1m",
        "+1m",
        "1.5h",
        "15 m",
        "15min",
        "1D",
        "1y",
        "1H",
        "99999999999m",
        "١m"
      })
  void refusesOtherTexts(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.parse(text))
        .withMessage(
            "timeframe must be a number and one of s m h d w M, such as 15m, was '" + text + "'");
  }

  @Test
  void refusesCountsWithoutMeaning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeframe(0, Timeframe.Unit.DAY))
        .withMessage("count must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.parse("24h"))
        .withMessage("intraday timeframe must be shorter than a day, was 24h");
    assertThat(Timeframe.parse("86399s").intraday()).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.parse("86400s"));
    assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.parse("1201M"));
  }

  @Test
  void knowsTheLengthOfIntradayPeriodsOnly() {
    assertThat(Timeframe.MINUTE_15.nanos()).isEqualTo(900_000_000_000L);
    assertThat(Timeframe.MINUTE_15.intraday()).isTrue();
    assertThat(Timeframe.DAY_1.intraday()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(Timeframe.DAY_1::nanos)
        .withMessage("a timeframe of 1d has no fixed length");
  }

  @ParameterizedTest
  @CsvSource({
    "15m, 2024-07-02T13:30:00Z, 2024-07-02T13:45:00Z",
    "15m, 2024-07-02T19:45:00Z, 2024-07-02T20:00:00Z",
    "1h,  2024-07-02T19:30:00Z, 2024-07-02T20:00:00Z", // cut by the close
    "1h,  2024-07-03T16:30:00Z, 2024-07-03T17:00:00Z", // cut by the early close
    "1h,  2024-07-03T17:00:00Z, 2024-07-03T18:00:00Z", // after it
    "1h,  2024-07-02T13:00:00Z, 2024-07-02T14:00:00Z", // starts before the open, on the clock
    "4h,  2024-07-03T13:30:00Z, 2024-07-03T17:00:00Z",
    "1d,  2024-07-02T04:00:00Z, 2024-07-02T20:00:00Z", // midnight in New York
    "1d,  2024-07-02T13:30:00Z, 2024-07-02T20:00:00Z",
    "1d,  2024-07-03T03:59:59Z, 2024-07-02T20:00:00Z",
    "1d,  2024-07-03T04:00:00Z, 2024-07-03T17:00:00Z",
    "1w,  2024-07-01T04:00:00Z, 2024-07-05T20:00:00Z",
    "1w,  2024-07-07T20:00:00Z, 2024-07-05T20:00:00Z", // Sunday
    "1w,  2024-03-25T04:00:00Z, 2024-03-28T20:00:00Z", // Good Friday
    "1w,  2001-09-12T04:00:00Z, 2001-09-10T20:00:00Z",
    "1M,  2024-03-01T05:00:00Z, 2024-03-28T20:00:00Z", // ends with Good Friday and a weekend
    "1M,  2024-03-31T12:00:00Z, 2024-03-28T20:00:00Z",
    "3M,  2024-05-15T12:00:00Z, 2024-06-28T20:00:00Z",
    "12M, 2024-05-15T12:00:00Z, 2024-12-31T21:00:00Z",
    "1M,  2035-12-03T12:00:00Z, 2035-12-31T21:00:00Z"
  })
  void barsInNewYorkAreCompleteWhenTheSessionSays(String timeframe, String start, String end) {
    assertThat(EpochNanos.toInstant(endOf(timeframe, start, XNYS))).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "15m, 2024-06-01T23:45:00Z, 2024-06-02T00:00:00Z",
    "7h,  2024-06-01T21:00:00Z, 2024-06-02T00:00:00Z",
    "1d,  2024-06-01T00:00:00Z, 2024-06-02T00:00:00Z",
    "1d,  2024-06-01T23:59:59Z, 2024-06-02T00:00:00Z",
    "1w,  2024-06-01T00:00:00Z, 2024-06-03T00:00:00Z",
    "1M,  2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
    "1w,  1970-01-01T00:00:00Z, 1970-01-05T00:00:00Z"
  })
  void barsOfAMarketThatNeverClosesEndAtMidnight(String timeframe, String start, String end) {
    assertThat(EpochNanos.toInstant(endOf(timeframe, start, ALWAYS))).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "1h,  2024-07-02T15:45:00Z, 2024-07-02T15:30:00Z", // counted from the open
    "1h,  2024-07-02T13:29:59Z, 2024-07-02T13:00:00Z", // before it from midnight
    "1h,  2024-07-02T20:00:00Z, 2024-07-02T20:00:00Z",
    "7m,  2024-07-02T20:01:00Z, 2024-07-02T20:00:00Z", // not across the close
    "1h,  2024-07-06T12:34:56Z, 2024-07-06T12:00:00Z", // a Saturday
    "1d,  2024-07-02T19:00:00Z, 2024-07-02T04:00:00Z",
    "1w,  2024-07-05T19:00:00Z, 2024-07-01T04:00:00Z",
    "1M,  2024-03-28T19:00:00Z, 2024-03-01T05:00:00Z",
    "3M,  2024-03-28T19:00:00Z, 2024-01-01T05:00:00Z"
  })
  void findsTheStartOfThePeriodInNewYork(String timeframe, String instant, String start) {
    long found = Timeframe.parse(timeframe).startOf(EpochNanos.parse(instant), XNYS);

    assertThat(EpochNanos.toInstant(found)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({
    "15m, 2024-07-02, 2024-07-02T13:30:00Z",
    "1d,  2024-07-02, 2024-07-02T04:00:00Z",
    "1d,  2024-01-02, 2024-01-02T05:00:00Z",
    "1w,  2024-07-06, 2024-07-01T04:00:00Z",
    "1M,  2024-06-01, 2024-06-01T04:00:00Z" // a Saturday
  })
  void stampsADateWithTheStartOfItsPeriod(String timeframe, LocalDate date, String start) {
    assertThat(EpochNanos.toInstant(Timeframe.parse(timeframe).startOf(date, XNYS)))
        .isEqualTo(start);
  }

  @Test
  void refusesDailyBarsWithoutASession() {
    long midnightUtc = EpochNanos.parse("2024-07-01T00:00:00Z"); // Sunday evening in New York

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.DAY_1.endOf(midnightUtc, XNYS))
        .withMessage("date must be a session of XNYS, was 2024-06-30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.DAY_1.startOf(midnightUtc, XNYS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.MINUTE_1.startOf(LocalDate.of(2024, 6, 30), XNYS));
  }

  @Test
  void refusesPeriodsThatEndAfterTheCalendar() {
    long last = EpochNanos.parse("2035-12-31T15:00:00Z"); // a Monday

    assertThat(EpochNanos.toInstant(Timeframe.DAY_1.endOf(last, XNYS)))
        .isEqualTo("2035-12-31T21:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.WEEK_1.endOf(last, XNYS))
        .withMessage(
            "XNYS is known from 1990-01-01 to 2035-12-31, was asked for a period until 2036-01-06");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.parse("7d").endOf(last, XNYS))
        .withMessage("XNYS ends with 2035-12-31, before the period");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeframe.MONTH_1.endOf(EpochNanos.parse("2036-02-01T00:00:00Z"), XNYS));
  }

  @Test
  void countsBarsPerYearAsItsDocumentationSays() {
    double sessions = XNYS.sessionsPerYear();

    assertThat(Timeframe.MONTH_1.barsPerYear(XNYS)).isEqualTo(12);
    assertThat(Timeframe.parse("3M").barsPerYear(XNYS)).isEqualTo(4);
    assertThat(Timeframe.WEEK_1.barsPerYear(XNYS)).isCloseTo(52.1775, within(1e-12));
    assertThat(Timeframe.DAY_1.barsPerYear(XNYS)).isEqualTo(sessions);
    assertThat(Timeframe.MINUTE_15.barsPerYear(XNYS)).isEqualTo(26 * sessions);
    assertThat(Timeframe.HOUR_1.barsPerYear(XNYS)).isEqualTo(7 * sessions);
    assertThat(Timeframe.HOUR_1.barsPerYear(ALWAYS)).isEqualTo(24 * 365.2425);
    assertThat(Timeframe.DAY_1.barsPerYear(ALWAYS)).isEqualTo(365.2425);
  }

  @Test
  void intradayPeriodsTileEverySession() {
    for (Timeframe timeframe :
        List.of(Timeframe.MINUTE_15, Timeframe.HOUR_1, Timeframe.parse("7m"), Timeframe.HOUR_4)) {
      for (Session session : XNYS.sessions(LocalDate.of(1995, 1, 1), LocalDate.of(2006, 1, 1))) {
        long start = session.open();
        while (start < session.close()) {
          long end = timeframe.endOf(start, XNYS);
          assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(session.close());
          assertThat(timeframe.startOf(start, XNYS)).isEqualTo(start);
          assertThat(timeframe.startOf(end - 1, XNYS)).isEqualTo(start);
          start = end;
        }
        assertThat(start).isEqualTo(session.close());
      }
    }
  }

  /** Instants from 1990-02-05 to 2035-11-26. */
  @Property
  void startsAreFixedPointsAndShareTheirPeriodsEnd(
      @ForAll("timeframes") Timeframe timeframe,
      @ForAll @LongRange(min = 634_176_000_000L, max = 2_079_734_400_000L) long millis,
      @ForAll boolean always) {
    TradingCalendar calendar = always ? ALWAYS : XNYS;
    long instant = millis * 1_000_000;
    if (timeframe.unit() == Timeframe.Unit.DAY && !calendar.isSession(calendar.dateOf(instant))) {
      instant = calendar.sessionAtOrAfter(instant).open();
    }
    long start = timeframe.startOf(instant, calendar);

    assertThat(start).isLessThanOrEqualTo(instant);
    assertThat(timeframe.startOf(start, calendar)).isEqualTo(start);
    assertThat(timeframe.endOf(start, calendar)).isGreaterThan(start);
    if (timeframe.intraday()) {
      assertThat(timeframe.endOf(start, calendar)).isGreaterThan(instant);
    } else {
      assertThat(timeframe.endOf(start, calendar)).isEqualTo(timeframe.endOf(instant, calendar));
      assertThat(timeframe.startOf(calendar.dateOf(instant), calendar)).isEqualTo(start);
      assertThat(timeframe.startOf(timeframe.endOf(start, calendar) - 1, calendar))
          .isEqualTo(start);
    }
  }

  @Provide
  Arbitrary<Timeframe> timeframes() {
    return Arbitraries.of("1s", "7m", "15m", "1h", "4h", "1d", "2d", "1w", "2w", "1M", "2M")
        .map(Timeframe::parse);
  }

  private static long endOf(String timeframe, String start, TradingCalendar calendar) {
    return Timeframe.parse(timeframe).endOf(EpochNanos.parse(start), calendar);
  }
}
