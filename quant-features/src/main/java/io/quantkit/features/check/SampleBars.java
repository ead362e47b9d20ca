package io.quantkit.features.check;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bars to check with. Invented: a random walk is no market. */
public final class SampleBars {
  private static final long DAY = 86_400_000_000_000L;
  private static final long START = 946_684_800_000_000_000L;

  private SampleBars() {}

  /**
   * Returns daily bars of a random walk that begins at 100: every number finite, prices strictly
   * inside their bars, no two closes equal.
   */
  public static BarSeries walk(int bars, long seed) {
    return walk(Symbol.of("WALK"), bars, seed);
  }

  /**
   * Returns daily bars that are legal and nasty: ties, bars without range, volumes of 0, -0.0 and
   * the smallest denormal, leaps over many orders of magnitude, missing opens, highs, lows and
   * volumes.
   */
  public static BarSeries hostile(int bars, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("HOSTILE"), Timeframe.DAY_1);
    double close = 100;
    for (int t = 0; t < bars; t++) {
      int kind = random.nextInt(40);
      if (kind == 0) {
        close = StrictMath.pow(10, 40 * random.nextDouble() - 20);
      } else if (kind == 1) {
        close = Double.MIN_VALUE;
      } else if (kind < 4) {
        close = 100;
      } else if (kind > 12) {
        close *= 1 + 0.04 * (random.nextDouble() - 0.5);
      }
      close = Math.max(close, Double.MIN_VALUE);
      boolean flat = kind % 3 == 0;
      double open = flat ? close : close * (0.98 + 0.04 * random.nextDouble());
      open = Math.max(open, Double.MIN_VALUE);
      double high = Math.max(open, close) * (flat ? 1 : 1.01);
      double low = Math.max(Double.MIN_VALUE, Math.min(open, close) * (flat ? 1 : 0.99));
      double volume =
          switch (kind) {
            case 5 -> 0;
            case 6 -> -0.0;
            case 7 -> Double.MIN_VALUE;
            case 8 -> Double.NaN;
            default -> Math.rint(1e6 * random.nextDouble());
          };
      if (kind == 9) {
        builder.add(
            START + t * DAY, START + (t + 1) * DAY, Double.NaN, high, Double.NaN, close, volume);
      } else {
        builder.add(START + t * DAY, START + (t + 1) * DAY, open, high, low, close, volume);
      }
    }
    return builder.build();
  }

  /**
   * Returns numbers of every kind: a walk through zero with ties, leaps, {@code NaN}, infinities,
   * zeros of both signs and denormals.
   */
  public static double[] numbers(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[size];
    double x = 0;
    for (int t = 0; t < size; t++) {
      x += random.nextDouble() - 0.5;
      numbers[t] =
          switch (random.nextInt(60)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> 0.0;
            case 3 -> -0.0;
            case 4 -> Double.MIN_VALUE;
            case 5 -> -3 * Double.MIN_VALUE;
            case 6 -> 1e30 * x;
            case 7, 8, 9, 10 -> 1;
            default -> x;
          };
    }
    return numbers;
  }

  /**
   * Returns a panel of random walks: symbols {@code S0}, {@code S1} and so on, every one with a bar
   * in every row.
   */
  public static Panel panel(int symbols, int rows, long seed) {
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < symbols; s++) {
      all.add(walk(Symbol.of("S" + s), rows, seed * 1000 + s));
    }
    return Panel.align(all);
  }

  /**
   * Returns a panel of random walks with gaps: symbols miss single rows, begin late and end early,
   * and some close equally. The first symbol is complete.
   */
  public static Panel gappyPanel(int symbols, int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BarSeries> all = new ArrayList<>();
    for (int s = 0; s < symbols; s++) {
      BarSeries full = walk(Symbol.of("S" + s), rows, seed * 1000 + s / 2);
      BarSeries.Builder builder = BarSeries.builder(full.symbol(), full.timeframe());
      int from = s % 3 == 1 ? random.nextInt(rows / 2) : 0;
      int to = s % 4 == 2 ? rows - random.nextInt(rows / 3) : rows;
      for (int t = from; t < to; t++) {
        if (s == 0 || random.nextInt(15) > 0) {
          builder.add(full.bar(t));
        }
      }
      all.add(builder.build());
    }
    return Panel.align(all);
  }

  private static BarSeries walk(Symbol symbol, int bars, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.DAY_1);
    double close = 100;
    for (int t = 0; t < bars; t++) {
      double open = close * (1 + 0.01 * (random.nextDouble() - 0.5));
      close *= 1 + 0.04 * (random.nextDouble() - 0.5);
      double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
      double volume = Math.rint(1e6 * (1 + random.nextDouble()));
      builder.add(START + t * DAY, START + (t + 1) * DAY, open, high, low, close, volume);
    }
    return builder.build();
  }
}
