package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The sine-weighted moving average: weights {@code sin(pi i / (period + 1))} for {@code i = 1} (the
 * oldest) to {@code period}.
 *
 * <p>In the unit of the input and within its range. Warm-up {@code period - 1}. Computed from the
 * whole window at each step: O(period), no drift. Source: P. Lafferty, cited in W. Arms, and
 * pandas-ta's {@code sinwma}.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record SineWeighted(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public SineWeighted {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public SineWeighted(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "sinwma", period, input.aggregation("raw")));
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
    return new FilterKernel(new WeightedWindow(weights(period)));
  }

  private static double[] weights(int period) {
    double[] weights = new double[period];
    for (int i = 0; i < period; i++) {
      weights[i] = StrictMath.sin(Math.PI * (i + 1) / (period + 1));
    }
    return weights;
  }
}
