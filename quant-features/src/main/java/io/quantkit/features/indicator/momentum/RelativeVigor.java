package io.quantkit.features.indicator.momentum;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.MeanFilter;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import java.util.List;

/**
 * The relative vigor index and its signal: the body of bars in relation to their range, both
 * smoothed over four bars with the weights 1, 2, 2, 1 and summed over {@code period}.
 *
 * <p>{@code sum(w(close - open), period) / sum(w(high - low), period)} with {@code w(x) = (x[t] + 2
 * x[t-1] + 2 x[t-2] + x[t-3]) / 6}; the signal is {@code w} of the index. Within [-1, 1]. Warm-up
 * {@code period + 2}, for the signal 3 more. {@code NaN} where there is no range. Source: J.
 * Ehlers, Stocks and Commodities, January 2002 (10).
 *
 * @param period the window, at least 1
 */
public record RelativeVigor(int period) implements Feature {

  /** The position of the index among the outputs: 0. */
  public static final int INDEX = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RelativeVigor {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "relative-vigor", period, "raw"),
        FeatureName.of("tech", "relative-vigor", period, "signal"));
  }

  @Override
  public int warmup(int output) {
    return period + 2 + (output == SIGNAL ? 3 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(
        new FilterKernel(new Weighted()),
        new FilterKernel(new Weighted()),
        new FilterKernel(new MeanFilter(period)),
        PositiveMean.of(period),
        new FilterKernel(new Weighted()));
  }

  /** Each stage starts again by itself where a number is missing. */
  private static final class State implements FeatureKernel {
    private static final int SIZE = BlockFeature.SIZE;

    private final IndicatorKernel body;
    private final IndicatorKernel range;
    private final IndicatorKernel meanBody;
    private final IndicatorKernel meanRange;
    private final IndicatorKernel signal;
    private double index = Double.NaN;
    private double[][] scratch = {};

    State(
        IndicatorKernel body,
        IndicatorKernel range,
        IndicatorKernel meanBody,
        IndicatorKernel meanRange,
        IndicatorKernel signal) {
      this.body = body;
      this.range = range;
      this.meanBody = meanBody;
      this.meanRange = meanRange;
      this.signal = signal;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double up = close - open;
      double wide = high - low;
      double none = 0 * up + 0 * wide;
      double upMean = meanBody.update(body.update(up + none));
      double wideMean = meanRange.update(range.update(wide + none));
      index = Math.max(-1, Math.min(1, Ratio.of(upMean, wideMean)));
      signal.update(index);
    }

    @Override
    public void update(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[4][SIZE];
      }
      for (int begin = from; begin < to; begin += SIZE) {
        block(series, begin, Math.min(to, begin + SIZE), out);
      }
    }

    private void block(BarSeries series, int from, int to, double[][] out) {
      double[] up = scratch[0];
      double[] wide = scratch[1];
      double[] open = scratch[2];
      double[] low = scratch[3];
      int n = to - from;
      series.copyInto(BarField.OPEN, from, to, open, 0);
      series.copyInto(BarField.HIGH, from, to, wide, 0);
      series.copyInto(BarField.LOW, from, to, low, 0);
      series.copyInto(BarField.CLOSE, from, to, up, 0);
      for (int i = 0; i < n; i++) {
        up[i] = up[i] - open[i];
        wide[i] = wide[i] - low[i];
        low[i] = 0 * up[i] + 0 * wide[i]; // NaN where a price is missing
        up[i] += low[i];
        wide[i] += low[i];
      }
      smooth(up, open, n, body, meanBody);
      smooth(wide, open, n, range, meanRange);
      Ratio.of(up, wide, n, up);
      for (int i = 0; i < n; i++) {
        up[i] = Math.max(-1, Math.min(1, up[i]));
      }
      index = up[n - 1];
      signal.update(up, 0, n, new double[][] {wide}, 0);
      System.arraycopy(up, 0, out[INDEX], from, n);
      if (out.length > SIGNAL) {
        System.arraycopy(wide, 0, out[SIGNAL], from, n);
      }
    }

    private static void smooth(
        double[] x, double[] scratch, int n, IndicatorKernel weighted, IndicatorKernel mean) {
      weighted.update(x, 0, n, new double[][] {scratch}, 0);
      mean.update(scratch, 0, n, new double[][] {x}, 0);
    }

    @Override
    public double value(int output) {
      return output == INDEX ? index : signal.value(0);
    }

    @Override
    public FeatureKernel copy() {
      State copy =
          new State(body.copy(), range.copy(), meanBody.copy(), meanRange.copy(), signal.copy());
      copy.index = index;
      return copy;
    }
  }

  /** The mean of four numbers with the weights 1, 2, 2, 1. */
  private static final class Weighted implements Filter {
    private double one = Double.NaN;
    private double two = Double.NaN;
    private double three = Double.NaN;

    @Override
    public double add(double x) {
      double mean = (x + 2 * one + 2 * two + three) / 6;
      three = two;
      two = one;
      one = x;
      return mean;
    }

    @Override
    public void clear() {
      one = Double.NaN;
      two = Double.NaN;
      three = Double.NaN;
    }

    @Override
    public Filter copy() {
      Weighted copy = new Weighted();
      copy.one = one;
      copy.two = two;
      copy.three = three;
      return copy;
    }
  }
}
