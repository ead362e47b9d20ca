package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.econometric.FractionalDifferences;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.RecomputedWindow;
import java.util.List;

/**
 * The difference of fractional order with weights of fixed width: {@code sum(w[k] x[t-k])} with
 * {@code w[0] = 1, w[k] = -w[k-1] (d - k + 1) / k} down to the last weight that is not smaller in
 * magnitude than the threshold.
 *
 * <p>Between the series ({@code d = 0}) and its first difference ({@code d = 1}): stationary, but
 * with memory. Usually of logarithms; {@link
 * io.quantkit.features.econometric.FractionalDifferences} finds the smallest order that is enough.
 * Warm-up one less than there are weights. A step adds up all of them. Source: J. Hosking,
 * Biometrika 68, 1981; M. Lopez de Prado, Advances in Financial Machine Learning, 2018, chapter 5.
 *
 * @param order within [0, 2]
 * @param threshold within (0, 1), such as 1e-4
 * @param measured what of the input is used
 * @param input what is measured
 */
public record FractionalDifference(double order, double threshold, Measured measured, Input input)
    implements Indicator {

  private static double sum(double[] weights, double[] cells, int to) {
    double sum = 0;
    for (int k = weights.length - 1; k >= 0; k--) {
      sum = Math.fma(weights[k], cells[to - 1 - k], sum);
    }
    return sum;
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public FractionalDifference {
    FractionalDifferences.weights(order, threshold);
  }

  /** Creates a difference of logarithms of closes. */
  public FractionalDifference(double order, double threshold) {
    this(order, threshold, Measured.LOGS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "stat",
            "fracdiff",
            FeatureName.text(order) + "x" + FeatureName.text(threshold),
            measured.label(input)));
  }

  @Override
  public int warmup(int output) {
    return measured.lead() + FractionalDifferences.weights(order, threshold).length - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    double[] weights = FractionalDifferences.weights(order, threshold);
    return new MeasuredKernel(
        measured,
        new RecomputedWindow(
            weights.length, () -> (cells, from, to, out) -> out[0] = sum(weights, cells, to)),
        1);
  }
}
