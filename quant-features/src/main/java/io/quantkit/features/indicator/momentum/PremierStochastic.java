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
 * The premier stochastic: the stochastic of {@code period} bars, centred, twice smoothed and bent
 * into [-1, 1].
 *
 * <p>With {@code s = ema(ema((k - 50) / 10, smoothing), smoothing)} it is {@code (e^s - 1) / (e^s +
 * 1)}. Warm-up {@code period + 2 smoothing - 3}. The stochastic is 50 where there is no range.
 * Source: L. Leibfarth, Stocks and Commodities, August 2008 (8, 5).
 *
 * @param period the window of the range, at least 1
 * @param smoothing the span of the smoothings, at least 1
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record PremierStochastic(int period, int smoothing, Seed seed) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public PremierStochastic {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  /** Creates an indicator that is seeded with means. */
  public PremierStochastic(int period, int smoothing) {
    this(period, smoothing, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "premier-stochastic" : "premier-stochastic-first";
    return List.of(FeatureName.of("tech", indicator, period + "x" + smoothing, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period + 2 * smoothing - 3;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (smoothing + 1.0), eps / 1000) * 2;
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.ema(smoothing, seed),
        Stages.ema(smoothing, seed));
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
    double k = 100 * Ratio.or(close - lowest, highest - lowest, 0.5);
    double power = StrictMath.exp(stages[3].update(stages[2].update((k - 50) / 10)));
    out[0] = (power - 1) / (power + 1);
  }
}
