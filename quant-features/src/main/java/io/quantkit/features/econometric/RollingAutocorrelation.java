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
 * Autocorrelations of a rolling window at lags 1 to {@code lags}: {@link Autocorrelations#full},
 * with covariances over {@code n}.
 *
 * <p>Within [-1, 1]. Warm-up {@code period - 1}, one more for returns; {@code NaN} of equal
 * numbers. A step costs {@code O(period lags)}. Source: G. Box and G. Jenkins, Time Series
 * Analysis, 1970.
 *
 * @param period the window, at least 2
 * @param lags at least 1 and below the period
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingAutocorrelation(int period, int lags, Measured measured, Input input)
    implements Indicator {

  static String[] lagNames(int lags) {
    String[] names = new String[lags];
    java.util.Arrays.setAll(names, i -> "lag" + (i + 1));
    return names;
  }

  private static final class Window implements WindowFunction {
    private final double[] deviations;
    private final double[] covariances;

    Window(double[] deviations, double[] covariances) {
      this.deviations = deviations;
      this.covariances = covariances;
    }

    Window(int period, int lags) {
      this(new double[period], new double[lags + 1]);
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      correlate(cells, from, to, deviations, covariances);
      for (int k = 0; k < out.length; k++) {
        out[k] = Math.max(-1, Math.min(1, covariances[k + 1]));
      }
    }
  }

  /** Computes autocorrelations from lag 0 on; allocates nothing. */
  static void correlate(double[] cells, int from, int to, double[] deviations, double[] out) {
    double mean = Samples.mean(cells, from, to);
    for (int i = from; i < to; i++) {
      deviations[i - from] = cells[i] - mean;
    }
    Autocorrelations.covariances(deviations, 0, to - from, out.length - 1, false, out);
    double variance = out[0] > 0 ? out[0] : Double.NaN;
    for (int k = 0; k < out.length; k++) {
      out[k] /= variance;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingAutocorrelation {
    Parameters.atLeast("lags", lags, 1);
    Parameters.atLeast("period", period, lags + 1);
  }

  /** Creates autocorrelations of the simple returns of closes. */
  public RollingAutocorrelation(int period, int lags) {
    this(period, lags, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names("acf", measured, input, Integer.toString(period), lagNames(lags));
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
