package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The average range of bars: {@code sma(high - low)}, and as a fraction of the close.
 *
 * <p>Outputs, in order: the average in the unit of the price, at least 0; the fraction. Warm-up
 * {@code period - 1}. Does not drift.
 *
 * @param period the window, in bars, at least 1
 */
public record AverageRange(int period) implements Feature {

  /**
   * Creates a range.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public AverageRange {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "average-range", period, "raw"),
        FeatureName.of("tech", "average-range", period, "fraction"));
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
    return new GapKernel(GapKernel.PRICES, 2, new Step(new WindowMean(period)));
  }

  private record Step(WindowMean window) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      window.add(high - low);
      out[0] = window.mean();
      out[1] = window.mean() / close;
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(window.copy());
    }
  }
}
