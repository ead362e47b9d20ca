package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.RangeKernel;
import java.util.List;

/**
 * The middle of the range of the prices of the window, TA-Lib's {@code MIDPRICE}: {@code (max(high,
 * n) + min(low, n)) / 2}.
 *
 * <p>A price within their range. Warm-up {@code period - 1}.
 *
 * @param period the window, in observations, at least 1
 */
public record MidPrice(int period) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public MidPrice {
    Checks.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "midprice", period, "raw"));
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
    return new RangeKernel(period, 0, false, 1, MidPrice::middle);
  }

  static void middle(double[] highest, double[] lowest, double[] close, int count, double[][] out) {
    double[] middle = out[0];
    for (int i = 0; i < count; i++) {
      middle[i] = (highest[i] + lowest[i]) / 2;
    }
  }
}
