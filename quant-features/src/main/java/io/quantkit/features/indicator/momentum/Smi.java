package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The stochastic momentum index and its signal: the distance of the close from the middle of the
 * range of the last {@code period} bars in relation to half of that range, both twice smoothed.
 *
 * <p>{@code 100 ema(ema(close - middle, slow), fast) / (ema(ema(highest - lowest, slow), fast) /
 * 2)}. TTR's {@code SMI}. Within [-100, 100]. Warm-up {@code period + slow + fast - 3}, for the
 * signal {@code signal - 1} more. {@code NaN} where there is no range. Source: W. Blau, Stocks and
 * Commodities, January 1993.
 *
 * @param period the window of the range, at least 1
 * @param fast the span of the second smoothing, at least 1
 * @param slow the span of the first smoothing, at least 1
 * @param signal the span of the signal, at least 1
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record Smi(int period, int fast, int slow, int signal, Seed seed) implements Feature {

  /** The position of the index among the outputs: 0. */
  public static final int INDEX = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Smi {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("slow", slow, 1);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator that is seeded with means. */
  public Smi(int period, int fast, int slow, int signal) {
    this(period, fast, slow, signal, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "smi" : "smi-first";
    String lengths = period + "x" + fast + "x" + slow + "x" + signal;
    return List.of(
        FeatureName.of("tech", indicator, lengths, "raw"),
        FeatureName.of("tech", indicator, lengths, "signal"));
  }

  @Override
  public int warmup(int output) {
    return period + slow + fast - 3 + (output == SIGNAL ? signal - 1 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + ExponentialMean.memory(2 / (fast + 1.0), eps / 1000)
        + ExponentialMean.memory(2 / (slow + 1.0), eps / 1000)
        + ExponentialMean.memory(2 / (signal + 1.0), eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.ema(slow, seed),
        Stages.ema(fast, seed),
        Stages.ema(slow, seed),
        Stages.ema(fast, seed),
        Stages.ema(signal, seed));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double highest = stages[0].update(high);
    double lowest = stages[1].update(low);
    double distance = stages[3].update(stages[2].update(close - (highest + lowest) / 2));
    double range = stages[5].update(stages[4].update(highest - lowest));
    out[INDEX] = Math.max(-100, Math.min(100, 100 * Ratio.of(distance, range / 2)));
    out[SIGNAL] = stages[6].update(out[INDEX]);
  }
}
