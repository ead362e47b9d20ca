package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RangeKernel;
import java.util.List;

/**
 * How far the close is from the highest high and the lowest low of a rolling window, with 252 daily
 * bars the distance from the 52-week high and low: {@code close / max(high, n) - 1} and {@code
 * close / min(low, n) - 1}.
 *
 * <p>Outputs, in order: below the high, within (-1, 0]; above the low, at least 0. Warm-up {@code
 * period - 1}. Source: T. George and C. Hwang, The 52-Week High and Momentum Investing, Journal of
 * Finance 59, 2004.
 *
 * @param period the window, in bars, at least 1
 */
public record ExtremeDistance(int period) implements Feature {

  /**
   * Creates distances.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ExtremeDistance {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "extreme-distance", period, "high"),
        FeatureName.of("tech", "extreme-distance", period, "low"));
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
    return new RangeKernel(period, 0, true, 2, ExtremeDistance::distances);
  }

  private static void distances(
      double[] highest, double[] lowest, double[] close, int count, double[][] out) {
    double[] toHigh = out[0];
    double[] toLow = out[1];
    for (int i = 0; i < count; i++) {
      toHigh[i] = close[i] / highest[i] - 1;
      toLow[i] = close[i] / lowest[i] - 1;
    }
  }
}
