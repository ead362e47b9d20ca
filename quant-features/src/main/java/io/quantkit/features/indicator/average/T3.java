package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialCascade;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * Tillson's moving average, TA-Lib's {@code T3}: the double average with factor {@code v}, applied
 * three times.
 *
 * <p>With {@code e1 ... e6} exponential averages of one another it is {@code -v^3 e6 + 3 (v^2 +
 * v^3) e5 - (3 v + 6 v^2 + 3 v^3) e4 + (1 + 3 v + 3 v^2 + v^3) e3}. In the unit of the input; can
 * leave its range a little. Warm-up {@code 6 (period - 1)}. Source: T. Tillson, Technical Analysis
 * of Stocks and Commodities 16, January 1998.
 *
 * @param period the span of each average, in observations, at least 1
 * @param factor TA-Lib's volume factor, in [0, 1]; 0 is the exponential average of order three
 * @param input what is averaged
 */
public record T3(int period, double factor, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1 or the factor not in [0, 1]
   */
  public T3 {
    Checks.atLeast("period", period, 1);
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException("factor must be in [0, 1], was " + factor);
    }
  }

  /** Creates an average of closes with a factor of 0.7. */
  public T3(int period) {
    this(period, 0.7, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech", "t3", period + "x" + FeatureName.text(factor), input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 6 * (period - 1);
  }

  @Override
  public int settle(double eps) {
    return warmup() + AverageKind.cascade(period, eps, 6);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(ExponentialCascade.of(period, period, AverageKind.tillson(factor)));
  }
}
