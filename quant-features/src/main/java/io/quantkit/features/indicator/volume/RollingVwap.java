package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingWeightedMean;
import java.util.List;

/**
 * The volume-weighted average price of a rolling window of bars, with bands; of closes it is TTR's
 * {@code VWAP}.
 *
 * <p>Outputs, in order: the average; upper and lower band at {@code width} standard deviations,
 * where the variance is {@code sum(volume (price - average)^2) / sum(volume)}; the deviation; all
 * in the unit of the price. {@code NaN} where the window has no volume. Warm-up {@code period - 1}.
 * Does not drift.
 *
 * @param period the window, in bars, at least 1
 * @param width the distance of the bands in deviations, positive and finite
 * @param input the price of a bar; usually {@link Input#TYPICAL}
 */
public record RollingVwap(int period, double width, Input input) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1 or the width is not positive and
   *     finite
   */
  public RollingVwap {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("width", width);
  }

  /** Creates an average of typical prices with bands at 2 deviations. */
  public RollingVwap(int period) {
    this(period, 2, Input.TYPICAL);
  }

  @Override
  public List<FeatureName> outputs() {
    return VwapNames.of(period + "x" + FeatureName.text(width), input);
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
        GapKernel.VOLUME | GapKernel.needs(input),
        4,
        new Step(this, new SlidingWeightedMean(period)));
  }

  private record Step(RollingVwap recipe, SlidingWeightedMean window) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      window.add(recipe.input.of(open, high, low, close, volume), volume);
      double average = window.weight() > 0 ? window.mean() : Double.NaN;
      double deviation = Math.sqrt(window.variance());
      out[0] = average;
      out[1] = average + recipe.width * deviation;
      out[2] = average - recipe.width * deviation;
      out[3] = deviation;
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
