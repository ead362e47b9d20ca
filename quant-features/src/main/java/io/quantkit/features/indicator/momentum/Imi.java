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
 * The intraday momentum index: {@code 100 u / (u + d)} with {@code u} and {@code d} the sums of
 * {@code close - open} over the rising bars and of {@code open - close} over the falling ones of
 * the last {@code period}.
 *
 * <p>TA-Lib's {@code IMI}. Within [0, 100]. Warm-up {@code period - 1}. {@code NaN} where no bar
 * has moved. Source: T. Chande and S. Kroll, The New Technical Trader, 1994.
 *
 * @param period the window, at least 1
 */
public record Imi(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Imi {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "imi", period, "raw"));
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
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.OPEN | BarFormulaKernel.CLOSE,
        this::step,
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
    double up = stages[0].update(Math.max(close - open, 0));
    double down = stages[1].update(Math.max(open - close, 0));
    out[0] = Ratio.share(up, down, Double.NaN);
  }
}
