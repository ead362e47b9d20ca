package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Ratio;
import java.util.List;

/**
 * Where in its bar the close is: {@code (close - low) / (high - low)}.
 *
 * <p>Within [0, 1]. No warm-up. {@code NaN} where the bar has no range.
 */
public record InternalBarStrength() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "internal-bar-strength", "all", "raw"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(this, BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE, this::step);
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    out[0] = Ratio.of(close - low, high - low);
  }
}
