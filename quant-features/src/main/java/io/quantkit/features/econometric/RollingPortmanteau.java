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
 * {@link Autocorrelations#ljungBox} and {@link Autocorrelations#boxPierce} of a rolling window: is
 * there any autocorrelation up to {@code lags}?
 *
 * <p>Outputs: Ljung and Box's statistic and p-value, Box and Pierce's statistic and p-value;
 * statistics are at least 0, p-values within [0, 1]. Warm-up {@code period - 1}, one more for
 * returns; {@code NaN} of equal numbers. A step costs {@code O(period lags)}. Source: G. Ljung and
 * G. Box, Biometrika 65, 1978.
 *
 * @param period the window, at least 2
 * @param lags at least 1 and below the period
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingPortmanteau(int period, int lags, Measured measured, Input input)
    implements Indicator {

  private static final class Window implements WindowFunction {
    private final int lags;
    private final double[] deviations;
    private final double[] full;

    Window(int lags, double[] deviations, double[] full) {
      this.lags = lags;
      this.deviations = deviations;
      this.full = full;
    }

    Window(int period, int lags) {
      this(lags, new double[period], new double[lags + 1]);
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      RollingAutocorrelation.correlate(cells, from, to, deviations, full);
      out[0] = Autocorrelations.ljungBox(full, lags, to - from);
      out[1] = Distributions.chiSquaredTail(out[0], lags);
      out[2] = Autocorrelations.boxPierce(full, lags, to - from);
      out[3] = Distributions.chiSquaredTail(out[2], lags);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingPortmanteau {
    Parameters.atLeast("lags", lags, 1);
    Parameters.atLeast("period", period, lags + 1);
  }

  /** Creates tests of the simple returns of closes. */
  public RollingPortmanteau(int period, int lags) {
    this(period, lags, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "ljung-box",
        measured,
        input,
        period + "x" + lags,
        "statistic",
        "p",
        "box-pierce",
        "box-pierce-p");
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
        measured, new RecomputedWindow(period, () -> new Window(period, lags)), 4);
  }
}
