package io.quantkit.features.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.check.LookAheadCheck;
import io.quantkit.features.check.ParityCheck;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features of the trading day on bars within it. */
class SessionFeaturesTest {
  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final SessionBars BARS = new SessionBars(XNYS, Timeframe.MINUTE_30);

  /** Half-hour bars with one of the extended hours before each session, across an early close. */
  static BarSeries bars() {
    SplittableRandom random = new SplittableRandom(3);
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("DAY"), Timeframe.MINUTE_30);
    double close = 100;
    for (Session session : XNYS.sessions(LocalDate.of(2024, 11, 25), LocalDate.of(2024, 12, 10))) {
      for (long start = session.open() - BARS.timeframe().nanos();
          start < session.close();
          start += BARS.timeframe().nanos()) {
        double open = close * (1 + 0.01 * (random.nextDouble() - 0.5));
        close = open * (1 + 0.02 * (random.nextDouble() - 0.5));
        double high = Math.max(open, close) * (1 + 0.002 * random.nextDouble());
        double low = Math.min(open, close) * (1 - 0.002 * random.nextDouble());
        double volume = 1000 + random.nextInt(9000);
        bars.add(start, start + BARS.timeframe().nanos(), open, high, low, close, volume);
      }
    }
    return bars.build();
  }

  static List<Feature> features() {
    return List.of(
        new OpeningRange(BARS, Duration.ofMinutes(60)),
        new OpeningMomentum(BARS, Duration.ofMinutes(60)),
        SessionWindow.lunch(BARS),
        SessionWindow.powerHour(BARS),
        new SessionTwap(BARS),
        new SessionGap(BARS),
        new SessionRange(BARS, 3),
        new UnusualVolume(BARS, 3),
        new SessionTime(XNYS),
        new DayOfWeek(XNYS),
        new PeriodEnd(XNYS),
        new OptionsExpiry(XNYS));
  }

  @ParameterizedTest
  @MethodSource("features")
  void obeysTheLawsWithinTheDay(Feature feature) {
    new LookAheadCheck(1).check(feature, bars()).assertClean();
    new ParityCheck(2).check(feature, bars()).assertClean();
    int seen = 0;
    for (double[] output : feature.over(bars())) {
      for (double value : output) {
        seen += Double.isNaN(value) ? 0 : 1;
      }
    }
    assertThat(seen).isPositive();
  }

  @Test
  void aSessionJoinedLateHasNoNumbersUntilTheNext() {
    BarSeries all = bars();
    assertThat(BARS.perSession()).isEqualTo(13);
    double[] whole = new SessionTwap(BARS).over(all)[0];
    double[] late = new SessionTwap(BARS).over(all.slice(3, all.size()))[0];
    assertThat(whole[0]).isNaN();
    assertThat(whole[3]).isNotNaN();
    for (int t = 0; t < late.length; t++) {
      assertThat(Double.isNaN(late[t])).isEqualTo(t < 12 || Double.isNaN(whole[t + 3]));
      if (!Double.isNaN(late[t])) {
        assertThat(late[t]).isEqualTo(whole[t + 3]);
      }
    }
  }

  @Test
  void theOpeningRangeStandsAfterItsTime() {
    BarSeries bars = bars();
    double[][] out = new OpeningRange(BARS, Duration.ofMinutes(60)).over(bars);
    double top = Math.max(bars.high(1), bars.high(2));
    double bottom = Math.min(bars.low(1), bars.low(2));
    for (int t = 3; t < 14; t++) {
      assertThat(out[0][t]).isEqualTo(top);
      assertThat(out[1][t]).isEqualTo(bottom);
      double expected = bars.close(t) > top ? 1 : bars.close(t) < bottom ? -1 : 0;
      assertThat(out[3][t]).isEqualTo(expected);
    }
    double[] momentum = new OpeningMomentum(BARS, Duration.ofMinutes(60)).over(bars)[0];
    assertThat(momentum[13]).isEqualTo(bars.close(2) / bars.open(1) - 1);
  }

  @Test
  void theLastHourMovesWithAnEarlyClose() {
    BarSeries bars = bars();
    double[][] hour = SessionWindow.powerHour(BARS).over(bars);
    double[] until = new SessionTime(XNYS).over(bars)[1];
    for (int t = 0; t < bars.size(); t++) {
      assertThat(hour[0][t] == 1).isEqualTo(until[t] <= 30);
    }
    int last = 13;
    double within = bars.volume(12) + bars.volume(13);
    double day = 0;
    for (int t = 1; t <= last; t++) {
      day += bars.volume(t);
    }
    assertThat(hour[1][last]).isCloseTo(within / day, within(1e-12));
    assertThat(hour[2][last]).isCloseTo(within / day * 6.5, within(1e-12));
    assertThat(hour[3][last]).isEqualTo(bars.close(13) / bars.close(11) - 1);
  }

  @Test
  void gapsRangesAndVolumesLookBackAtSessions() {
    BarSeries bars = bars();
    double[][] gap = new SessionGap(BARS).over(bars);
    assertThat(gap[0][13]).isNaN();
    assertThat(gap[0][15]).isEqualTo(bars.open(15) / bars.close(13) - 1);
    assertThat(gap[0][14]).isNaN();
    double[][] unusual = new UnusualVolume(BARS, 2).over(bars);
    double mean = (bars.volume(1) + bars.volume(15)) / 2;
    assertThat(unusual[0][29]).isCloseTo(bars.volume(29) / mean, within(1e-12));
    assertThat(unusual[0][15]).isNaN();
    double[][] range = new SessionRange(BARS, 1).over(bars);
    assertThat(range[0][13]).isNaN();
    double top = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    for (int t = 1; t <= 13; t++) {
      top = Math.max(top, bars.high(t));
      bottom = Math.min(bottom, bars.low(t));
    }
    assertThat(range[0][15])
        .isCloseTo((bars.high(15) - bars.low(15)) / (top - bottom), within(1e-12));
    assertThat(range[2][1]).isEqualTo(30);
  }

  private static double[] on(Feature feature, String close) {
    long time = EpochNanos.parse(close);
    BarSeries bars =
        BarSeries.builder(Symbol.of("DAY"), Timeframe.DAY_1)
            .add(time - 1, time, 1, 1, 1, 1, 1)
            .build();
    double[][] out = feature.over(bars);
    double[] row = new double[out.length];
    for (int o = 0; o < row.length; o++) {
      row[o] = out[o][0];
    }
    return row;
  }

  @Test
  void optionsExpireOnTheThirdFridayOrTheSessionBefore() {
    OptionsExpiry expiry = new OptionsExpiry(XNYS);
    assertThat(on(expiry, "2024-03-15T20:00:00Z")).containsExactly(0, 1, 1, 1);
    assertThat(on(expiry, "2024-03-14T20:00:00Z")).containsExactly(1, 0, 1, 1);
    // Good Friday was the third Friday of April 2022 and of April 2014.
    assertThat(on(expiry, "2022-04-14T20:00:00Z")).containsExactly(0, 1, 1, 0);
    assertThat(on(expiry, "2014-04-17T20:00:00Z")).containsExactly(0, 1, 1, 0);
    assertThat(on(expiry, "2022-04-18T20:00:00Z")[0]).isEqualTo(24);
    assertThat(on(expiry, "2035-12-31T21:00:00Z")[0]).isNaN();
  }

  @Test
  void monthsAndQuartersEndWithTheirLastSession() {
    PeriodEnd end = new PeriodEnd(XNYS);
    // 2024-03-29 was Good Friday.
    assertThat(on(end, "2024-03-28T20:00:00Z")).containsExactly(19, 0, 1, 0, 1);
    assertThat(on(end, "2024-04-01T20:00:00Z")).containsExactly(0, 21, 0, 62, 0);
    assertThat(on(end, "2024-05-31T20:00:00Z")).containsExactly(21, 0, 1, 19, 0);
    assertThat(on(new DayOfWeek(XNYS), "2024-05-31T20:00:00Z")).containsExactly(5);
    double[] time = on(new SessionTime(XNYS), "2024-05-31T16:45:00Z");
    assertThat(time[0]).isEqualTo(195);
    assertThat(time[1]).isEqualTo(195);
    assertThat(time[3]).isEqualTo(-1);
  }

  @Test
  void parametersAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorwinSchultz(0))
        .withMessage("period must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OpeningRange(BARS, Duration.ZERO))
        .withMessage("length must be positive and below 73 years, was PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionBars(XNYS, Timeframe.WEEK_1))
        .withMessage("timeframe must be at most a day, was 1w");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vpin(Double.NaN))
        .withMessage("bucketVolume must be positive and finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdaptiveMomentum(10, 5))
        .withMessage("longest must be at least 10, was 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoScaleVariance(10, 11, Input.CLOSE))
        .withMessage("scale must be within 2.0 to 10.0, was 11.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HawkesIntensity(1, 1, 1))
        .withMessage("branching must be within [0, 1), was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PinFit.of(new int[] {1, 2}, new int[] {1}))
        .withMessage("there must be at least 2 days of buys and as many of sells, were 2 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BulkClassification(-1))
        .withMessage("degreesOfFreedom must be positive, was -1.0");
  }
}
