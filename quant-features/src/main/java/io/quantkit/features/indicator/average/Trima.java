package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterChain;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.MeanFilter;
import java.util.List;

/**
 * The triangular moving average, TA-Lib's {@code TRIMA}: weights rise linearly to the middle of the
 * window and fall again.
 *
 * <p>The simple average of a simple average: of {@code (n+1)/2} numbers twice where the period
 * {@code n} is odd, of {@code n/2} and {@code n/2 + 1} numbers where it is even. In the unit of the
 * input. Warm-up {@code period - 1}. Does not drift, see {@link Sma}.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Trima(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Trima {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public Trima(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "trima", period, input.aggregation("raw")));
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
    return new FilterKernel(filter(period));
  }

  static Filter filter(int period) {
    return new FilterChain(new MeanFilter((period + 1) / 2), new MeanFilter(period / 2 + 1));
  }
}
