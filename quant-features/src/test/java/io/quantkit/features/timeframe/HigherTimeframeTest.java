package io.quantkit.features.timeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.aggregate.BarRule;
import io.quantkit.core.aggregate.ExtendedHours;
import io.quantkit.core.aggregate.LateTrades;
import io.quantkit.core.aggregate.TimeBars;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.check.CheckReport;
import io.quantkit.features.check.LookAheadCheck;
import io.quantkit.features.check.ParityCheck;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volume.Obv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HigherTimeframeTest {
  private static final TradingCalendar NEW_YORK = TradingCalendar.xnys();
  private static final Timeframe HALF_HOUR = Timeframe.MINUTE_30;

  /** A base and a higher timeframe, with bars of a calendar over early closes and holidays. */
  record Case(HigherBars bars, LocalDate from, LocalDate to) {
    @Override
    public String toString() {
      return bars.label();
    }

    BarSeries series(long seed) {
      return sessions(bars.base(), bars.rule().calendar(), from, to, seed);
    }
  }

  static List<Case> cases() {
    LocalDate november = LocalDate.of(2023, 11, 1);
    LocalDate january = LocalDate.of(2024, 1, 31);
    return List.of(
        new Case(HigherBars.of(HALF_HOUR, Timeframe.HOUR_1, NEW_YORK), november, january),
        new Case(HigherBars.of(HALF_HOUR, Timeframe.HOUR_4, NEW_YORK), november, january),
        new Case(HigherBars.of(Timeframe.HOUR_1, Timeframe.DAY_1, NEW_YORK), november, january),
        new Case(
            HigherBars.of(Timeframe.HOUR_1, Timeframe.WEEK_1, NEW_YORK),
            november,
            LocalDate.of(2024, 9, 30)),
        new Case(
            HigherBars.of(Timeframe.MINUTE_15, Timeframe.HOUR_1, TradingCalendar.xshg()),
            november,
            january),
        new Case(
            HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, NEW_YORK),
            LocalDate.of(2020, 1, 3),
            january),
        new Case(
            HigherBars.of(Timeframe.DAY_1, Timeframe.MONTH_1, NEW_YORK),
            LocalDate.of(2012, 1, 3),
            january),
        new Case(
            HigherBars.of(Timeframe.MONTH_1, Timeframe.parse("3M"), NEW_YORK),
            LocalDate.of(2000, 1, 3),
            january),
        new Case(
            HigherBars.of(Timeframe.DAY_1, Timeframe.parse("3d"), TradingCalendar.xnse()),
            LocalDate.of(2020, 1, 3),
            january),
        new Case(
            new HigherBars(
                HALF_HOUR,
                BarRule.time(Timeframe.DAY_1, NEW_YORK).extendedHours(ExtendedHours.MERGE),
                48),
            november,
            january));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finishedValuesAreThoseOfTheHigherBarsOnceKnown(Case some) {
    for (Feature feature : List.of(new Sma(2), new Rsi(3), new Atr(2))) {
      for (BarSeries bars : List.of(some.series(1), thinned(some.series(2), 3))) {
        HigherTimeframe recipe = HigherTimeframe.finished(feature, some.bars());
        double[] out = recipe.over(bars)[0];
        double[] expected = joinedByKnownTime(feature, some.bars().rule(), bars);
        assertThat(recipe.warmup()).isLessThan(bars.size() / 2);
        for (int t = 0; t < bars.size(); t++) {
          double known = t < recipe.warmup() ? Double.NaN : expected[t];
          assertThat(out[t]).as("bar %s", t).isEqualTo(Double.valueOf(known));
          assertThat(Double.isNaN(out[t])).isEqualTo(t < recipe.warmup());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void partialValuesAreThoseOfTheBarsSoFar(Case some) {
    Feature feature = new Rsi(3);
    BarSeries bars = some.series(5);
    HigherTimeframe recipe = HigherTimeframe.partial(feature, some.bars());
    double[] out = recipe.over(bars)[0];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 60; i++) {
      int t = recipe.warmup() + random.nextInt(bars.size() - recipe.warmup());
      assertThat(out[t])
          .isEqualTo(Double.valueOf(withRunningBar(feature, some.bars().rule(), bars, t)));
    }
  }

  @Test
  void bothAgreeWhereAHigherBarEnds() {
    HigherBars hours = HigherBars.of(HALF_HOUR, Timeframe.HOUR_1, NEW_YORK);
    BarSeries bars =
        sessions(HALF_HOUR, NEW_YORK, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1), 7);
    double[] finished = HigherTimeframe.finished(new Ema(3), hours).over(bars)[0];
    double[] partial = HigherTimeframe.partial(new Ema(3), hours).over(bars)[0];
    int differ = 0;
    for (int t = 40; t < bars.size(); t++) {
      long hour = Timeframe.HOUR_1.startOf(bars.start(t), NEW_YORK);
      boolean ends = Timeframe.HOUR_1.endOf(hour, NEW_YORK) == bars.knownAt(t);
      if (ends) {
        assertThat(partial[t]).isEqualTo(finished[t]);
      } else {
        differ += partial[t] == finished[t] ? 0 : 1;
        assertThat(finished[t]).isEqualTo(finished[t - 1]);
      }
    }
    assertThat(differ).isGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLawsHoldOnRealSessions(Case some) {
    BarSeries bars = some.series(3);
    for (HigherTimeframe recipe :
        List.of(
            HigherTimeframe.finished(new Rsi(2), some.bars()),
            HigherTimeframe.partial(new Atr(2), some.bars()))) {
      new ParityCheck(1).check(recipe, bars).assertClean();
      // Bars that are split or moved by the check lie outside the sessions.
      if (some.bars().base().intraday() || bars.size() < 400) {
        new LookAheadCheck(1)
            .check(recipe, bars.slice(0, Math.min(250, bars.size())))
            .assertClean();
      }
    }
  }

  @Test
  void theCheckCatchesAHigherBarJoinedByItsStart() {
    BarSeries bars = SampleBars.walk(200, 1);
    TimeBars weeks = BarRule.time(Timeframe.WEEK_1, TradingCalendar.alwaysOpen());
    CheckReport leak =
        new LookAheadCheck(1)
            .check(
                "week joined by its start",
                bars,
                series -> new double[][] {joinedByStart(new Rsi(2), weeks, series)});
    assertThat(leak.violations()).isNotEmpty();
    CheckReport repainted =
        new LookAheadCheck(1)
            .check(
                "last week of a resampled series",
                bars,
                series -> new double[][] {lastHigherClose(weeks, series)});
    assertThat(repainted.violations()).isNotEmpty();
    new LookAheadCheck(1)
        .check(
            "week joined by when it was known",
            bars,
            series -> new double[][] {joinedByKnownTime(new Rsi(2), weeks, series)})
        .assertClean();
  }

  @Test
  void volumeOfHigherBarsIsTheSumOfTheirBars() {
    HigherBars weeks =
        HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, TradingCalendar.alwaysOpen());
    BarSeries bars = SampleBars.walk(400, 4);
    double[] out = HigherTimeframe.finished(new Obv(), weeks).over(bars)[0];
    assertThat(out).isNotEmpty();
    assertThat(out[399]).isEqualTo(joinedByKnownTime(new Obv(), weeks.rule(), bars)[399]);
  }

  @Test
  void namesTellTimeframesCalendarAndWhatIsPartial() {
    HigherBars hours = HigherBars.of(Timeframe.MINUTE_5, Timeframe.HOUR_1, NEW_YORK);
    assertThat(HigherTimeframe.finished(new Rsi(14), hours).outputs().get(0))
        .hasToString("tech_1h-5m-xnys_of_rsi_14_raw");
    assertThat(HigherTimeframe.partial(new Rsi(14), hours).outputs().get(0))
        .hasToString("tech_partial_1h-5m-xnys_of_rsi_14_raw");
    HigherBars months = HigherBars.of(Timeframe.DAY_1, Timeframe.MONTH_1, NEW_YORK);
    assertThat(HigherTimeframe.finished(new Rsi(14), months).outputs().get(0))
        .hasToString("tech_1mo-1d-xnys_of_rsi_14_raw");
    assertThat(hours.most()).isEqualTo(12);
    assertThat(HigherBars.of(Timeframe.MINUTE_5, Timeframe.DAY_1, NEW_YORK).most()).isEqualTo(78);
  }

  @Test
  void aBarWithoutACloseStartsAgain() {
    HigherBars weeks =
        HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, TradingCalendar.alwaysOpen());
    HigherTimeframe recipe = HigherTimeframe.finished(new Sma(1), weeks);
    BarSeries bars = SampleBars.walk(100, 4);
    FeatureKernel kernel = recipe.start();
    for (int t = 0; t < 100; t++) {
      double close = t == 50 ? Double.NaN : bars.close(t);
      kernel.update(bars.knownAt(t), close, close, close, close, 1);
      boolean known = t >= recipe.warmup() && (t < 50 || t > 50 + recipe.warmup());
      assertThat(Double.isNaN(kernel.value(0))).as("bar %s", t).isEqualTo(!known);
    }
  }

  @Test
  void wrongParametersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HigherBars.of(Timeframe.HOUR_1, Timeframe.MINUTE_5, NEW_YORK))
        .withMessage("base must go several times into 5m, was 1h");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HigherBars.of(Timeframe.DAY_1, Timeframe.DAY_1, NEW_YORK))
        .withMessage("base must go several times into 1d, was 1d");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HigherBars.of(Timeframe.WEEK_1, Timeframe.MONTH_1, NEW_YORK))
        .withMessage("base must go several times into 1M, was 1w");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HigherBars.of(Timeframe.parse("7m"), Timeframe.HOUR_1, NEW_YORK))
        .withMessage("base must go several times into 1h, was 7m");
    TimeBars days = BarRule.time(Timeframe.DAY_1, NEW_YORK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HigherBars(HALF_HOUR, days, 1))
        .withMessage("most must be at least 2, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HigherBars(HALF_HOUR, days.late(LateTrades.restate(2)), 14))
        .withMessageStartingWith("rule must drop late trades, was");
    HigherBars fromHalfHours = HigherBars.of(HALF_HOUR, Timeframe.DAY_1, NEW_YORK);
    HigherBars fromHours = HigherBars.of(Timeframe.HOUR_1, Timeframe.DAY_1, NEW_YORK);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RsiAlignment(List.of(), 14))
        .withMessage("timeframes must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RsiAlignment(List.of(fromHalfHours, fromHours), 14))
        .withMessageStartingWith("timeframes must be distinct and of one base, were");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RsiAlignment(List.of(fromHours), 0))
        .withMessage("period must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeframeTrend(List.of(fromHours), 5, 5))
        .withMessage("slow must be longer than 5, was 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeframeTrend(List.of(fromHours), 0, 5))
        .withMessage("fast must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeframeLevels(List.of(fromHours), 0))
        .withMessage("period must be at least 1, was 0");
  }

  @Test
  void trendsOfSeveralTimeframesAgreeOrNot() {
    List<HigherBars> both =
        List.of(
            HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, TradingCalendar.alwaysOpen()),
            HigherBars.of(Timeframe.DAY_1, Timeframe.MONTH_1, TradingCalendar.alwaysOpen()));
    BarSeries up = daily(400, t -> 100 + t);
    BarSeries turn = daily(400, t -> t < 380 ? 100 + t : 480 - 5 * (t - 380));
    TimeframeTrend trend = new TimeframeTrend(both, 2, 4);
    assertThat(last(trend.over(up))).containsExactly(1, 1, 1);
    assertThat(last(trend.over(turn))).containsExactly(0, -1, 1);
  }

  @Test
  void relativeStrengthIsComparedAcrossTimeframes() {
    HigherBars weeks =
        HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, TradingCalendar.alwaysOpen());
    BarSeries bars = SampleBars.walk(300, 6);
    double[][] out = new RsiAlignment(List.of(weeks), 3).over(bars);
    double[] days = new Rsi(3).over(bars)[0];
    double[] higher = HigherTimeframe.finished(new Rsi(3), weeks).over(bars)[0];
    for (int t = 60; t < 300; t++) {
      double signs = (Math.signum(days[t] - 50) + Math.signum(higher[t] - 50)) / 2;
      assertThat(out[RsiAlignment.ALIGNMENT][t]).isEqualTo(signs);
      assertThat(out[RsiAlignment.MEAN][t]).isCloseTo((days[t] + higher[t]) / 2, within(1e-9));
      assertThat(out[RsiAlignment.SPREAD][t])
          .isCloseTo(Math.abs(days[t] - higher[t]), within(1e-9));
    }
  }

  @Test
  void levelsAreTheNearestExtremesOfAllTimeframes() {
    HigherBars weeks =
        HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, TradingCalendar.alwaysOpen());
    BarSeries bars = SampleBars.walk(300, 8);
    TimeframeLevels recipe = new TimeframeLevels(List.of(weeks), 2);
    double[][] out = recipe.over(bars);
    List<Bar> higher = higherBars(weeks.rule(), bars);
    for (int t = recipe.warmup(); t < 300; t++) {
      int known = 0;
      while (known < higher.size() && higher.get(known).knownAt() <= bars.knownAt(t)) {
        known++;
      }
      Bar week = higher.get(known - 1);
      Bar before = higher.get(known - 2);
      double[] levels = {
        Math.max(bars.high(t), bars.high(t - 1)),
        Math.min(bars.low(t), bars.low(t - 1)),
        Math.max(week.high(), before.high()),
        Math.min(week.low(), before.low())
      };
      double close = bars.close(t);
      double support = Arrays.stream(levels).filter(x -> x <= close).max().orElse(Double.NaN);
      double resistance = Arrays.stream(levels).filter(x -> x >= close).min().orElse(Double.NaN);
      assertThat(out[TimeframeLevels.SUPPORT][t]).isEqualTo(support);
      assertThat(out[TimeframeLevels.RESISTANCE][t]).isEqualTo(resistance);
      assertThat(out[TimeframeLevels.POSITION][t])
          .isCloseTo((close - support) / (resistance - support), within(1e-12));
    }
  }

  /** Computes a feature of all higher bars and looks up the last one known, bar by bar. */
  private static double[] joinedByKnownTime(Feature feature, TimeBars rule, BarSeries bars) {
    BarSeries higher = higherSeries(rule, bars);
    double[] values = feature.over(higher)[0];
    double[] out = new double[bars.size()];
    for (int t = 0; t < out.length; t++) {
      int last = higher.lastKnownAt(bars.knownAt(t));
      out[t] = last < 0 ? Double.NaN : values[last];
    }
    return out;
  }

  /** The naive join: the value of the higher bar whose period holds the bar. */
  private static double[] joinedByStart(Feature feature, TimeBars rule, BarSeries bars) {
    BarSeries higher = higherSeries(rule, bars);
    double[] values = feature.over(higher)[0];
    double[] out = new double[bars.size()];
    for (int t = 0; t < out.length; t++) {
      int last = -1;
      while (last + 1 < higher.size() && higher.start(last + 1) <= bars.start(t)) {
        last++;
      }
      out[t] = last < 0 ? Double.NaN : values[last];
    }
    return out;
  }

  private static double[] lastHigherClose(TimeBars rule, BarSeries bars) {
    BarSeries higher = higherSeries(rule, bars);
    double[] out = new double[bars.size()];
    Arrays.fill(out, higher.isEmpty() ? Double.NaN : higher.close(higher.size() - 1));
    return out;
  }

  private static double withRunningBar(Feature feature, TimeBars rule, BarSeries bars, int t) {
    List<Bar> higher = new ArrayList<>();
    var aggregator =
        rule.start(
            (bar, flags) -> {
              if (flags.stream().noneMatch(flag -> flag.name().equals("INCOMPLETE"))) {
                higher.add(bar);
              }
            });
    for (int i = 0; i <= t; i++) {
      aggregator.add(bars.bar(i));
    }
    aggregator.advanceTo(bars.knownAt(t));
    aggregator.partial().ifPresent(higher::add);
    FeatureKernel kernel = feature.start();
    for (Bar bar : higher) {
      kernel.update(bar.knownAt(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
    return kernel.value(0);
  }

  private static BarSeries higherSeries(TimeBars rule, BarSeries bars) {
    return rule.over(bars);
  }

  private static List<Bar> higherBars(TimeBars rule, BarSeries bars) {
    BarSeries higher = rule.over(bars);
    List<Bar> list = new ArrayList<>();
    for (int i = 0; i < higher.size(); i++) {
      list.add(higher.bar(i));
    }
    return list;
  }

  private static double[] last(double[][] out) {
    return Arrays.stream(out).mapToDouble(one -> one[one.length - 1]).toArray();
  }

  private static BarSeries daily(int bars, java.util.function.IntToDoubleFunction price) {
    BarSeries clock = SampleBars.walk(bars, 1);
    BarSeries.Builder builder = BarSeries.builder(clock.symbol(), clock.timeframe());
    for (int t = 0; t < bars; t++) {
      double x = price.applyAsDouble(t);
      builder.add(clock.start(t), clock.knownAt(t), x, x, x, x, 1);
    }
    return builder.build();
  }

  private static BarSeries thinned(BarSeries bars, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
    for (int t = 0; t < bars.size(); t++) {
      if (random.nextInt(8) > 0) {
        builder.add(bars.bar(t));
      }
    }
    return builder.build();
  }

  /** Bars of a random walk that fill the sessions of a calendar. */
  private static BarSeries sessions(
      Timeframe base, TradingCalendar calendar, LocalDate from, LocalDate to, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("WALK"), base);
    double price = 100;
    long last = Long.MIN_VALUE;
    for (Session session : calendar.sessions(from, to)) {
      long[] starts =
          base.intraday()
              ? base.starts(session, calendar)
              : new long[] {base.startOf(session.open(), calendar)};
      for (long start : starts) {
        if (start == last) {
          continue;
        }
        last = start;
        double open = price;
        price *= 1 + 0.02 * (random.nextDouble() - 0.5);
        double high = Math.max(open, price) * 1.001;
        double low = Math.min(open, price) * 0.999;
        double volume = random.nextInt(1, 1000);
        builder.add(start, base.endOf(start, calendar), open, high, low, price, volume);
      }
    }
    return builder.build();
  }
}
