package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Aroon up, Aroon down and their difference: how recently the highest high and the lowest low of
 * the last {@code period + 1} bars were, {@code 100 (period - bars since) / period}.
 *
 * <p>TA-Lib's {@code AROON} and {@code AROONOSC}. Up and down are within [0, 100], the oscillator
 * within [-100, 100]. Of equal extremes the newest counts. Warm-up {@code period}. Source: T.
 * Chande, Stocks and Commodities, September 1995.
 *
 * @param period how many bars back the extremes may be, at least 1
 */
public record Aroon(int period) implements Feature {

  /** The position of the line of highs among the outputs: 0. */
  public static final int UP = 0;

  /** The position of the line of lows among the outputs: 1. */
  public static final int DOWN = 1;

  /** The position of their difference among the outputs: 2. */
  public static final int OSCILLATOR = 2;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Aroon {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "aroon", period, "up"),
        FeatureName.of("tech", "aroon", period, "down"),
        FeatureName.of("tech", "aroon", period, "oscillator"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE,
        this::step,
        Stages.sinceMaximum(period + 1),
        Stages.sinceMinimum(period + 1));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double sinceHigh = stages[0].update(high);
    double sinceLow = stages[1].update(low);
    out[UP] = 100 * (period - sinceHigh) / period;
    out[DOWN] = 100 * (period - sinceLow) / period;
    out[OSCILLATOR] = 100 * (sinceLow - sinceHigh) / period;
  }
}
