package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RecomputedWindow;
import io.quantkit.features.kernel.WindowFunction;
import java.util.List;

/**
 * {@link Entropies#sample} and {@link Entropies#approximate} of a rolling window, with a tolerance
 * in population standard deviations of the window: low for a series that repeats itself.
 *
 * <p>In nats. Where sample entropy is infinite or undetermined because too few stretches agree, it
 * is {@code ln((n - m) (n - m - 1) / 2)}, the largest that the window could show. Warm-up {@code
 * period - 1}, one more for returns; {@code NaN} of equal numbers. A step costs {@code
 * O(period^2)}. Source: J. Richman and J. Moorman, American Journal of Physiology 278, 2000; S.
 * Pincus, PNAS 88, 1991.
 *
 * @param period the window, at least {@code m} + 3
 * @param m the length of stretches, at least 1
 * @param tolerance in standard deviations, above 0
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingSampleEntropy(
    int period, int m, double tolerance, Measured measured, Input input) implements Indicator {

  private record Window(int m, double tolerance) implements WindowFunction {
    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      double mean = Samples.mean(cells, from, to);
      double squares = 0;
      for (int i = from; i < to; i++) {
        squares = Math.fma(cells[i] - mean, cells[i] - mean, squares);
      }
      double near = tolerance * Math.sqrt(squares / (to - from));
      if (!(near > 0)) {
        out[0] = Double.NaN;
        out[1] = Double.NaN;
        return;
      }
      double pairs = (to - from - m) * (to - from - m - 1.0) / 2;
      double entropy = Entropies.sample(cells, from, to, m, near);
      out[0] = Double.isFinite(entropy) ? entropy : StrictMath.log(pairs);
      out[1] = Entropies.approximate(cells, from, to, m, near);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingSampleEntropy {
    Parameters.atLeast("m", m, 1);
    Parameters.atLeast("period", period, m + 3);
    Parameters.positive("tolerance", tolerance);
  }

  /** Creates entropies of the simple returns of closes with stretches of 2 and 0.2 deviations. */
  public RollingSampleEntropy(int period) {
    this(period, 2, 0.2, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "sample-entropy",
        measured,
        input,
        period + "x" + m + "x" + FeatureName.text(tolerance),
        "sample",
        "approximate");
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
        measured, new RecomputedWindow(period, () -> new Window(m, tolerance)), 2);
  }
}
