package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.LinearMean;
import java.util.List;

/**
 * The linearly weighted moving average, TA-Lib's {@code WMA}: {@code (n x[t] + (n-1) x[t-1] + ... +
 * x[t-n+1]) / (n (n+1) / 2)} with {@code n = period}.
 *
 * <p>In the unit of the input. Warm-up {@code period - 1}. Does not drift: the error is that of
 * some hundred steps, however long the stream. A step costs O(1) on average, O(period) once in a
 * while.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Wma(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Wma {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public Wma(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "wma", period, input.aggregation("raw")));
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
    return new FilterKernel(new LinearMean(period));
  }
}
