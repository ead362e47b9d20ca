package io.quantkit.features.indicator.trend;

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
 * The vertical horizontal filter: the range of the last {@code period} values in relation to the
 * way that they went, {@code (max - min) / sum(|x[t] - x[t-1]|)}.
 *
 * <p>Tulip's {@code vhf} and TTR's {@code VHF}. Within [0, 1]; high in trends. Warm-up {@code
 * period}. {@code NaN} where nothing has moved. Source: A. White, Futures, August 1991.
 *
 * @param period the window, at least 1
 * @param input what it is computed from
 */
public record VerticalHorizontal(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VerticalHorizontal {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public VerticalHorizontal(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "vhf", period, input.aggregation("raw")));
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
        this,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.lag(1),
        Stages.sum(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double range = stages[0].update(x) - stages[1].update(x);
    double path = stages[3].update(Math.abs(x - stages[2].update(x)));
    out[0] = Math.min(1, Ratio.of(range, path));
  }
}
