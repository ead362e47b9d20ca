package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.LinearMean;
import java.util.List;

/**
 * Hull's moving average: the linearly weighted average of {@code sqrt(n)} numbers of {@code 2
 * wma(x, n/2) - wma(x, n)}, with {@code n = period} and both lengths rounded down.
 *
 * <p>In the unit of the input; can leave its range. Warm-up {@code n - 1 + floor(sqrt(n)) - 1}.
 * Does not drift, see {@link Wma}. Source: A. Hull, 2005, alanhull.com; talipp, Tulip and
 * TradingView agree.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Hma(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Hma {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public Hma(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "hma", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period + root(period) - 2;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Hull(period));
  }

  private static int root(int period) {
    return (int) Math.sqrt(period);
  }

  private static final class Hull implements Filter {
    private final Filter half;
    private final Filter whole;
    private final Filter smooth;
    private double[][] work = {};

    Hull(int period) {
      this(
          new LinearMean(Math.max(1, period / 2)),
          new LinearMean(period),
          new LinearMean(root(period)));
    }

    private Hull(Filter half, Filter whole, Filter smooth) {
      this.half = half;
      this.whole = whole;
      this.smooth = smooth;
    }

    @Override
    public double add(double x) {
      double h = half.add(x);
      double w = whole.add(x);
      return Double.isNaN(w) ? Double.NaN : smooth.add(2 * h - w);
    }

    @Override
    public void add(double[] in, int from, int to, double[] out, int outFrom) {
      int count = to - from;
      if (work.length == 0 || work[0].length < count) {
        work = new double[2][count];
      }
      double[] h = work[0];
      double[] w = work[1];
      half.add(in, from, to, h, 0);
      whole.add(in, from, to, w, 0);
      int begin = 0;
      while (begin < count && Double.isNaN(w[begin])) {
        out[outFrom + begin] = Double.NaN;
        begin++;
      }
      for (int i = begin; i < count; i++) {
        h[i] = 2 * h[i] - w[i];
      }
      smooth.add(h, begin, count, out, outFrom + begin);
    }

    @Override
    public void clear() {
      half.clear();
      whole.clear();
      smooth.clear();
    }

    @Override
    public Filter copy() {
      return new Hull(half.copy(), whole.copy(), smooth.copy());
    }
  }
}
