package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * The change of the close over {@code period} bars, without its sign, in relation to the average
 * true range.
 *
 * <p>{@code |close[t] - close[t-period]| / atr(period)}. TTR's {@code SNR}. A pure number. Warm-up
 * {@code period}. {@code NaN} where nothing has moved.
 *
 * @param period the window, at least 1
 */
public record SignalToNoise(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public SignalToNoise {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "signal-to-noise", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.lag(period),
        Stages.lag(1),
        Stages.wilder(period));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double change = Math.abs(close - stages[0].update(close));
    out[0] = Ratio.of(change, stages[2].update(TrueRange.of(high, low, stages[1].update(close))));
  }
}
