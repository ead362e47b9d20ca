package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * Chande's variable index dynamic average of 1992: an exponential average whose weight {@code
 * alpha} is multiplied by the standard deviation of the last {@code shorter} numbers in relation to
 * that of the last {@code longer} ones; 0 where the longer one is 0.
 *
 * <p>In the unit of the input. Begins with the number before the first value. Warm-up {@code longer
 * - 1}; Tulip's {@code vidya} also tells the number that it begins with. Remembers its beginning
 * for ever while prices rest: {@link Feature#NEVER} settles. Source: T. Chande, Technical Analysis
 * of Stocks and Commodities 10, March 1992.
 *
 * @param shorter the window of the upper deviation, at least 2
 * @param longer the window of the lower deviation, at least {@code shorter}
 * @param alpha the weight of the newest number where the deviations agree, in (0, 1]
 * @param input what is averaged
 */
public record DeviationVidya(int shorter, int longer, double alpha, Input input)
    implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if shorter is below 2, longer below shorter or alpha not in
   *     (0, 1]
   */
  public DeviationVidya {
    Checks.atLeast("shorter", shorter, 2);
    Checks.atLeast("longer", longer, shorter);
    Checks.within("alpha", alpha, 0, 1);
  }

  /** Creates an average of closes. */
  public DeviationVidya(int shorter, int longer, double alpha) {
    this(shorter, longer, alpha, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "vidya-deviation",
            shorter + "x" + longer + "x" + FeatureName.text(alpha),
            input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return longer - 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Variable(shorter, longer, alpha));
  }

  private static final class Variable implements Filter {
    private final double alpha;
    private final SlidingMoments near;
    private final SlidingMoments far;
    private double mean;

    Variable(int shorter, int longer, double alpha) {
      this(alpha, new SlidingMoments(shorter), new SlidingMoments(longer));
    }

    private Variable(double alpha, SlidingMoments near, SlidingMoments far) {
      this.alpha = alpha;
      this.near = near;
      this.far = far;
    }

    @Override
    public double add(double x) {
      near.add(x);
      if (!far.add(x)) {
        mean = x;
        return Double.NaN;
      }
      double spread = far.deviation(0);
      double share = spread > 0 ? alpha * (near.deviation(0) / spread) : 0;
      mean += share * (x - mean);
      return mean;
    }

    @Override
    public void clear() {
      near.clear();
      far.clear();
    }

    @Override
    public Filter copy() {
      Variable copy = new Variable(alpha, near.copy(), far.copy());
      copy.mean = mean;
      return copy;
    }
  }
}
