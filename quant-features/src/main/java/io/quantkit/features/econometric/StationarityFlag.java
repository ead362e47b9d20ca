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
 * Whether a rolling window looks stationary: 1 if {@link DickeyFuller} rejects a unit root and
 * {@link Kpss} does not reject stationarity, -1 if it is the other way round, 0 if the tests do not
 * agree.
 *
 * <p>Both with a constant, at a level of significance; one lagged difference, and the short rule
 * for lags of the long-run variance. Warm-up {@code period - 1}, one more for returns; {@code NaN}
 * of numbers without variation. A step costs {@code O(period)} times the lags.
 *
 * @param period the window, at least 12
 * @param level of significance, within [0.01, 0.1]
 * @param measured what of the input is used
 * @param input what is measured
 */
public record StationarityFlag(int period, double level, Measured measured, Input input)
    implements Indicator {

  private static final class Window implements WindowFunction {
    private final double level;
    private final int lags;
    private final LeastSquares fit;
    private final double[] residuals;

    Window(double level, int lags, LeastSquares fit, double[] residuals) {
      this.level = level;
      this.lags = lags;
      this.fit = fit;
      this.residuals = residuals;
    }

    Window(int period, double level) {
      this(level, Kpss.shortLags(period), new LeastSquares(period - 2, 3), new double[period]);
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      double t = DickeyFuller.statistic(cells, from, to, Deterministic.CONSTANT, 1, fit);
      Kpss.residuals(cells, from, to, false, residuals);
      double k = Kpss.statistic(residuals, to - from, lags);
      boolean noUnitRoot = MacKinnon.pValue(t, Deterministic.CONSTANT, 1) < level;
      boolean notStationary = k > 0.739 || Kpss.pValue(k, false) < level;
      boolean unknown = Double.isNaN(t) || Double.isNaN(k);
      int flag = (noUnitRoot ? 1 : 0) - (notStationary ? 1 : 0);
      out[0] = unknown ? Double.NaN : flag;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public StationarityFlag {
    Parameters.atLeast("period", period, 12);
    if (!(level >= 0.01 && level <= 0.1)) {
      throw new IllegalArgumentException("level must be within [0.01, 0.1], was " + level);
    }
  }

  /** Creates a flag of logarithms of closes at a level of 5 %. */
  public StationarityFlag(int period) {
    this(period, 0.05, Measured.LOGS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "stationarity", measured, input, period + "x" + FeatureName.text(level), "flag");
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
        measured, new RecomputedWindow(period, () -> new Window(period, level)), 1);
  }
}
