package io.quantkit.features.indicator.momentum;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingSum;

/** The mean of the last numbers, none of them negative, which then is not negative either. */
final class PositiveMean implements BlockIndicator {
  private final int size;
  private final SlidingSum sum;
  private double[][] scratch = {};

  private PositiveMean(int size, SlidingSum sum) {
    this.size = size;
    this.sum = sum;
  }

  /** Returns the kernel of a mean of {@code size} numbers, at least 1. */
  static IndicatorKernel of(int size) {
    return size <= MeanOfFew.MOST
        ? new MeanOfFew(size)
        : new PositiveMean(size, new SlidingSum(size));
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
  public boolean warm() {
    return !Double.isNaN(sum.sum());
  }

  @Override
  public void block(double[] in, int from, int to, double[][] out, int outFrom) {
    if (scratch.length == 0) {
      scratch = new double[2][SIZE];
    }
    double[] x = scratch[0];
    double[] mean = scratch[1];
    int n = to - from;
    System.arraycopy(in, from, x, 0, n);
    sum.add(x, n, mean);
    for (int i = 0; i < n; i++) {
      mean[i] = mean[i] / size;
    }
    System.arraycopy(mean, 0, out[0], outFrom, n);
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
