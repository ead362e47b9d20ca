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
 * Partial autocorrelations of a rolling window at lags 1 to {@code lags}, by Yule and Walker's
 * equations with covariances over {@code n}: {@link Autocorrelations.Partial#YULE_WALKER}.
 *
 * <p>Within [-1, 1]. Warm-up {@code period - 1}, one more for returns; {@code NaN} of equal
 * numbers. A step costs {@code O(period lags)}. Source: J. Durbin, Review of the International
 * Statistical Institute 28, 1960.
 *
 * @param period the window, more than twice the lags
 * @param lags at least 1
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingPartialAutocorrelation(int period, int lags, Measured measured, Input input)
    implements Indicator {

  private static final class Window implements WindowFunction {
    private final double[] deviations;
    private final double[] full;
    private final double[] phi;
    private final double[] before;
    private final double[] partial;

    Window(double[] deviations, double[] full, double[] phi, double[] before, double[] partial) {
      this.deviations = deviations;
      this.full = full;
      this.phi = phi;
      this.before = before;
      this.partial = partial;
    }

    Window(int period, int lags) {
      this(
          new double[period],
          new double[lags + 1],
          new double[lags + 1],
          new double[lags + 1],
          new double[lags + 1]);
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      RollingAutocorrelation.correlate(cells, from, to, deviations, full);
      Autocorrelations.levinson(full, out.length, phi, before, partial);
      for (int k = 0; k < out.length; k++) {
        out[k] = Math.max(-1, Math.min(1, partial[k + 1]));
      }
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingPartialAutocorrelation {
    Parameters.atLeast("lags", lags, 1);
    Parameters.atLeast("period", period, 2 * lags + 1);
  }

  /** Creates partial autocorrelations of the simple returns of closes. */
  public RollingPartialAutocorrelation(int period, int lags) {
    this(period, lags, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "pacf", measured, input, Integer.toString(period), RollingAutocorrelation.lagNames(lags));
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
        measured, new RecomputedWindow(period, () -> new Window(period, lags)), outputs().size());
  }
}
