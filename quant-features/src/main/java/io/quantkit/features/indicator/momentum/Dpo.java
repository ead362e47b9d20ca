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
 * The detrended price oscillator: an earlier number less the simple moving average, {@code
 * x[t-shift] - sma[t]}.
 *
 * <p>The average then lies around the number that it is taken from, without looking ahead. Tulip's
 * {@code dpo} has a shift of {@code period / 2 + 1}; TTR's {@code DPO(shift = 0)} one of 0, while
 * its default reads the future. In the unit of the input. Warm-up {@code max(period - 1, shift)}.
 *
 * @param period the window of the average, at least 1
 * @param shift how far back the number is from, at least 0
 * @param input what it is computed from
 */
public record Dpo(int period, int shift, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Dpo {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("shift", shift, 0);
  }

  /** Creates an indicator of closes. */
  public Dpo(int period, int shift) {
    this(period, shift, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "dpo", period + "x" + shift, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(period - 1, shift);
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(this, this::step, Stages.mean(period), Stages.lag(shift));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    out[0] = stages[1].update(x) - stages[0].update(x);
  }
}
