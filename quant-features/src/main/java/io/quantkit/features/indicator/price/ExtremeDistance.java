package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Require;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * How far the close is from the highest high and the lowest low of a rolling window, with 252 daily
 * bars the distance from the 52-week high and low: {@code close / max(high, n) - 1} and {@code
 * close / min(low, n) - 1}.
 *
 * <p>Outputs, in order: below the high, within (-1, 0]; above the low, at least 0. Warm-up {@code
 * period - 1}. Source: T. George and C. Hwang, The 52-Week High and Momentum Investing, Journal of
 * Finance 59, 2004.
 *
 * @param period the window, in bars, at least 1
 */
public record ExtremeDistance(int period) implements Feature {

  /**
   * Creates distances.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ExtremeDistance {
    Require.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "extreme-distance", period, "high"),
        FeatureName.of("tech", "extreme-distance", period, "low"));
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
        GapKernel.PRICES, 2, new Step(new SlidingMaximum(period), new SlidingMaximum(period)));
  }

  private record Step(SlidingMaximum highs, SlidingMaximum negatedLows) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      negatedLows.add(-low);
      if (highs.add(high)) {
        out[0] = close / highs.maximum() - 1;
        out[1] = close / -negatedLows.maximum() - 1;
      }
    }

    @Override
    public void clear() {
      highs.clear();
      negatedLows.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(highs.copy(), negatedLows.copy());
    }
  }
}
