package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The rate of change of a triply smoothed average: {@code 100 (e[t] / e[t-1] - 1)} with {@code e =
 * ema(ema(ema(x)))}.
 *
 * <p>TA-Lib's {@code TRIX}. In percent per observation. Warm-up {@code 3 (period - 1) + 1}. {@code
 * NaN} where the average before is 0. Source: J. Hutson, Good TRIX, Stocks and Commodities, 1983.
 *
 * @param period the span of each average, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record Trix(int period, Input input, Seed seed) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Trix {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public Trix(int period) {
    this(period, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "trix" : "trix-first";
    return List.of(FeatureName.of("tech", indicator, period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 3 * (period - 1) + 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 1000) * 3;
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        Stages.ema(period, seed),
        Stages.ema(period, seed),
        Stages.ema(period, seed),
        Stages.lag(1));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double smooth = stages[2].update(stages[1].update(stages[0].update(x)));
    double before = stages[3].update(smooth);
    out[0] = 100 * Ratio.of(smooth - before, before);
  }
}
