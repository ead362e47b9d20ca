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
 * {@link Kpss} of a rolling window: the statistic, at least 0, and the p-value of stationarity,
 * within [0.01, 0.1].
 *
 * <p>Warm-up {@code period - 1}, one more for returns; {@code NaN} of numbers without variation. A
 * step costs {@code O(period lags)}. Source: D. Kwiatkowski, P. Phillips, P. Schmidt and Y. Shin,
 * Journal of Econometrics 54, 1992.
 *
 * @param period the window, at least 8 and above the lags
 * @param trend whether the series is stationary around a trend, not a mean
 * @param lags of the long-run variance, at least 0
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingKpss(int period, boolean trend, int lags, Measured measured, Input input)
    implements Indicator {

  private static final class Window implements WindowFunction {
    private final boolean trend;
    private final int lags;
    private final double[] residuals;

    Window(boolean trend, int lags, double[] residuals) {
      this.trend = trend;
      this.lags = lags;
      this.residuals = residuals;
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      Kpss.residuals(cells, from, to, trend, residuals);
      out[0] = Kpss.statistic(residuals, to - from, lags);
      out[1] = Kpss.pValue(out[0], trend);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingKpss {
    Parameters.atLeast("lags", lags, 0);
    Parameters.atLeast("period", period, Math.max(8, lags + 1));
  }

  /** Creates a test of logarithms of closes around a mean with the short rule for lags. */
  public RollingKpss(int period) {
    this(period, false, Kpss.shortLags(period), Measured.LOGS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "" + (trend ? "kpss-trend" : "kpss") + "",
        measured,
        input,
        period + "x" + lags,
        "statistic",
        "p");
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
        measured,
        new RecomputedWindow(period, () -> new Window(trend, lags, new double[period])),
        2);
  }
}
