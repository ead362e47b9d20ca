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
 * {@link DickeyFuller} of a rolling window: the t-statistic, the more negative the more stationary,
 * and MacKinnon's p-value of a unit root, within [0, 1].
 *
 * <p>Warm-up {@code period - 1}, one more for returns; {@code NaN} of numbers without variation. A
 * step costs {@code O(period)} times the square of the number of terms. Source: S. Said and D.
 * Dickey, Biometrika 71, 1984; J. MacKinnon, Journal of Business &amp; Economic Statistics 12,
 * 1994.
 *
 * @param period the window, at least {@code 2 lags} plus 8
 * @param terms of the regression
 * @param lags how many lagged differences, at least 0
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingDickeyFuller(
    int period, Deterministic terms, int lags, Measured measured, Input input)
    implements Indicator {

  private record Window(Deterministic terms, int lags, LeastSquares fit) implements WindowFunction {
    Window(int period, Deterministic terms, int lags) {
      this(terms, lags, new LeastSquares(period - 1 - lags, terms.terms() + lags + 1));
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      out[0] = DickeyFuller.statistic(cells, from, to, terms, lags, fit);
      out[1] = MacKinnon.pValue(out[0], terms, 1);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingDickeyFuller {
    Parameters.atLeast("lags", lags, 0);
    Parameters.atLeast("period", period, 2 * lags + 8);
  }

  /** Creates a test of logarithms of closes with a constant and one lag. */
  public RollingDickeyFuller(int period) {
    this(period, Deterministic.CONSTANT, 1, Measured.LOGS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "adf-" + terms.label() + "", measured, input, period + "x" + lags, "statistic", "p");
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
        measured, new RecomputedWindow(period, () -> new Window(period, terms, lags)), 2);
  }
}
