package io.quantkit.features.indicator.momentum;

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
 * Williams' ultimate oscillator: the weighted mean of three ratios of buying pressure to true
 * range, {@code 100 (4 a + 2 b + c) / 7}.
 *
 * <p>{@code a}, {@code b} and {@code c} are {@code sum(close - min(low, last close)) / sum(true
 * range)} over the three windows, the shortest window weighing most. TA-Lib's {@code ULTOSC}.
 * Within [0, 100]. Warm-up {@code third}. A ratio whose range is 0 counts as 0, as TA-Lib has it.
 * Source: L. Williams, Stocks and Commodities, 1985 (7, 14, 28).
 *
 * @param first the shortest window, at least 1
 * @param second the middle window, at least the shortest
 * @param third the longest window, at least the middle one
 */
public record UltimateOscillator(int first, int second, int third) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public UltimateOscillator {
    Parameters.atLeast("first", first, 1);
    Parameters.atLeast("second", second, first);
    Parameters.atLeast("third", third, second);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "ultimate-oscillator", first + "x" + second + "x" + third, "raw"));
  }

  @Override
  public int warmup(int output) {
    return third;
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
        Stages.sum(first),
        Stages.sum(first),
        Stages.sum(second),
        Stages.sum(second),
        Stages.sum(third),
        Stages.sum(third));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double last = stages[0].update(close);
    double pressure = close - Math.min(low, last);
    double range = TrueRange.of(high, low, last);
    double a = Ratio.or(stages[1].update(pressure), stages[2].update(range), 0);
    double b = Ratio.or(stages[3].update(pressure), stages[4].update(range), 0);
    double c = Ratio.or(stages[5].update(pressure), stages[6].update(range), 0);
    out[0] = 100 * (4 * a + 2 * b + c) / 7;
  }
}
