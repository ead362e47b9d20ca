package io.quantkit.features.indicator.momentum;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.SlidingOrder;

/** The percentage of the last numbers before a number that are below it. */
final class PercentRank implements IndicatorKernel {
  private final int size;
  private final SlidingOrder before;
  private double value = Double.NaN;

  PercentRank(int size) {
    this(size, new SlidingOrder(size));
  }

  private PercentRank(int size, SlidingOrder before) {
    this.size = size;
    this.before = before;
  }

  @Override
  public double update(double x) {
    if (!Double.isFinite(x)) {
      before.clear();
      value = Double.NaN;
      return value;
    }
    value = before.full() ? 100.0 * before.below(x) / size : Double.NaN;
    before.add(x);
    return value;
  }

  @Override
  public double value(int output) {
    return value;
  }

  @Override
  public IndicatorKernel copy() {
    PercentRank copy = new PercentRank(size, before.copy());
    copy.value = value;
    return copy;
  }
}
