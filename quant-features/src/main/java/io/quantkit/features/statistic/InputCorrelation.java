package io.quantkit.features.statistic;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Require;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * Pearson's correlation of two numbers of the bars of a rolling window: {@code sxy / sqrt(sxx syy)}
 * with central sums; TA-Lib's CORREL.
 *
 * <p>Within [-1, 1]; 0 where one of the numbers does not vary, as in TA-Lib. Warm-up {@code period
 * - 1}. Does not drift.
 *
 * @param period the window, in bars, at least 1
 * @param x the one number of a bar
 * @param y the other
 */
public record InputCorrelation(int period, Input x, Input y) implements Feature {

  /**
   * Creates a correlation.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public InputCorrelation {
    Require.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("stat", "correl", period, x.label() + "-" + y.label()));
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
    return new GapKernel(
        GapKernel.needs(x) | GapKernel.needs(y), 1, new Step(this, new SlidingCovariance(period)));
  }

  private record Step(InputCorrelation recipe, SlidingCovariance window) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      window.add(
          recipe.x.of(open, high, low, close, volume), recipe.y.of(open, high, low, close, volume));
      double scale = Math.sqrt(window.squaresX()) * Math.sqrt(window.squaresY());
      out[0] = scale == 0 ? 0 : Math.max(-1, Math.min(1, window.products() / scale));
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(recipe, window.copy());
    }
  }
}
