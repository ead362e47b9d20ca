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
 * DeMark's oscillator: {@code a / (a + b)} with {@code a} and {@code b} the sums of the rises of
 * the high and of the falls of the low over the last {@code period} bars.
 *
 * <p>Within [0, 1]. Warm-up {@code period}. {@code NaN} where neither moved that way. Source: T.
 * DeMark, The New Science of Technical Analysis, 1994.
 *
 * @param period the window, at least 1
 */
public record DeMarker(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public DeMarker {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "demarker", period, "raw"));
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
        Stages.lag(1),
        Stages.lag(1),
        Stages.sum(period),
        Stages.sum(period));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double up = stages[2].update(Math.max(high - stages[0].update(high), 0));
    double down = stages[3].update(Math.max(stages[1].update(low) - low, 0));
    out[0] = Ratio.of(up, up + down);
  }
}
