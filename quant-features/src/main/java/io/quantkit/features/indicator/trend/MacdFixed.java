package io.quantkit.features.indicator.trend;

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
 * Moving average convergence and divergence with Appel's weights: 0.15 for the fast average and
 * 0.075 for the slow one, which are nearly the spans 12 and 26 of {@link Macd}.
 *
 * <p>TA-Lib's {@code MACDFIX}, and Tulip's {@code macd} of 12 and 26. In the unit of the input.
 * With {@link Seed#MEAN} the averages are seeded with the last 12 of the first 26 inputs and with
 * all of them. The three appear together, after {@code 24 + signal} values.
 *
 * @param signal the span of the signal, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record MacdFixed(int signal, Input input, Seed seed) implements Indicator {

  /** The position of the line among the outputs: 0. */
  public static final int LINE = 0;

  /** The position of the signal among the outputs: 1. */
  public static final int SIGNAL = 1;

  /** The position of the histogram among the outputs: 2. */
  public static final int HISTOGRAM = 2;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the signal is below 1
   */
  public MacdFixed {
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public MacdFixed(int signal) {
    this(signal, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "macd-fixed" : "macd-fixed-first";
    return List.of(
        FeatureName.of("tech", indicator, signal, input.aggregation("line")),
        FeatureName.of("tech", indicator, signal, input.aggregation("signal")),
        FeatureName.of("tech", indicator, signal, input.aggregation("histogram")));
  }

  @Override
  public int warmup(int output) {
    return 24 + signal;
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + ExponentialMean.memory(0.075, eps / 1000)
        + ExponentialMean.memory(2 / (signal + 1.0), eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        new Patient(
            seed == Seed.MEAN ? 14 : 0, DecayingStage.mean(0.15, seed == Seed.MEAN ? 12 : 1)),
        DecayingStage.mean(0.075, seed == Seed.MEAN ? 26 : 1),
        Stages.ema(signal, seed));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double line = stages[0].update(x) - stages[1].update(x);
    out[LINE] = line;
    out[SIGNAL] = stages[2].update(line);
    out[HISTOGRAM] = line - out[SIGNAL];
  }
}
