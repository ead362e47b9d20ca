package io.quantkit.features.indicator.momentum;

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
 * Chande's forecast oscillator: by how much a number differs from the forecast made for it, {@code
 * 100 (x[t] - f[t]) / x[t]}, where {@code f} extends the least-squares line through the {@code
 * period} numbers before by one step.
 *
 * <p>Tulip's {@code fosc}. In percent. Warm-up {@code period}. {@code NaN} where the number is 0.
 * Source: T. Chande and S. Kroll, The New Technical Trader, 1994.
 *
 * @param period the window of the line, at least 1
 * @param input what it is computed from
 */
public record ForecastOscillator(int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ForecastOscillator {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public ForecastOscillator(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "forecast-oscillator", period, input.aggregation("raw")));
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
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(this, this::step, Stages.line(period, 1), Stages.memory());
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double forecast = stages[1].value(0);
    stages[1].update(stages[0].update(x));
    out[0] = Double.isNaN(x) ? Double.NaN : 100 * Ratio.of(x - forecast, x);
  }
}
