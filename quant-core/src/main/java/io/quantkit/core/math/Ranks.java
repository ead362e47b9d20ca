package io.quantkit.core.math;

import java.util.Arrays;

/**
 * Ranks of values among each other, ties sharing the average of the ranks they cover. {@code NaN}
 * has no rank and takes none. Keeps scratch space, so that ranking again allocates nothing; belongs
 * to one thread.
 */
public final class Ranks {
  private double[] sorted = new double[0];

  /** Creates a ranker. */
  public Ranks() {}

  /**
   * Ranks values: 1 for the smallest, n for the largest of n numbers.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank
   * @param out receives the ranks, {@code NaN} for {@code NaN}; may be {@code values}
   * @return how many values have a rank
   */
  public int average(double[] values, int size, double[] out) {
    if (sorted.length < size) {
      sorted = new double[size];
    }
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(values[i])) {
        sorted[n++] = values[i] == 0 ? 0.0 : values[i];
      }
    }
    Arrays.sort(sorted, 0, n);
    for (int i = 0; i < size; i++) {
      double value = values[i];
      if (Double.isNaN(value)) {
        out[i] = Double.NaN;
      } else {
        int below = lowerBound(value, n);
        int upTo = upperBound(value, n);
        out[i] = (below + 1 + upTo) / 2.0;
      }
    }
    return n;
  }

  /**
   * Ranks values on the unit interval: {@code (rank - 1) / (n - 1)}, 0 for the smallest and 1 for
   * the largest; one half if there is only one.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank
   * @param out receives the ranks, {@code NaN} for {@code NaN}; may be {@code values}
   * @return how many values have a rank
   */
  public int unit(double[] values, int size, double[] out) {
    int n = average(values, size, out);
    for (int i = 0; i < size; i++) {
      out[i] = n == 1 ? out[i] * 0.5 : (out[i] - 1) / (n - 1);
    }
    return n;
  }

  private int lowerBound(double value, int n) {
    int low = 0;
    int high = n;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int upperBound(double value, int n) {
    int low = 0;
    int high = n;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
