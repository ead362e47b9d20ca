package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Elder's bull and bear power: how far the high and the low are above the exponential average of
 * closes.
 *
 * <p>{@code high - ema(close, period)} and {@code low - ema(close, period)}. In the unit of the
 * price. Warm-up {@code period - 1}. Source: A. Elder, Trading for a Living, 1993 (13).
 *
 * @param period the span of the average, at least 1
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record ElderRay(int period, Seed seed) implements Feature {

  /** The position of bull power among the outputs: 0. */
  public static final int BULL = 0;

  /** The position of bear power among the outputs: 1. */
  public static final int BEAR = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ElderRay {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator that is seeded with means. */
  public ElderRay(int period) {
    this(period, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "elder-ray" : "elder-ray-first";
    return List.of(
        FeatureName.of("tech", indicator, period, "bull"),
        FeatureName.of("tech", indicator, period, "bear"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.ema(period, seed));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double average = stages[0].update(close);
    out[BULL] = high - average;
    out[BEAR] = low - average;
  }
}
