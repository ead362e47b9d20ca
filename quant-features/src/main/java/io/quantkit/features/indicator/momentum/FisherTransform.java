package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Ehlers' Fisher transform of the position of {@code (high + low) / 2} in its own range over {@code
 * period} bars, and its value of the bar before.
 *
 * <p>{@code v[t] = 0.66 (position - 0.5) + 0.67 v[t-1]}, held to within 0.999 where it is beyond
 * 0.99, and {@code f[t] = 0.5 ln((1 + v[t]) / (1 - v[t])) + 0.5 f[t-1]}. Tulip's {@code fisher}. A
 * pure number. Warm-up {@code period - 1}. A range of 0 counts as 0.001, as Tulip has it. Source:
 * J. Ehlers, Stocks and Commodities, November 2002 (10).
 *
 * @param period the window, at least 1
 */
public record FisherTransform(int period) implements Feature {

  /** The position of the transform among the outputs: 0. */
  public static final int TRANSFORM = 0;

  /** The position of its value of the bar before among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public FisherTransform {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "fisher", period, "raw"),
        FeatureName.of("tech", "fisher", period, "signal"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + ExponentialMean.memory(0.3, eps / 1000)
        + ExponentialMean.memory(0.5, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.memory(),
        Stages.memory());
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double middle = (high + low) / 2;
    double highest = stages[0].update(middle);
    double lowest = stages[1].update(middle);
    double range = highest > lowest ? highest - lowest : 0.001;
    double before = Double.isNaN(stages[2].value(0)) ? 0 : stages[2].value(0);
    double last = Double.isNaN(stages[3].value(0)) ? 0 : stages[3].value(0);
    double v = 0.66 * ((middle - lowest) / range - 0.5) + 0.67 * before;
    v = Math.abs(v) > 0.99 ? Math.copySign(0.999, v) : v;
    stages[2].update(v);
    out[TRANSFORM] = stages[3].update(0.5 * StrictMath.log((1 + v) / (1 - v)) + 0.5 * last);
    out[SIGNAL] = last;
  }
}
