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
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * The pretty good oscillator: how many average true ranges the close is away from its simple moving
 * average.
 *
 * <p>{@code (close - sma(period)) / ema(true range, period)}. A pure number. Warm-up {@code
 * period}: the first bar has no true range. {@code NaN} where nothing has moved. Some libraries,
 * such as pandas-ta and trading-signals, smooth twice: they divide by the exponential average of
 * Wilder's average true range. Source: M. Johnson.
 *
 * @param period the window, at least 1
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record PrettyGood(int period, Seed seed) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public PrettyGood {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator that is seeded with means. */
  public PrettyGood(int period) {
    this(period, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "pretty-good" : "pretty-good-first";
    return List.of(FeatureName.of("tech", indicator, period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
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
        Stages.mean(period),
        Stages.lag(1),
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
    double distance = close - stages[0].update(close);
    double range = stages[2].update(TrueRange.of(high, low, stages[1].update(close)));
    out[0] = Ratio.of(distance, range);
  }
}
