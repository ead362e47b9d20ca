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
 * Chande's momentum oscillator as he defined it: {@code 100 (g - l) / (g + l)} with {@code g} and
 * {@code l} the sums of the last {@code period} gains and losses.
 *
 * <p>TTR's and Tulip's {@code CMO}; TA-Lib's smooths instead, see {@link Cmo}. Within [-100, 100].
 * Warm-up {@code period}. {@code NaN} where nothing has moved. Source: T. Chande and S. Kroll, The
 * New Technical Trader, 1994.
 *
 * @param period the window, in changes, at least 1
 * @param input what it is computed from
 */
public record ChandeMomentum(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ChandeMomentum {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public ChandeMomentum(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "chande-momentum", period, input.aggregation("raw")));
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
        this, this::step, Stages.lag(1), Stages.sum(period), Stages.sum(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    double gain = stages[1].update(Math.max(change, 0));
    double loss = stages[2].update(Math.max(-change, 0));
    out[0] = 100 * Ratio.of(gain - loss, gain + loss);
  }
}
