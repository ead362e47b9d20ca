package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Ratio;
import java.util.List;

/**
 * The balance of power: {@code (close - open) / (high - low)}.
 *
 * <p>TA-Lib's {@code BOP}. Within [-1, 1]. No warm-up. 0 where the bar has no range, as TA-Lib has
 * it. Source: I. Livshin, Stocks and Commodities, August 2001.
 */
public record Bop() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "bop", "all", "raw"));
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
    return new BarFormulaKernel(
        this, BarFormulaKernel.OPEN | BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE, this::step);
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    out[0] = Math.max(-1, Math.min(1, Ratio.or(close - open, high - low, 0)));
  }
}
