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
 * DecisionPoint's price momentum oscillator: ten times the one-step rate of change in percent,
 * twice smoothed, and its signal.
 *
 * <p>The smoothings have the weights {@code 2 / first} and {@code 2 / second}, the signal is an
 * exponential average of span {@code signal}. In tenths of a percent. Warm-up {@code first + second
 * - 1}, for the signal {@code signal - 1} more. Source: C. Swenlin, DecisionPoint (35, 20, 10).
 *
 * @param first the first smoothing, at least 2
 * @param second the second smoothing, at least 2
 * @param signal the span of the signal, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record Pmo(int first, int second, int signal, Input input, Seed seed) implements Indicator {

  /** The position of the oscillator among the outputs: 0. */
  public static final int OSCILLATOR = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Pmo {
    Parameters.atLeast("first", first, 2);
    Parameters.atLeast("second", second, 2);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public Pmo(int first, int second, int signal) {
    this(first, second, signal, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "pmo" : "pmo-first";
    String lengths = first + "x" + second + "x" + signal;
    return List.of(
        FeatureName.of("tech", indicator, lengths, input.aggregation("raw")),
        FeatureName.of("tech", indicator, lengths, input.aggregation("signal")));
  }

  @Override
  public int warmup(int output) {
    return first + second - 1 + (output == SIGNAL ? signal - 1 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + ExponentialMean.memory(2.0 / first, eps / 1000)
        + ExponentialMean.memory(2.0 / second, eps / 1000)
        + ExponentialMean.memory(2 / (signal + 1.0), eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        Stages.lag(1),
        Stages.smoothed(smoothing(first)),
        Stages.smoothed(smoothing(second)),
        Stages.ema(signal, seed));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double before = stages[0].update(x);
    double rate = 100 * Ratio.of(x - before, before);
    out[OSCILLATOR] = stages[2].update(10 * stages[1].update(rate));
    out[SIGNAL] = stages[3].update(out[OSCILLATOR]);
  }

  private ExponentialMean smoothing(int length) {
    return ExponentialMean.span(length - 1, seed == Seed.MEAN ? length : 1);
  }
}
