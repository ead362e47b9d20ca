package io.quantkit.core.math;

import java.util.Arrays;

/**
 * Quantiles of samples, in the numbering of Hyndman and Fan (Sample quantiles in statistical
 * packages, The American Statistician 50, 1996). {@code NaN} of an empty sample or one with a
 * {@code NaN}.
 */
public final class Quantiles {

  private Quantiles() {}

  /**
   * Returns the quantile of type 7, the default of R and NumPy: linear between the order statistics
   * around {@code (n - 1) p}.
   *
   * @param values not modified
   * @param p within [0, 1]
   */
  public static double linear(double[] values, double p) {
    return linearOfSorted(sorted(values), p);
  }

  /**
   * Returns the quantile of type 7 of values that are sorted already.
   *
   * @param sorted ascending, without {@code NaN}; not modified
   * @param p within [0, 1]
   */
  public static double linearOfSorted(double[] sorted, double p) {
    requireProbability(p);
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      return Double.NaN;
    }
    double position = (sorted.length - 1) * p;
    int below = (int) position;
    if (below == sorted.length - 1) {
      return sorted[below];
    }
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }

  /**
   * Returns the quantile of type 1, the inverse of the empirical distribution: the order statistic
   * at {@code ceil(n p)}, counted from 1.
   *
   * @param values not modified
   * @param p within [0, 1]
   */
  public static double orderStatistic(double[] values, double p) {
    requireProbability(p);
    double[] sorted = sorted(values);
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(sorted.length * p);
    return sorted[Math.max(1, rank) - 1];
  }

  /** Returns the median: the quantile of type 7 at one half. */
  public static double median(double... values) {
    return linear(values, 0.5);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static void requireProbability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be within [0, 1], was " + p);
    }
  }
}
