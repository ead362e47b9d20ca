package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Ehlers' correlation trend indicator: the correlation of the last {@code period} values with time.
 *
 * <p>Within [-1, 1]: 1 for a rising straight line. Warm-up {@code period - 1}. {@code NaN} where
 * the values are equal. Source: J. Ehlers, Stocks and Commodities, May 2020.
 *
 * @param period the window, at least 2
 * @param input what it is computed from
 */
public record CorrelationTrend(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public CorrelationTrend {
    Parameters.atLeast("period", period, 2);
  }

  /** Creates an indicator of closes. */
  public CorrelationTrend(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "correlation-trend", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.slope(period), Stages.deviation(period, 0));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double n = period;
    double slope = stages[0].update(x);
    double deviation = stages[1].update(x);
    double correlation = Ratio.of(slope * Math.sqrt((n * n - 1) / 12), deviation);
    out[0] = Math.max(-1, Math.min(1, correlation));
  }
}
