package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Chande's momentum oscillator in TA-Lib's form: {@code 100 (g - l) / (g + l)} with {@code g} and
 * {@code l} the averages of gains and losses, smoothed with Wilder's weight {@code 1 / period} from
 * the mean of the first {@code period} changes.
 *
 * <p>TA-Lib's {@code CMO}. Within [-100, 100]. Warm-up {@code period}. 0 as long as nothing has
 * moved. Chande's own form, with plain sums, is {@link ChandeMomentum}. Source: T. Chande and S.
 * Kroll, The New Technical Trader, 1994.
 *
 * @param period the smoothing, in changes, at least 1
 * @param input what it is computed from
 */
public record Cmo(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Cmo {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public Cmo(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "cmo", period, input.aggregation("raw")));
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
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.lag(1), Stages.wilder(period), Stages.wilder(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    double gain = stages[1].update(Math.max(change, 0));
    double loss = stages[2].update(Math.max(-change, 0));
    out[0] = 100 * Ratio.or(gain - loss, gain + loss, 0);
  }
}
