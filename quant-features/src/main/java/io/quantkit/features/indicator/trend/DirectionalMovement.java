package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Wilder's smoothed plus and minus directional movement, the sums that the directional indicators
 * of {@link Adx} are made of.
 *
 * <p>With {@code up = high[t] - high[t-1]} and {@code down = low[t-1] - low[t]}, the plus movement
 * is {@code up} where that is positive and greater than {@code down}, the minus movement {@code
 * down} where that is positive and greater than {@code up}, else 0. The first sum is that of {@code
 * period - 1} movements, then {@code sum[t] = sum[t-1] (1 - 1 / period) + movement[t]}.
 *
 * <p>TA-Lib's {@code PLUS_DM} and {@code MINUS_DM}. In the unit of the price, at least 0. Warm-up
 * {@code period - 1}; with a period of 1 the movements themselves and a warm-up of 1. Source: J.
 * Welles Wilder, New Concepts in Technical Trading Systems, 1978.
 *
 * @param period the smoothing, at least 1
 */
public record DirectionalMovement(int period) implements Feature {

  /** The position of the plus movement among the outputs: 0. */
  public static final int PLUS = 0;

  /** The position of the minus movement among the outputs: 1. */
  public static final int MINUS = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public DirectionalMovement {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "directional-movement", period, "plus"),
        FeatureName.of("tech", "directional-movement", period, "minus"));
  }

  @Override
  public int warmup(int output) {
    return Math.max(period - 1, 1);
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE,
        this::step,
        Stages.lag(1),
        Stages.lag(1),
        smoothing(),
        smoothing());
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double up = high - stages[0].update(high);
    double down = stages[1].update(low) - low;
    boolean missing = Double.isNaN(up);
    double plus = missing ? Double.NaN : up > down ? Math.max(up, 0) : 0;
    double minus = missing ? Double.NaN : down > up ? Math.max(down, 0) : 0;
    out[PLUS] = stages[2].update(plus);
    out[MINUS] = stages[3].update(minus);
  }

  private IndicatorKernel smoothing() {
    return period == 1 ? Stages.memory() : DecayingStage.wilderSum(period);
  }
}
