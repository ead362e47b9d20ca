package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * The vortex indicator: upward and downward movement from bar to bar in relation to the true range,
 * {@code sum(|high[t] - low[t-1]|) / sum(true range)} and {@code sum(|low[t] - high[t-1]|) /
 * sum(true range)} over {@code period} bars.
 *
 * <p>Pure numbers, at least 0. Warm-up {@code period}. {@code NaN} where nothing has moved. Source:
 * E. Botes and D. Siepman, Stocks and Commodities, January 2010 (14).
 *
 * @param period the window, at least 1
 */
public record Vortex(int period) implements Feature {

  /** The position of upward movement among the outputs: 0. */
  public static final int PLUS = 0;

  /** The position of downward movement among the outputs: 1. */
  public static final int MINUS = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Vortex {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "vortex", period, "plus"),
        FeatureName.of("tech", "vortex", period, "minus"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.lag(1),
        Stages.lag(1),
        Stages.lag(1),
        Stages.sum(period),
        Stages.sum(period),
        Stages.sum(period));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double lastHigh = stages[0].update(high);
    double lastLow = stages[1].update(low);
    double range = stages[5].update(TrueRange.of(high, low, stages[2].update(close)));
    out[PLUS] = Ratio.of(stages[3].update(Math.abs(high - lastLow)), range);
    out[MINUS] = Ratio.of(stages[4].update(Math.abs(low - lastHigh)), range);
  }
}
