package io.quantkit.features.indicator.momentum;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.SlidingSum;

/** The mean of the last numbers, none of them negative, which then is not negative either. */
final class PositiveMean implements IndicatorKernel {
  private final int size;
  private final SlidingSum sum;

  PositiveMean(int size) {
    this(size, new SlidingSum(size));
  }

  private PositiveMean(int size, SlidingSum sum) {
    this.size = size;
    this.sum = sum;
  }

  @Override
  public double update(double x) {
    if (Double.isFinite(x)) {
      return sum.add(x) / size;
    }
    sum.clear();
    return Double.NaN;
  }

  @Override
  public double value(int output) {
    return sum.sum() / size;
  }

  @Override
  public IndicatorKernel copy() {
    return new PositiveMean(size, sum.copy());
  }
}
