package io.quantkit.features.statistic;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * The covariance of two numbers of the bars of a rolling window: {@code sum((x - mean x)(y - mean
 * y)) / (period - ddof)}; with {@code ddof} 1 TTR's {@code runCov}.
 *
 * <p>In the product of their units. Warm-up {@code period - 1}. Does not drift.
 *
 * @param period the window, in bars, greater than {@code ddof}
 * @param ddof what is subtracted from the number of observations: 0 of a population, 1 of a sample
 * @param x the one number of a bar
 * @param y the other
 */
public record InputCovariance(int period, int ddof, Input x, Input y) implements Feature {

  /**
   * Creates a covariance.
   *
   * @throws IllegalArgumentException if {@code ddof} is neither 0 nor 1 or not below the period
   */
  public InputCovariance {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
    Parameters.atLeast("period", period, ddof + 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("stat", "covar", period + "x" + ddof, x.label() + "-" + y.label()));
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

  private record Step(InputCovariance recipe, SlidingCovariance window) implements BarStep {
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
      out[0] = window.products() / (recipe.period - recipe.ddof);
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
