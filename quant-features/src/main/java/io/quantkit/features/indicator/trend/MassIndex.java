package io.quantkit.features.indicator.trend;

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
 * Dorsey's mass index: the sum over {@code sum} bars of {@code ema(range) / ema(ema(range))} with
 * {@code range = high - low}.
 *
 * <p>A pure number around {@code sum}. Warm-up {@code 2 (period - 1) + sum - 1}. {@code NaN} where
 * there is no range. Source: D. Dorsey, Stocks and Commodities, June 1992 (9, 25).
 *
 * @param period the span of the averages, at least 1
 * @param sum the window of the sum, at least 1
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record MassIndex(int period, int sum, Seed seed) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public MassIndex {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("sum", sum, 1);
  }

  /** Creates an indicator that is seeded with means. */
  public MassIndex(int period, int sum) {
    this(period, sum, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "mass-index" : "mass-index-first";
    return List.of(FeatureName.of("tech", indicator, period + "x" + sum, "raw"));
  }

  @Override
  public int warmup(int output) {
    return 2 * (period - 1) + sum - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 1000) * 2;
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE,
        this::step,
        Stages.ema(period, seed),
        Stages.ema(period, seed),
        Stages.sum(sum));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double once = stages[0].update(high - low);
    double twice = stages[1].update(once);
    out[0] = stages[2].update(Ratio.of(once, twice));
  }
}
