package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Williams' awesome oscillator: the difference of two simple moving averages of {@code (high + low)
 * / 2}.
 *
 * <p>In the unit of the price. Warm-up {@code max(fast, slow) - 1}. Source: B. Williams, New
 * Trading Dimensions, 1998 (5, 34).
 *
 * @param fast the window of the one average, at least 1
 * @param slow the window of the other average, at least 1
 */
public record AwesomeOscillator(int fast, int slow) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public AwesomeOscillator {
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("slow", slow, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "awesome-oscillator", fast + "x" + slow, "raw"));
  }

  @Override
  public int warmup(int output) {
    return Math.max(fast, slow) - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this, BarFormulaKernel.RANGE, this::step, Stages.mean(fast), Stages.mean(slow));
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
    out[0] = stages[0].update(middle) - stages[1].update(middle);
  }
}
