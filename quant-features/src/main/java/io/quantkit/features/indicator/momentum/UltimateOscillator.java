package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
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
    return new State(
        new SlidingSum[] {
          new SlidingSum(first), new SlidingSum(first),
          new SlidingSum(second), new SlidingSum(second),
          new SlidingSum(third), new SlidingSum(third)
        });
  }

  private static final class State implements BlockFeature {
    private double[][] scratch = {};

    /** By window: buying pressure, true range. */
    private final SlidingSum[] sums;

    private final SlidingSum pressure1;
    private final SlidingSum range1;
    private final SlidingSum pressure2;
    private final SlidingSum range2;
    private final SlidingSum pressure3;
    private final SlidingSum range3;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(SlidingSum[] sums) {
      this.sums = sums;
      pressure1 = sums[0];
      range1 = sums[1];
      pressure2 = sums[2];
      range2 = sums[3];
      pressure3 = sums[4];
      range3 = sums[5];
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      step(high, low, close);
    }

    @Override
    public boolean warm() {
      return !Double.isNaN(value);
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[8][SIZE];
      }
      int n = to - from;
      double[] range = scratch[6];
      double[] pressure = scratch[7];
      double[] low = scratch[1];
      double[] close = scratch[2];
      if (!TrueRange.block(series, from, to, last, range, scratch[0], low)) {
        return false;
      }
      series.copyInto(BarField.CLOSE, from, to, close, 0);
      double before = last;
      for (int i = 0; i < n; i++) {
        pressure[i] = close[i] - Math.min(low[i], before);
        before = close[i];
      }
      last = before;
      for (int i = 0; i < sums.length; i++) {
        sums[i].add(i % 2 == 0 ? pressure : range, n, scratch[i]);
      }
      double[] result = out[0];
      for (int i = 0; i < n; i++) {
        double a = Ratio.or(scratch[0][i], scratch[1][i], 0);
        double b = Ratio.or(scratch[2][i], scratch[3][i], 0);
        double c = Ratio.or(scratch[4][i], scratch[5][i], 0);
        result[from + i] = 100 * (4 * a + 2 * b + c) / 7;
      }
      value = result[to - 1];
      return true;
    }

    private void step(double high, double low, double close) {
      double before = last;
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        for (SlidingSum sum : sums) {
          sum.clear();
        }
        last = Double.NaN;
        value = Double.NaN;
        return;
      }
      last = close;
      if (Double.isNaN(before)) {
        return;
      }
      double pressure = close - Math.min(low, before);
      double range = TrueRange.of(high, low, before);
      double a = Ratio.or(pressure1.add(pressure), range1.add(range), 0);
      double b = Ratio.or(pressure2.add(pressure), range2.add(range), 0);
      double c = Ratio.or(pressure3.add(pressure), range3.add(range), 0);
      value = 100 * (4 * a + 2 * b + c) / 7;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      SlidingSum[] copies = new SlidingSum[sums.length];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = sums[i].copy();
      }
      State copy = new State(copies);
      copy.last = last;
      copy.value = value;
      return copy;
    }
  }
}
