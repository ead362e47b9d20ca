package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The relative vigor index and its signal: the body of bars in relation to their range, both
 * smoothed over four bars with the weights 1, 2, 2, 1 and summed over {@code period}.
 *
 * <p>{@code sum(w(close - open), period) / sum(w(high - low), period)} with {@code w(x) = (x[t] + 2
 * x[t-1] + 2 x[t-2] + x[t-3]) / 6}; the signal is {@code w} of the index. Within [-1, 1]. Warm-up
 * {@code period + 2}, for the signal 3 more. {@code NaN} where there is no range. Source: J.
 * Ehlers, Stocks and Commodities, January 2002 (10).
 *
 * @param period the window, at least 1
 */
public record RelativeVigor(int period) implements Feature {

  /** The position of the index among the outputs: 0. */
  public static final int INDEX = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RelativeVigor {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "relative-vigor", period, "raw"),
        FeatureName.of("tech", "relative-vigor", period, "signal"));
  }

  @Override
  public int warmup(int output) {
    return period + 2 + (output == SIGNAL ? 3 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.OPEN | BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.lag(1),
        Stages.lag(1),
        Stages.lag(1),
        Stages.lag(1),
        Stages.lag(1),
        Stages.lag(1),
        Stages.mean(period),
        Stages.sum(period),
        Stages.lag(1),
        Stages.lag(1),
        Stages.lag(1));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double body = stages[6].update(weighted(close - open, stages, 0));
    double range = stages[7].update(weighted(high - low, stages, 3)) / period;
    out[INDEX] = Math.max(-1, Math.min(1, Ratio.of(body, range)));
    out[SIGNAL] = weighted(out[INDEX], stages, 8);
  }

  private static double weighted(double x, IndicatorKernel[] stages, int from) {
    double one = stages[from].update(x);
    double two = stages[from + 1].update(one);
    double three = stages[from + 2].update(two);
    return (x + 2 * one + 2 * two + three) / 6;
  }
}
