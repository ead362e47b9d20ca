package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The Arnaud Legoux moving average: weights are a bell curve over the window, {@code exp(-(i - m)^2
 * / (2 s^2))} for {@code i = 0} (the oldest) to {@code period - 1}, with {@code m = offset (period
 * - 1)} and {@code s = period / sigma}.
 *
 * <p>In the unit of the input and within its range. Warm-up {@code period - 1}. Computed from the
 * whole window at each step: O(period), no drift. Source: A. Legoux and D. Kouzis-Loukas, 2009;
 * TradingView's {@code ta.alma}.
 *
 * @param period the window, in observations, at least 1
 * @param offset where the middle of the curve is, from 0, the oldest, to 1, the newest; usually
 *     0.85
 * @param sigma how many widths of the curve fit into the window, positive; usually 6
 * @param whole whether the middle is rounded down to a whole position, as in LEAN
 * @param input what is averaged
 */
public record Alma(int period, double offset, double sigma, boolean whole, Input input)
    implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1, the offset not in [0, 1] or sigma
   *     not in (0, 1000]
   */
  public Alma {
    Checks.atLeast("period", period, 1);
    if (!(offset >= 0 && offset <= 1)) {
      throw new IllegalArgumentException("offset must be in [0, 1], was " + offset);
    }
    Checks.within("sigma", sigma, 0, 1000);
  }

  /** Creates an average of closes with offset 0.85 and sigma 6. */
  public Alma(int period) {
    this(period, 0.85, 6, false, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            whole ? "alma-whole" : "alma",
            period + "x" + FeatureName.text(offset) + "x" + FeatureName.text(sigma),
            input.aggregation("raw")));
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
    return new FilterKernel(new WeightedWindow(weights(period, offset, sigma, whole)));
  }

  private static double[] weights(int period, double offset, double sigma, boolean whole) {
    double middle = offset * (period - 1);
    if (whole) {
      middle = Math.floor(middle);
    }
    double width = period / sigma;
    double[] weights = new double[period];
    for (int i = 0; i < period; i++) {
      double z = (i - middle) / width;
      weights[i] = StrictMath.exp(-z * z / 2);
    }
    return weights;
  }
}
