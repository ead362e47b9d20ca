package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingSum;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * Williams' ultimate oscillator: the weighted mean of three ratios of buying pressure to true
 * range, {@code 100 (4 a + 2 b + c) / 7}.
 *
 * <p>{@code a}, {@code b} and {@code c} are {@code sum(close - min(low, last close)) / sum(true
 * range)} over the three windows, the shortest window weighing most. TA-Lib's {@code ULTOSC}.
 * Within [0, 100]. Warm-up {@code third}. A ratio whose range is 0 counts as 0, as TA-Lib has it.
 * Source: L. Williams, Stocks and Commodities, 1985 (7, 14, 28).
 *
 * @param first the shortest window, at least 1
 * @param second the middle window, at least the shortest
 * @param third the longest window, at least the middle one
 */
public record UltimateOscillator(int first, int second, int third) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public UltimateOscillator {
    Parameters.atLeast("first", first, 1);
    Parameters.atLeast("second", second, first);
    Parameters.atLeast("third", third, second);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "ultimate-oscillator", first + "x" + second + "x" + third, "raw"));
  }

  @Override
  public int warmup(int output) {
    return third;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(new Sums(first, second, third), new Sums(first, second, third));
  }

  private static final class State implements BlockFeature {
    private static final int WINDOWS = 3;

    private final Sums pressures;
    private final Sums ranges;
    private double[][] scratch = {};
    private double[][] pressureSums = {};
    private double[][] rangeSums = {};
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(Sums pressures, Sums ranges) {
      this.pressures = pressures;
      this.ranges = ranges;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double before = last;
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        pressures.clear();
        ranges.clear();
        last = Double.NaN;
        value = Double.NaN;
        return;
      }
      last = close;
      if (Double.isNaN(before)) {
        return;
      }
      pressures.add(close - Math.min(low, before));
      ranges.add(TrueRange.of(high, low, before));
      if (ranges.full()) {
        double a = ratio(pressures.first, ranges.first);
        double b = ratio(pressures.second, ranges.second);
        double c = ratio(pressures.third, ranges.third);
        value = weighted(a, b, c);
      }
    }

    private static double ratio(double pressure, double range) {
      return range > 0 ? pressure / range : 0;
    }

    /** Returns the weighted mean in percent, {@code NaN} if it is not finite. */
    private static double weighted(double a, double b, double c) {
      double mean = 100 * (4 * a + 2 * b + c) / 7;
      return mean + 0 * mean;
    }

    @Override
    public boolean warm() {
      return ranges.full();
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[4][SIZE];
        pressureSums = new double[WINDOWS][SIZE];
        rangeSums = new double[WINDOWS][SIZE];
      }
      int n = to - from;
      double[] range = scratch[0];
      double[] low = scratch[1];
      double[] close = scratch[2];
      double[] before = scratch[3];
      if (!TrueRange.block(series, from, to, last, range, before, low)) {
        return false;
      }
      series.copyInto(BarField.CLOSE, from, to, close, 0);
      System.arraycopy(close, 0, before, 1, n - 1);
      before[0] = last;
      last = close[n - 1];
      for (int i = 0; i < n; i++) {
        close[i] -= Math.min(low[i], before[i]);
      }
      pressures.add(close, n, pressureSums);
      ranges.add(range, n, rangeSums);
      boolean positive = positive(rangeSums[0], n);
      for (int w = 0; w < WINDOWS; w++) {
        divide(pressureSums[w], rangeSums[w], n, positive);
      }
      double[] result = scratch[0];
      weigh(pressureSums[0], pressureSums[1], pressureSums[2], result, n);
      System.arraycopy(result, 0, out[0], from, n);
      value = result[n - 1];
      return true;
    }

    /** Returns whether the shortest sums are positive: then the longer ones are. */
    private static boolean positive(double[] sums, int n) {
      boolean all = true;
      for (int i = 0; i < n; i++) {
        all &= sums[i] > 0;
      }
      return all;
    }

    private static void divide(double[] pressures, double[] ranges, int n, boolean positive) {
      if (positive) {
        for (int i = 0; i < n; i++) {
          pressures[i] /= ranges[i];
        }
      } else {
        for (int i = 0; i < n; i++) {
          pressures[i] = ratio(pressures[i], ranges[i]);
        }
      }
    }

    private static void weigh(double[] a, double[] b, double[] c, double[] to, int n) {
      for (int i = 0; i < n; i++) {
        to[i] = weighted(a[i], b[i], c[i]);
      }
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(pressures.copy(), ranges.copy());
      copy.last = last;
      copy.value = value;
      return copy;
    }
  }

  /** The sums of three windows that end together. */
  private static final class Sums {
    private final SlidingSum narrow;
    private final WiderSum wider;
    private final WiderSum widest;
    private double first = Double.NaN;
    private double second = Double.NaN;
    private double third = Double.NaN;

    Sums(int first, int second, int third) {
      this(new SlidingSum(first), WiderSum.of(first, second), WiderSum.of(second, third));
    }

    private Sums(SlidingSum narrow, WiderSum wider, WiderSum widest) {
      this.narrow = narrow;
      this.wider = wider;
      this.widest = widest;
    }

    void add(double x) {
      first = narrow.add(x);
      second = wider.add(x, first);
      third = widest.add(x, second);
    }

    /** Adds numbers to full windows and tells the sums by window, all from position 0 on. */
    void add(double[] in, int count, double[][] sums) {
      narrow.add(in, count, sums[0]);
      wider.add(in, sums[0], count, sums[1]);
      widest.add(in, sums[1], count, sums[2]);
    }

    boolean full() {
      return !Double.isNaN(third);
    }

    void clear() {
      narrow.clear();
      wider.clear();
      widest.clear();
      third = Double.NaN;
    }

    Sums copy() {
      Sums copy = new Sums(narrow.copy(), wider.copy(), widest.copy());
      copy.first = first;
      copy.second = second;
      copy.third = third;
      return copy;
    }
  }
}
