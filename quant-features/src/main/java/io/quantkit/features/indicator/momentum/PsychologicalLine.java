package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The percentage of rises among the last {@code period} changes.
 *
 * <p>Within [0, 100]. Warm-up {@code period}.
 *
 * @param period the window, in changes, at least 1
 * @param input what it is computed from
 */
public record PsychologicalLine(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public PsychologicalLine {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public PsychologicalLine(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "psychological-line", period, input.aggregation("raw")));
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
    return new NumberFormulaKernel(this, this::step, Stages.lag(1), Stages.sum(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    out[0] =
        100 * stages[1].update(Double.isNaN(change) ? Double.NaN : change > 0 ? 1 : 0) / period;
  }
}
