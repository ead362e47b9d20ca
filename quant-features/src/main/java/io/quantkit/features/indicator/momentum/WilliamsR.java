package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RangeKernel;
import io.quantkit.features.kernel.Ratio;
import java.util.List;

/**
 * Williams' %R: where in the range of the last {@code period} bars the close is, {@code -100
 * (highest - close) / (highest - lowest)}.
 *
 * <p>TA-Lib's {@code WILLR}. Within [-100, 0]: 0 at the highest high. Warm-up {@code period - 1}. 0
 * where there is no range, as TA-Lib has it. TTR's {@code WPR} is {@code -1/100} of it. Source: L.
 * Williams, How I Made One Million Dollars, 1973.
 *
 * @param period the window, at least 1
 */
public record WilliamsR(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public WilliamsR {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "williams-r", period, "raw"));
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
  public FeatureKernel start() {
    return new RangeKernel(period, 0, true, 1, WilliamsR::position);
  }

  private static void position(
      double[] highest, double[] lowest, double[] close, int count, double[][] out) {
    double[] position = out[0];
    for (int i = 0; i < count; i++) {
      close[i] = highest[i] - close[i];
      lowest[i] = highest[i] - lowest[i];
    }
    Ratio.or(close, lowest, count, 0, position);
    for (int i = 0; i < count; i++) {
      position[i] = -100 * position[i] + 0.0;
    }
  }
}
