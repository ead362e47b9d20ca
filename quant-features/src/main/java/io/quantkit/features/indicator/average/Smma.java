package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialCascade;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The smoothed moving average, Wilder's: {@code s[t] = s[t-1] + (x[t] - s[t-1]) / period}, begun
 * with the mean of the first {@code period} numbers.
 *
 * <p>Also known as RMA (TradingView), {@code wilders} (Tulip) and {@code EMA(wilder=TRUE)} (TTR).
 * In the unit of the input and within its range. Warm-up {@code period - 1}. Source: J. Welles
 * Wilder, New Concepts in Technical Trading Systems, 1978.
 *
 * @param period the inverse of the weight, in observations, at least 1
 * @param input what is averaged
 */
public record Smma(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Smma {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public Smma(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "smma", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 2);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(ExponentialCascade.wilder(period));
  }
}
