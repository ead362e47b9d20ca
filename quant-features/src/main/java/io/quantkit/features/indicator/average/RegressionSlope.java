package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.LinearWindow;
import java.util.List;

/**
 * The slope of the straight line that fits the last {@code period} numbers best, TA-Lib's {@code
 * LINEARREG_SLOPE}: {@code sum((i - mean(i)) x[i]) / sum((i - mean(i))^2)}.
 *
 * <p>In units of the input per bar. Warm-up {@code period - 1}. Does not drift, see {@link Wma};
 * O(1). {@link io.quantkit.features.statistic.LinearRegression} tells all about the line.
 *
 * @param period the window, in observations, at least 2
 * @param input what the line is fitted to
 */
public record RegressionSlope(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RegressionSlope {
    Checks.atLeast("period", period, 2);
  }

  /** Creates a slope of closes. */
  public RegressionSlope(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "linreg-slope", period, input.aggregation("raw")));
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
    return new FilterKernel(LinearWindow.slope(period));
  }
}
