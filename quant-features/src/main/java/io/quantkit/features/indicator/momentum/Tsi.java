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
 * The true strength index: {@code 100 ema(ema(m, slow), fast) / ema(ema(|m|, slow), fast)} of the
 * changes {@code m[t] = x[t] - x[t-1]}, and its signal, an exponential average.
 *
 * <p>Within [-100, 100]. Warm-up {@code slow + fast - 1}, for the signal {@code signal - 1} more.
 * {@code NaN} where nothing has moved. Source: W. Blau, Stocks and Commodities, November 1991.
 *
 * @param slow the span of the first smoothing, at least 1
 * @param fast the span of the second smoothing, at least 1
 * @param signal the span of the signal, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record Tsi(int slow, int fast, int signal, Input input, Seed seed) implements Indicator {

  /** The position of the index among the outputs: 0. */
  public static final int INDEX = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Tsi {
    Parameters.atLeast("slow", slow, 1);
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public Tsi(int slow, int fast, int signal) {
    this(slow, fast, signal, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "tsi" : "tsi-first";
    String lengths = slow + "x" + fast + "x" + signal;
    return List.of(
        FeatureName.of("tech", indicator, lengths, input.aggregation("raw")),
        FeatureName.of("tech", indicator, lengths, input.aggregation("signal")));
  }

  @Override
  public int warmup(int output) {
    return slow + fast - 1 + (output == SIGNAL ? signal - 1 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + ExponentialMean.memory(2 / (slow + 1.0), eps / 1000)
        + ExponentialMean.memory(2 / (fast + 1.0), eps / 1000)
        + ExponentialMean.memory(2 / (signal + 1.0), eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        Stages.lag(1),
        Stages.ema(slow, seed),
        Stages.ema(fast, seed),
        Stages.ema(slow, seed),
        Stages.ema(fast, seed),
        Stages.ema(signal, seed));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    double net = stages[2].update(stages[1].update(change));
    double path = stages[4].update(stages[3].update(Math.abs(change)));
    out[INDEX] = Math.max(-100, Math.min(100, 100 * Ratio.of(net, path)));
    out[SIGNAL] = stages[5].update(out[INDEX]);
  }
}
