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
import java.util.Arrays;
import java.util.List;

/**
 * An autoregression of a rolling window by ordinary least squares: {@code x[t] = c + sum(ar[i]
 * x[t-i]) + e[t]} over the {@code period - order} numbers of the window that have all lags in it.
 *
 * <p>Outputs: the forecast of the next number; the standard deviation of the residuals, with as
 * many degrees of freedom less as there are coefficients; and the coefficients of lag 1 to {@code
 * order}. Warm-up {@code period - 1}, one more for returns; {@code NaN} if the lags do not
 * determine the coefficients, as of equal numbers. A step costs {@code O(period order^2)}. For
 * moving averages and maximum likelihood see {@link Arma}. Source: H. Mann and A. Wald,
 * Econometrica 11, 1943.
 *
 * @param period the window, at least {@code 2 order + 2}
 * @param order how many lags, at least 1
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingAutoregression(int period, int order, Measured measured, Input input)
    implements Indicator {

  /** The position of the forecast among the outputs: 0. */
  public static final int FORECAST = 0;

  /** The position of the deviation of residuals among the outputs: 1. */
  public static final int DEVIATION = 1;

  private static final class Window implements WindowFunction {
    private final int order;
    private final LeastSquares fit;

    Window(int period, int order) {
      this.order = order;
      this.fit = new LeastSquares(period - order, order + 1);
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      int rows = to - from - order;
      Arrays.fill(fit.column(0), 1);
      for (int lag = 1; lag <= order; lag++) {
        System.arraycopy(cells, from + order - lag, fit.column(lag), 0, rows);
      }
      System.arraycopy(cells, from + order, fit.target(), 0, rows);
      fit.solve(rows, order + 1);
      if (fit.singular()) {
        Arrays.fill(out, Double.NaN);
        return;
      }
      double[] beta = fit.coefficients();
      double forecast = beta[0];
      for (int lag = 1; lag <= order; lag++) {
        forecast += beta[lag] * cells[to - lag];
        out[1 + lag] = beta[lag];
      }
      out[FORECAST] = forecast;
      out[DEVIATION] = Math.sqrt(fit.squares() / (rows - order - 1));
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingAutoregression {
    Parameters.atLeast("order", order, 1);
    Parameters.atLeast("period", period, 2 * order + 2);
  }

  /** Creates an autoregression of the simple returns of closes. */
  public RollingAutoregression(int period, int order) {
    this(period, order, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String[] names = new String[order + 2];
    names[FORECAST] = "forecast";
    names[DEVIATION] = "deviation";
    for (int lag = 1; lag <= order; lag++) {
      names[1 + lag] = "lag" + lag;
    }
    return MeasuredKernel.names("autoregression", measured, input, period + "x" + order, names);
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
        measured, new RecomputedWindow(period, () -> new Window(period, order)), order + 2);
  }
}
