package io.quantkit.features.matrix;

import io.quantkit.core.math.Normal;
import io.quantkit.core.math.Quantiles;

/** The median and the median distance from it. */
final class Middle {
  /** What the median distance of normal numbers is to be multiplied by to be their deviation. */
  static final double MAD_TO_DEVIATION = 1 / Normal.quantile(0.75);

  private double[] copy = new double[0];

  /** Returns the median of the first {@code size} numbers. */
  double median(double[] values, int size) {
    if (copy.length < size) {
      copy = new double[size];
    }
    System.arraycopy(values, 0, copy, 0, size);
    return Quantiles.linearInPlace(copy, 0, size, 0.5);
  }

  /** Returns the median distance from {@code median}, as a standard deviation. */
  double deviation(double[] values, int size, double median) {
    for (int i = 0; i < size; i++) {
      copy[i] = Math.abs(values[i] - median);
    }
    return MAD_TO_DEVIATION * Quantiles.linearInPlace(copy, 0, size, 0.5);
  }
}
