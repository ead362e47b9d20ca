package io.quantkit.features.indicator.momentum;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BlockIndicator;

/** The mean of a few last numbers, which are added up anew each time, the oldest one first. */
final class MeanOfFew implements BlockIndicator {
  /** How many numbers are few: the time that a mean takes grows with them. */
  static final int MOST = 8;

  private final int size;

  /** The last numbers, the newest one at the end. */
  private final double[] recent;

  private int filled;
  private double value = Double.NaN;
  private double[][] scratch = {};

  MeanOfFew(int size) {
    this.size = size;
    recent = new double[size];
  }

  @Override
  public double update(double x) {
    if (!Double.isFinite(x)) {
      filled = 0;
      value = Double.NaN;
      return value;
    }
    double sum = x;
    if (size > 1) {
      sum = recent[1];
      recent[0] = sum;
      for (int i = 2; i < size; i++) {
        recent[i - 1] = recent[i];
        sum += recent[i];
      }
      sum += x;
    }
    recent[size - 1] = x;
    filled = Math.min(filled + 1, size);
    value = filled == size ? sum / size : Double.NaN;
    return value;
  }

  @Override
  public boolean warm() {
    return filled == size;
  }

  @Override
  public void block(double[] in, int from, int to, double[][] out, int outFrom) {
    if (scratch.length == 0) {
      scratch = new double[4][size + SIZE];
    }
    double[] line = scratch[0];
    int n = to - from;
    System.arraycopy(recent, 1, line, 0, size - 1);
    System.arraycopy(in, from, line, size - 1, n);
    System.arraycopy(line, n - 1, recent, 0, size);
    double[] mean = size == 1 ? line : means(line, scratch[1], scratch[2], scratch[3], n);
    value = mean[n - 1];
    System.arraycopy(mean, 0, out[0], outFrom, n);
  }

  /** Adds two numbers at a time to each sum; the last ones make it a mean. */
  private double[] means(double[] line, double[] sum, double[] next, double[] second, int n) {
    double[] before = line;
    int k = 1;
    for (; k + 2 < size; k += 2) {
      System.arraycopy(line, k, next, 0, n);
      System.arraycopy(line, k + 1, second, 0, n);
      for (int i = 0; i < n; i++) {
        sum[i] = before[i] + next[i] + second[i];
      }
      before = sum;
    }
    System.arraycopy(line, k, next, 0, n);
    if (k + 1 < size) {
      System.arraycopy(line, k + 1, second, 0, n);
      for (int i = 0; i < n; i++) {
        sum[i] = (before[i] + next[i] + second[i]) / size;
      }
    } else {
      for (int i = 0; i < n; i++) {
        sum[i] = (before[i] + next[i]) / size;
      }
    }
    return sum;
  }

  @Override
  public double value(int output) {
    return value;
  }

  @Override
  public IndicatorKernel copy() {
    MeanOfFew copy = new MeanOfFew(size);
    System.arraycopy(recent, 0, copy.recent, 0, size);
    copy.filled = filled;
    copy.value = value;
    return copy;
  }
}
