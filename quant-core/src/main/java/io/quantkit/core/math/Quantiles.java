package io.quantkit.core.math;

import java.util.Arrays;
import java.util.Objects;

/**
 * Quantiles of an array: by linear interpolation (type 7) and as a value that occurred (type 1).
 *
 * <p>Types are numbered as in R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages",
 * The American Statistician 50 (1996). Type 7 is the default of R, NumPy, pandas and spreadsheets.
 * Every function gives {@code NaN} if a value is {@code NaN} or there are none; leave missing
 * values out beforehand. Negative zero counts as zero. Infinities are ordinary extreme values. A
 * single quantile costs O(n) by selection (C. A. R. Hoare, "Algorithm 65: find", 1961).
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Returns the type 7 quantile: with {@code h = (n - 1) * probability}, the point at {@code h}
   * between the sorted values number {@code floor(h)} and {@code floor(h) + 1}, counted from 0.
   *
   * @param values not modified
   * @param probability within 0 (the minimum) to 1 (the maximum)
   */
  public static double linear(double[] values, double probability) {
    return linear(values, 0, values.length, probability);
  }

  /**
   * Returns the {@linkplain #linear(double[], double) type 7 quantile} of a range.
   *
   * @param values not modified
   * @param probability within 0 to 1
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double linear(
      double[] values, int fromInclusive, int toExclusive, double probability) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    double[] copy = Arrays.copyOfRange(values, fromInclusive, toExclusive);
    return linearInPlace(copy, 0, copy.length, probability);
  }

  /**
   * Returns the {@linkplain #linear(double[], double) type 7 quantile} of a range and allocates
   * nothing.
   *
   * @param values modified: the range is reordered
   * @param probability within 0 to 1
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double linearInPlace(
      double[] values, int fromInclusive, int toExclusive, double probability) {
    checkProbability(probability);
    if (!prepare(values, fromInclusive, toExclusive)) {
      return Double.NaN;
    }
    double h = (toExclusive - fromInclusive - 1) * probability;
    int index = fromInclusive + (int) h;
    double weight = h - (int) h;
    select(values, fromInclusive, toExclusive, index);
    if (weight == 0) {
      return values[index];
    }
    double above = values[index + 1];
    for (int i = index + 2; i < toExclusive; i++) {
      above = Math.min(above, values[i]);
    }
    return between(values[index], above, weight);
  }

  /**
   * Returns several {@linkplain #linear(double[], double) type 7 quantiles}, in the order of the
   * probabilities, from one sort.
   *
   * @param values not modified
   * @param probabilities each within 0 to 1; not modified
   */
  public static double[] linear(double[] values, double[] probabilities) {
    for (double probability : probabilities) {
      checkProbability(probability);
    }
    double[] quantiles = new double[probabilities.length];
    double[] sorted = values.clone();
    if (!prepare(sorted, 0, sorted.length)) {
      Arrays.fill(quantiles, Double.NaN);
      return quantiles;
    }
    Arrays.sort(sorted);
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = linearOfSorted(sorted, probabilities[i]);
    }
    return quantiles;
  }

  /**
   * Returns the {@linkplain #linear(double[], double) type 7 quantile} of values that are sorted
   * already.
   *
   * @param sorted ascending, a {@code NaN} last; not modified
   * @param probability within 0 to 1
   */
  public static double linearOfSorted(double[] sorted, double probability) {
    checkProbability(probability);
    int last = sorted.length - 1;
    if (last < 0 || Double.isNaN(sorted[last])) {
      return Double.NaN;
    }
    double h = last * probability;
    int index = (int) h;
    return h == index ? sorted[index] : between(sorted[index], sorted[index + 1], h - index);
  }

  /**
   * Returns the middle value, or the mean of the two middle ones: the type 7 quantile at one half.
   *
   * @param values not modified
   */
  public static double median(double... values) {
    return linear(values, 0.5);
  }

  /**
   * Returns the middle value of a range, or the mean of the two middle ones.
   *
   * @param values not modified
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double median(double[] values, int fromInclusive, int toExclusive) {
    return linear(values, fromInclusive, toExclusive, 0.5);
  }

  /**
   * Returns the type 1 quantile, the inverse of the empirical distribution: the smallest of the
   * values with at least the given share of them at or below it. It is the sorted value number
   * {@code ceil(n * probability)}, counted from 1; a product within four units of its last place of
   * a whole number counts as that number, so that 0.07 of 100 values is the seventh.
   *
   * @param values not modified
   * @param probability within 0 (the minimum) to 1 (the maximum)
   */
  public static double orderStatistic(double[] values, double probability) {
    return orderStatistic(values, 0, values.length, probability);
  }

  /**
   * Returns the {@linkplain #orderStatistic(double[], double) type 1 quantile} of a range.
   *
   * @param values not modified
   * @param probability within 0 to 1
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double orderStatistic(
      double[] values, int fromInclusive, int toExclusive, double probability) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    checkProbability(probability);
    double[] copy = Arrays.copyOfRange(values, fromInclusive, toExclusive);
    if (!prepare(copy, 0, copy.length)) {
      return Double.NaN;
    }
    double position = copy.length * probability;
    double nearest = Math.rint(position);
    boolean whole = Math.abs(position - nearest) <= 4 * Math.ulp(position);
    int index = Math.max(0, (int) (whole ? nearest : Math.ceil(position)) - 1);
    select(copy, 0, copy.length, index);
    return copy[index];
  }

  /** Makes every zero positive; returns false if there is no quantile. */
  private static boolean prepare(double[] values, int fromInclusive, int toExclusive) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    for (int i = fromInclusive; i < toExclusive; i++) {
      if (Double.isNaN(values[i])) {
        return false;
      }
      values[i] += 0.0;
    }
    return fromInclusive < toExclusive;
  }

  private static void checkProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be within 0 to 1, was " + probability);
    }
  }

  private static double between(double low, double high, double weight) {
    if (low == high) {
      return low;
    }
    double width = high - low;
    return Double.isInfinite(width)
        ? (1 - weight) * low + weight * high
        : Math.min(high, low + weight * width);
  }

  /** Puts the value of rank {@code k} at {@code k}, none greater before and none less after it. */
  private static void select(double[] x, int fromInclusive, int toExclusive, int k) {
    int low = fromInclusive;
    int high = toExclusive - 1;
    int rounds = 4 * (32 - Integer.numberOfLeadingZeros(high - low + 1));
    while (low < high) {
      if (rounds-- == 0) {
        Arrays.sort(x, low, high + 1);
        return;
      }
      double pivot = middle(x[low], x[(low + high) >>> 1], x[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (x[i] < pivot) {
          i++;
        }
        while (x[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = x[i];
          x[i++] = x[j];
          x[j--] = swapped;
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
