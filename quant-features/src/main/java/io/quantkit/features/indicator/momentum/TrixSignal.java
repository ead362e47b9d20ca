package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * {@link Trix} beside its signal, an exponential average of it.
 *
 * <p>TTR's {@code TRIX}. Both in percent per observation. Warm-up {@code 3 (period - 1) + 1}, for
 * the signal {@code signal - 1} more. Source: J. Hutson, Good TRIX, Stocks and Commodities, 1983.
 *
 * @param period the span of each average, at least 1
 * @param signal the span of the signal, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record TrixSignal(int period, int signal, Input input, Seed seed) implements Indicator {

  /** The position of the rate of change among the outputs: 0. */
  public static final int LINE = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public TrixSignal {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public TrixSignal(int period, int signal) {
    this(period, signal, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "trix-signal" : "trix-signal-first";
    String lengths = period + "x" + signal;
    return List.of(
        FeatureName.of("tech", indicator, lengths, input.aggregation("line")),
        FeatureName.of("tech", indicator, lengths, input.aggregation("signal")));
  }

  @Override
  public int warmup(int output) {
    return 3 * (period - 1) + 1 + (output == SIGNAL ? signal - 1 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup() + 4 * ExponentialMean.memory(2 / (Math.max(period, signal) + 1.0), eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, new Trix(period, Input.CLOSE, seed).kernel(), Stages.ema(signal, seed));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    out[LINE] = stages[0].update(x);
    out[SIGNAL] = stages[1].update(out[LINE]);
  }
}
