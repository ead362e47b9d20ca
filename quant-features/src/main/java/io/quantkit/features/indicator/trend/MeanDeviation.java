package io.quantkit.features.indicator.trend;

import io.quantkit.features.IndicatorKernel;

/** The mean absolute deviation of the last numbers from their mean. */
final class MeanDeviation implements IndicatorKernel {
  private final double[] ring;
  private int next;
  private int filled;
  private double value = Double.NaN;

  MeanDeviation(int size) {
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
    ring[next] = x;
    next = next + 1 == ring.length ? 0 : next + 1;
    filled = Math.min(filled + 1, ring.length);
    value = filled < ring.length ? Double.NaN : deviation(x);
    return value;
  }

  private double deviation(double base) {
    double sum = 0;
    for (double number : ring) {
      sum += number - base;
    }
    double mean = base + sum / ring.length;
    double deviations = 0;
    for (double number : ring) {
      deviations += Math.abs(number - mean);
    }
    return deviations / ring.length;
  }

  @Override
  public double value(int output) {
    return value;
  }

  @Override
  public IndicatorKernel copy() {
    MeanDeviation copy = new MeanDeviation(ring.length);
    System.arraycopy(ring, 0, copy.ring, 0, ring.length);
    copy.next = next;
    copy.filled = filled;
    copy.value = value;
    return copy;
  }
}
