package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * The middle of the range of the window, TA-Lib's {@code MIDPOINT}: {@code (max(x, n) + min(x, n))
 * / 2}.
 *
 * <p>In the unit of the input and within its range. Warm-up {@code period - 1}.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Midpoint(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Midpoint {
    Checks.atLeast("period", period, 1);
  }

  /** Creates a middle of closes. */
  public Midpoint(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "midpoint", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Middle(period));
  }

  private static final class Middle implements Filter {
    private final SlidingMaximum high;
    private final SlidingMaximum low;

    Middle(int period) {
      this(new SlidingMaximum(period), new SlidingMaximum(period));
    }

    private Middle(SlidingMaximum high, SlidingMaximum low) {
      this.high = high;
      this.low = low;
    }

    @Override
    public double add(double x) {
      high.add(x);
      return low.add(-x) ? (high.maximum() - low.maximum()) / 2 : Double.NaN;
    }

    @Override
    public void clear() {
      high.clear();
      low.clear();
    }

    @Override
    public Filter copy() {
      return new Middle(high.copy(), low.copy());
    }
  }
}
