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
 * The relative momentum index: {@link Rsi} of the changes over several observations, {@code x[t] -
 * x[t-momentum]}.
 *
 * <p>Within [0, 100]. Warm-up {@code period + momentum - 1}. 0 as long as nothing has moved. With a
 * momentum of 1 it is the relative strength index. Source: R. Altman, Stocks and Commodities,
 * February 1993.
 *
 * @param period the smoothing, at least 1
 * @param momentum over how many observations changes are measured, at least 1
 * @param input what it is computed from
 */
public record Rmi(int period, int momentum, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Rmi {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("momentum", momentum, 1);
  }

  /** Creates an indicator of closes. */
  public Rmi(int period, int momentum) {
    this(period, momentum, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "rmi", period + "x" + momentum, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period + momentum - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.lag(momentum), Stages.wilder(period), Stages.wilder(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    double gain = stages[1].update(Math.max(change, 0));
    double loss = stages[2].update(Math.max(-change, 0));
    out[0] = Ratio.share(gain, loss, 0);
  }
}
