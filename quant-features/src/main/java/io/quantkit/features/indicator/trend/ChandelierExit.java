package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * Le Beau's chandelier exits: for longs {@code highest(period) - multiplier atr(period)}, for
 * shorts {@code lowest(period) + multiplier atr(period)}.
 *
 * <p>In the unit of the price. Warm-up {@code period}: the first bar has no true range. Source: C.
 * Le Beau; A. Elder, Come Into My Trading Room, 2002 (22, 3).
 *
 * @param period the window, at least 1
 * @param multiplier how many average true ranges away, above 0
 */
public record ChandelierExit(int period, double multiplier) implements Feature {

  /** The position of the exit of longs among the outputs: 0. */
  public static final int LONG = 0;

  /** The position of the exit of shorts among the outputs: 1. */
  public static final int SHORT = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public ChandelierExit {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("multiplier", multiplier);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = period + "x" + FeatureName.text(multiplier);
    return List.of(
        FeatureName.of("tech", "chandelier-exit", lengths, "long"),
        FeatureName.of("tech", "chandelier-exit", lengths, "short"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.lag(1),
        Stages.wilder(period));
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
    double distance =
        multiplier * stages[3].update(TrueRange.of(high, low, stages[2].update(close)));
    out[LONG] = highest - distance;
    out[SHORT] = lowest + distance;
  }
}
