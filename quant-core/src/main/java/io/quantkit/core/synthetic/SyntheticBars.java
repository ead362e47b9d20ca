package io.quantkit.core.synthetic;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe for sampling price processes into bars over the sessions of a calendar.
 *
 * <p>Each bar is so many steps of its process; open, high, low and close are those of the prices
 * along the way, the open being the last price before. A bar cut short by a break or the close has
 * its share of the steps, at least one. Between sessions the process moves on unseen by {@link
 * #overnightSteps}, which makes gaps. A step takes {@code 1 / (sessions per year * steps per
 * regular session, night included)} years, so that annual parameters come out per year of the
 * calendar. Prices are rounded to the tick and are at least one.
 *
 * <p>The bars of a symbol depend on the seed, its position and its model alone. Nothing that works
 * on them is thereby shown to work on a market.
 *
 * @param fromInclusive the first day
 * @param toExclusive the day after the last
 * @param timeframe the length of a bar: intraday, or one day
 * @param calendar whose sessions are simulated
 * @param stepsPerBar the steps of the process in a bar, at least 1
 * @param overnightSteps the steps between a close and the next open, at least 0
 * @param tick what prices are multiples of; 0 leaves them unrounded
 * @param volume how much is traded
 */
public record SyntheticBars(
    LocalDate fromInclusive,
    LocalDate toExclusive,
    Timeframe timeframe,
    TradingCalendar calendar,
    int stepsPerBar,
    int overnightSteps,
    double tick,
    Volume volume) {

  /** The steps of which a bar is made unless told otherwise: 8. */
  public static final int DEFAULT_STEPS_PER_BAR = 8;

  private static final long VOLUMES = 4L << 32;

  /**
   * How much is traded in a bar, in whole units.
   *
   * <p>{@code median * f(x) * exp(dispersion * z)}, where {@code x} is how far into the session the
   * middle of the bar lies, from 0 to 1, and {@code f(x) = 1 + smile (3 (2x - 1)^2 - 1)} is a U
   * that averages to 1 over the session: most is traded at the open and at the close.
   *
   * @param median of a bar in the middle of the distribution, positive
   * @param dispersion the deviation of the logarithm, at least 0
   * @param smile how deep the U is, from 0, flat, to 1, where nothing is traded at noon; daily bars
   *     have none
   */
  public record Volume(double median, double dispersion, double smile) {
    /** 20,000 units, half as much or twice as much being common, without a U. */
    public static final Volume FLAT = new Volume(20_000, 0.5, 0);

    /** The same with twice as much at open and close and half as much at noon as on average. */
    public static final Volume U_SHAPED = new Volume(20_000, 0.5, 0.5);

    public Volume {
      Check.positive("median", median);
      Check.notNegative("dispersion", dispersion);
      Check.within("smile", smile, 0, 1);
    }
  }

  public SyntheticBars {
    if (!timeframe.intraday() && !timeframe.equals(Timeframe.DAY_1)) {
      throw new IllegalArgumentException("timeframe must be intraday or 1d, was " + timeframe);
    }
    if (toExclusive.isBefore(fromInclusive)) {
      throw new IllegalArgumentException(
          "toExclusive must not be before fromInclusive, was %s before %s"
              .formatted(toExclusive, fromInclusive));
    }
    if (stepsPerBar < 1) {
      throw new IllegalArgumentException("stepsPerBar must be at least 1, was " + stepsPerBar);
    }
    if (overnightSteps < 0) {
      throw new IllegalArgumentException(
          "overnightSteps must be at least 0, was " + overnightSteps);
    }
    Check.notNegative("tick", tick);
  }

  /** Returns a recipe with 8 steps a bar, no gaps, a tick of 0.01 and the same volume all day. */
  public static SyntheticBars of(
      LocalDate fromInclusive,
      LocalDate toExclusive,
      Timeframe timeframe,
      TradingCalendar calendar) {
    return new SyntheticBars(
        fromInclusive,
        toExclusive,
        timeframe,
        calendar,
        DEFAULT_STEPS_PER_BAR,
        0,
        0.01,
        Volume.FLAT);
  }

  /** Returns this recipe with other numbers of steps in a bar and between sessions. */
  public SyntheticBars withSteps(int perBar, int overnight) {
    return new SyntheticBars(
        fromInclusive, toExclusive, timeframe, calendar, perBar, overnight, tick, volume);
  }

  /** Returns this recipe with another tick; 0 leaves prices unrounded. */
  public SyntheticBars withTick(double other) {
    return new SyntheticBars(
        fromInclusive,
        toExclusive,
        timeframe,
        calendar,
        stepsPerBar,
        overnightSteps,
        other,
        volume);
  }

  /** Returns this recipe with another volume. */
  public SyntheticBars withVolume(Volume other) {
    return new SyntheticBars(
        fromInclusive, toExclusive, timeframe, calendar, stepsPerBar, overnightSteps, tick, other);
  }

  /** Returns the time that a step of the process takes, in years. */
  public double yearsPerStep() {
    double bars = timeframe.barsPerYear(calendar) * stepsPerBar;
    return 1 / (bars + calendar.sessionsPerYear() * overnightSteps);
  }

  /**
   * Returns the bars of one instrument.
   *
   * @throws IllegalStateException if the process leaves the positive numbers
   */
  public BarSeries series(Symbol symbol, PathModel model, long seed) {
    CorrelatedPaths alone = CorrelatedPaths.of(List.of(model), CorrelationMatrix.oneFactor(0));
    return all(Symbols.copyOf(List.of(symbol)), alone, seed).get(0);
  }

  /**
   * Returns the bars of several instruments that move together.
   *
   * @param symbols one for each of the models, in their order
   * @throws IllegalStateException if a process leaves the positive numbers
   */
  public Panel panel(Symbols symbols, CorrelatedPaths paths, long seed) {
    return Panel.align(all(symbols, paths, seed));
  }

  private List<BarSeries> all(Symbols symbols, CorrelatedPaths paths, long seed) {
    if (symbols.size() != paths.models().size()) {
      throw new IllegalArgumentException(
          "there must be as many symbols as models, was %d and %d"
              .formatted(symbols.size(), paths.models().size()));
    }
    Sampling sampling = new Sampling(this, symbols, paths, seed);
    boolean first = true;
    for (Session session : calendar.sessions(fromInclusive, toExclusive)) {
      if (!first) {
        sampling.move(overnightSteps);
      }
      first = false;
      for (long start : timeframe.starts(session, calendar)) {
        long end = timeframe.endOf(start, calendar);
        if (timeframe.intraday()) {
          double share = (double) (end - start) / timeframe.nanos();
          long pause = start >= session.breakEnd() ? session.breakEnd() - session.breakStart() : 0;
          double into = (start - session.open() - pause + (end - start) / 2.0) / session.nanos();
          int steps = (int) Math.max(1, Math.round(stepsPerBar * share));
          sampling.bar(start, end, steps, into, volume.smile);
        } else {
          sampling.bar(start, end, stepsPerBar, 0.5, 0);
        }
      }
    }
    return sampling.build();
  }

  /** The bars of all symbols on their way. */
  private static final class Sampling {
    private final SyntheticBars recipe;
    private final CorrelatedPaths.Run run;
    private final Symbols symbols;
    private final List<BarSeries.Builder> builders = new ArrayList<>();
    private final RandomStream[] volumes;
    private final double[] prices;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double ticksPerUnit;

    Sampling(SyntheticBars recipe, Symbols symbols, CorrelatedPaths paths, long seed) {
      int n = symbols.size();
      this.recipe = recipe;
      this.symbols = symbols;
      run = paths.start(recipe.yearsPerStep(), seed);
      volumes = new RandomStream[n];
      prices = new double[n];
      opens = new double[n];
      highs = new double[n];
      lows = new double[n];
      ticksPerUnit = recipe.tick == 0 ? 0 : 1 / recipe.tick;
      for (int s = 0; s < n; s++) {
        builders.add(BarSeries.builder(symbols.get(s), recipe.timeframe));
        volumes[s] = RandomStream.of(seed, VOLUMES + s);
        prices[s] = paths.models().get(s).initial();
      }
    }

    void move(int steps) {
      for (int k = 0; k < steps; k++) {
        run.next(prices);
      }
    }

    void bar(long start, long end, int steps, double into, double smile) {
      for (int s = 0; s < prices.length; s++) {
        opens[s] = rounded(s);
        highs[s] = opens[s];
        lows[s] = opens[s];
      }
      for (int k = 0; k < steps; k++) {
        run.next(prices);
        for (int s = 0; s < prices.length; s++) {
          double price = rounded(s);
          highs[s] = Math.max(highs[s], price);
          lows[s] = Math.min(lows[s], price);
        }
      }
      double x = 2 * into - 1;
      double level = recipe.volume.median * (1 + smile * (3 * x * x - 1));
      for (int s = 0; s < prices.length; s++) {
        double units =
            Math.rint(level * StrictMath.exp(recipe.volume.dispersion * volumes[s].gaussian()));
        builders.get(s).add(start, end, opens[s], highs[s], lows[s], rounded(s), units);
      }
    }

    List<BarSeries> build() {
      List<BarSeries> series = new ArrayList<>();
      for (BarSeries.Builder builder : builders) {
        series.add(builder.build());
      }
      return series;
    }

    private double rounded(int s) {
      double price = prices[s];
      if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
        throw new IllegalStateException(
            "the price of %s must stay positive and finite, became %s"
                .formatted(symbols.get(s), price));
      }
      if (recipe.tick == 0) {
        return price;
      }
      double ticks = Math.max(Math.rint(price * ticksPerUnit), 1);
      return ticksPerUnit == Math.rint(ticksPerUnit) ? ticks / ticksPerUnit : ticks * recipe.tick;
    }
  }
}
