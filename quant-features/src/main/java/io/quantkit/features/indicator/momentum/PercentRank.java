package io.quantkit.features.indicator.momentum;

import io.quantkit.features.IndicatorKernel;

/** The percentage of the last numbers before a number that are below it. */
final class PercentRank implements IndicatorKernel {
  private final double[] ring;
  private int next;
  private int filled;
  private double value = Double.NaN;

  PercentRank(int size) {
    ring = new double[size];
  }

  @Override
  public double update(double x) {
    if (!Double.isFinite(x)) {
      filled = 0;
      next = 0;
      value = Double.NaN;
      return value;
    }
    if (filled < ring.length) {
      filled++;
      value = Double.NaN;
    } else {
      int below = 0;
      for (double earlier : ring) {
        below += earlier < x ? 1 : 0;
      }
      value = 100.0 * below / ring.length;
    }
    ring[next] = x;
    next = next + 1 == ring.length ? 0 : next + 1;
    return value;
  }

  @Override
  public double value(int output) {
    return value;
  }

  @Override
  public IndicatorKernel copy() {
    PercentRank copy = new PercentRank(ring.length);
    System.arraycopy(ring, 0, copy.ring, 0, ring.length);
    copy.next = next;
    copy.filled = filled;
    copy.value = value;
    return copy;
  }
}
