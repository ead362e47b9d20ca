package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RecomputedWindow;
import java.util.List;

/**
 * Two looks at whether the numbers of a rolling window follow each other at random: {@link
 * Autocorrelations#durbinWatson} of deviations from the mean, within [0, 4] and 2 if there is no
 * autocorrelation, and the normal statistic of {@link Comparisons#runs(double[], double) runs}
 * around the mean, negative if there are too few.
 *
 * <p>Warm-up {@code period - 1}, one more for returns; {@code NaN} of equal numbers. A step costs
 * {@code O(period)}. Source: J. Durbin and G. Watson, Biometrika 37, 1950; A. Wald and J.
 * Wolfowitz, Annals of Mathematical Statistics 11, 1940.
 *
 * @param period the window, at least 8
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingRandomness(int period, Measured measured, Input input) implements Indicator {

  private static void apply(double[] cells, int from, int to, double[] out) {
    double mean = Samples.mean(cells, from, to);
    double squares = (cells[from] - mean) * (cells[from] - mean);
    double changes = 0;
    for (int i = from + 1; i < to; i++) {
      double deviation = cells[i] - mean;
      double change = cells[i] - cells[i - 1];
      squares = Math.fma(deviation, deviation, squares);
      changes = Math.fma(change, change, changes);
    }
    out[0] = squares > 0 ? Math.min(4, changes / squares) : Double.NaN;
    out[1] = Comparisons.runs(cells, from, to, mean);
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingRandomness {
    Parameters.atLeast("period", period, 8);
  }

  /** Creates statistics of the simple returns of closes. */
  public RollingRandomness(int period) {
    this(period, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "randomness", measured, input, Integer.toString(period), "durbin-watson", "runs");
  }

  @Override
  public int warmup(int output) {
    return measured.lead() + period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        measured, new RecomputedWindow(period, () -> RollingRandomness::apply), 2);
  }
}
