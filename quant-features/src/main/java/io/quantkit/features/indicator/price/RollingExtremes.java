package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Require;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * The smallest and the largest number of a rolling window, and the point half-way: TA-Lib's MIN,
 * MAX, MINMAX and MIDPOINT.
 *
 * <p>Outputs, in order: minimum, maximum, middle, in the unit of the input. Warm-up {@code period -
 * 1}.
 *
 * @param period the window, in observations, at least 1
 * @param input what is compared
 */
public record RollingExtremes(int period, Input input) implements Indicator {

  /** The position of the minimum among the outputs: 0. */
  public static final int MINIMUM = 0;

  /** The position of the maximum among the outputs: 1. */
  public static final int MAXIMUM = 1;

  /** The position of the middle among the outputs: 2. */
  public static final int MIDDLE = 2;

  /**
   * Creates a window.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RollingExtremes {
    Require.atLeast("period", period, 1);
  }

  /** Creates extremes of closes. */
  public RollingExtremes(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "extremes", period, input.aggregation("min")),
        FeatureName.of("tech", "extremes", period, input.aggregation("max")),
        FeatureName.of("tech", "extremes", period, input.aggregation("middle")));
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
    return new GapIndicatorKernel(
        3, new Step(new SlidingMaximum(period), new SlidingMaximum(period)));
  }

  private record Step(SlidingMaximum negated, SlidingMaximum window) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      negated.add(-x);
      window.add(x);
      out[MINIMUM] = -negated.maximum();
      out[MAXIMUM] = window.maximum();
      out[MIDDLE] = out[MINIMUM] + (out[MAXIMUM] - out[MINIMUM]) / 2;
    }

    @Override
    public void clear() {
      negated.clear();
      window.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(negated.copy(), window.copy());
    }
  }
}
