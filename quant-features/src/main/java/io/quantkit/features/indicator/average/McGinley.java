package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.MeanFilter;
import java.util.List;

/**
 * McGinley's dynamic: {@code m[t] = m[t-1] + (x[t] - m[t-1]) / (period (x[t] / m[t-1])^4)}, begun
 * with the mean of the first {@code period} numbers.
 *
 * <p>In the unit of the input. Made for positive numbers: {@code NaN} from where the average leaves
 * them until it starts again at the next number. Warm-up {@code period - 1}. How fast it forgets
 * depends on the numbers, so it {@link Feature#NEVER} settles by guarantee. Others take 0.6 of the
 * period, as trading-signals does: a period of 6 here is their 10. Source: J. McGinley, Journal of
 * Technical Analysis, 1991; talipp and LEAN agree.
 *
 * @param period the inverse of the weight while prices rest, in observations, at least 1
 * @param input what is averaged
 */
public record McGinley(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public McGinley {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public McGinley(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "mcginley", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Dynamic(period));
  }

  private static final class Dynamic implements Filter {
    private final int period;
    private final Filter seed;
    private boolean begun;
    private double mean;

    Dynamic(int period) {
      this(period, new MeanFilter(period));
    }

    private Dynamic(int period, Filter seed) {
      this.period = period;
      this.seed = seed;
    }

    @Override
    public double add(double x) {
      if (!begun) {
        mean = seed.add(x);
        begun = !Double.isNaN(mean);
        return mean;
      }
      double ratio = x / mean;
      double square = ratio * ratio;
      mean += (x - mean) / (period * (square * square));
      if (!(Math.abs(mean) < Double.POSITIVE_INFINITY)) {
        clear();
        return Double.NaN;
      }
      return mean;
    }

    @Override
    public void clear() {
      seed.clear();
      begun = false;
    }

    @Override
    public Filter copy() {
      Dynamic copy = new Dynamic(period, seed.copy());
      copy.begun = begun;
      copy.mean = mean;
      return copy;
    }
  }
}
