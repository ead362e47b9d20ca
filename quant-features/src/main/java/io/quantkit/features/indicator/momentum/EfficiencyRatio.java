package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Kaufman's efficiency ratio: how much of the way a price went it got ahead, {@code |x[t] - x[t-n]|
 * / sum(|x[t] - x[t-1]|, n)}.
 *
 * <p>Within [0, 1]: 1 for a straight line. Warm-up {@code period}. {@code NaN} where nothing has
 * moved. Source: P. Kaufman, Smarter Trading, 1995.
 *
 * @param period the window, in changes, at least 1
 * @param input what it is computed from
 */
public record EfficiencyRatio(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public EfficiencyRatio {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public EfficiencyRatio(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "efficiency-ratio", period, input.aggregation("raw")));
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
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.lag(period), Stages.lag(1), Stages.sum(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double net = Math.abs(x - stages[0].update(x));
    double path = stages[2].update(Math.abs(x - stages[1].update(x)));
    out[0] = Math.min(1, Ratio.of(net, path));
  }
}
