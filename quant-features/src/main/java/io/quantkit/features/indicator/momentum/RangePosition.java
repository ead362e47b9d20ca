package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureKernel;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.SlidingMaximum;

/** Where in the range of the last bars the close is, averaged once and once more. */
final class RangePosition implements FeatureKernel {
  private final SlidingMaximum highest;
  private final SlidingMaximum lowest;
  private final IndicatorKernel once;
  private final IndicatorKernel twice;

  RangePosition(int window, IndicatorKernel once, IndicatorKernel twice) {
    this(new SlidingMaximum(window), new SlidingMaximum(window), once, twice);
  }

  private RangePosition(
      SlidingMaximum highest, SlidingMaximum lowest, IndicatorKernel once, IndicatorKernel twice) {
    this.highest = highest;
    this.lowest = lowest;
    this.once = once;
    this.twice = twice;
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
      highest.clear();
      lowest.clear();
      twice.update(once.update(Double.NaN));
      return;
    }
    highest.add(high);
    lowest.add(-low);
    double least = -lowest.maximum();
    twice.update(once.update(100 * Ratio.or(close - least, highest.maximum() - least, 0)));
  }

  @Override
  public double value(int output) {
    return output == Stochastic.K ? once.value(0) : twice.value(0);
  }

  @Override
  public FeatureKernel copy() {
    return new RangePosition(highest.copy(), lowest.copy(), once.copy(), twice.copy());
  }
}
