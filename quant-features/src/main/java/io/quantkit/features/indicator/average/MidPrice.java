package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * The middle of the range of the prices of the window, TA-Lib's {@code MIDPRICE}: {@code (max(high,
 * n) + min(low, n)) / 2}.
 *
 * <p>A price within their range. Warm-up {@code period - 1}.
 *
 * @param period the window, in observations, at least 1
 */
public record MidPrice(int period) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public MidPrice {
    Checks.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "midprice", period, "raw"));
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
    return new State(new SlidingMaximum(period), new SlidingMaximum(period));
  }

  private static final class State implements FeatureKernel {
    private final SlidingMaximum highest;
    private final SlidingMaximum lowest;

    State(SlidingMaximum highest, SlidingMaximum lowest) {
      this.highest = highest;
      this.lowest = lowest;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (Double.isFinite(high) && Double.isFinite(low)) {
        highest.add(high);
        lowest.add(-low);
      } else {
        highest.clear();
        lowest.clear();
      }
    }

    @Override
    public double value(int output) {
      return (highest.maximum() - lowest.maximum()) / 2;
    }

    @Override
    public FeatureKernel copy() {
      return new State(highest.copy(), lowest.copy());
    }
  }
}
