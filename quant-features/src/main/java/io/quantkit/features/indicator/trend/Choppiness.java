package io.quantkit.features.indicator.trend;

import io.quantkit.features.Convention;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * The choppiness index: the way that prices went in relation to their range, {@code 100
 * log10(sum(true range) / (highest - lowest)) / log10(period)} over {@code period} bars.
 *
 * <p>100 when every bar covers the whole range, low in trends, within [0, 100]. With {@link
 * Convention#TRADING_VIEW} the first bar's true range is {@code high - low} and the warm-up {@code
 * period - 1}, else it has none and the warm-up is {@code period}. {@code NaN} where there is no
 * range. Source: E. W. Dreiss (14).
 *
 * @param period the window, at least 2
 * @param convention what the first bar's true range is
 */
public record Choppiness(int period, Convention convention) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Choppiness {
    Parameters.atLeast("period", period, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", convention.label("choppiness"), period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return convention == Convention.TRADING_VIEW ? period - 1 : period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.lag(1),
        Stages.sum(period),
        Stages.maximum(period),
        Stages.minimum(period));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double last = stages[0].update(close);
    double first = convention == Convention.TRADING_VIEW ? high - low : Double.NaN;
    double way = stages[1].update(Double.isNaN(last) ? first : TrueRange.of(high, low, last));
    double range = stages[2].update(high) - stages[3].update(low);
    double logarithm = StrictMath.log10(Ratio.of(way, range));
    out[0] = Math.max(0, Math.min(100, 100 * logarithm / StrictMath.log10(period)));
  }
}
