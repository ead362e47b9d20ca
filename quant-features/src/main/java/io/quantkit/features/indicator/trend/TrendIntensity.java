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
 * The trend intensity index: of the deviations of the last {@code period} values from their simple
 * moving average, the share of the positive ones in percent.
 *
 * <p>Within [0, 100]; above 50 in rising trends. Warm-up {@code average + period - 2}. {@code NaN}
 * where no value deviates. Source: M. H. Pee, Stocks and Commodities, June 2002 (60, 30).
 *
 * @param average the window of the average, at least 1
 * @param period the window of the deviations, at least 1
 * @param input what it is computed from
 */
public record TrendIntensity(int average, int period, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public TrendIntensity {
    Parameters.atLeast("average", average, 1);
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public TrendIntensity(int average, int period) {
    this(average, period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech", "trend-intensity", average + "x" + period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return average + period - 2;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.mean(average), Stages.sum(period), Stages.sum(period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double deviation = x - stages[0].update(x);
    double above = stages[1].update(Math.max(deviation, 0));
    double below = stages[2].update(Math.max(-deviation, 0));
    out[0] = Ratio.share(above, below, Double.NaN);
  }
}
