package io.quantkit.features.indicator.trend;

import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.SlidingSum;
import java.util.Arrays;

/**
 * The mean of the last numbers and the sum of their absolute deviations from it. Exactly 0 where
 * all are equal. A step costs O(size), because the mean that deviations are from moves.
 */
final class Deviations {
  /*
   * Deviations are added up from the oldest number to the newest, three of them at a time,
   *
   *   ((d[0] + d[1]) + d[2]) + ((d[3] + d[4]) + d[5]) + ...,
   *
   * then those that are left. A block of numbers takes three for all of its windows, then the next
   * ones: so a pass goes over arrays at equal indexes and is done for several windows at a time,
   * which it would not be with more terms.
   *
   * The mean of equal numbers may be off by rounding, so a sum that might be nothing else is looked
   * at more closely.
   */
  private static final int LEAST_ROOM = 512;

  private final int size;
  private final SlidingSum window;

  /** What rounding may make of the sum, by the mean. */
  private final double rounding;

  /** The window ends before {@link #end}; moved to the front when there is no room. */
  private final double[] history;

  private double[][] shifted = {};
  private int end;

  Deviations(int size) {
    this(size, new SlidingSum(size));
  }

  private Deviations(int size, SlidingSum window) {
    this.size = size;
    this.window = window;
    rounding = Math.ulp(1.0) * size * size;
    history = new double[size + Math.max(size, LEAST_ROOM)];
  }

  Deviations copy() {
    Deviations copy = new Deviations(size, window.copy());
    System.arraycopy(history, 0, copy.history, 0, end);
    copy.end = end;
    return copy;
  }

  void clear() {
    window.clear();
    end = 0;
  }

  /** Returns whether there is a sum. */
  boolean full() {
    return window.full();
  }

  /** Adds a finite number and returns the sum, {@code NaN} until the window is full. */
  double add(double x) {
    makeRoom(1);
    history[end++] = x;
    window.add(x);
    return window.full() ? checked(sum(mean()), mean(), end) : Double.NaN;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  double mean() {
    return window.sum() / size;
  }

  private double sum(double mean) {
    double[] x = history;
    double sum = 0;
    int t = end - size;
    for (; t + 3 <= end; t += 3) {
      sum += Math.abs(x[t] - mean) + Math.abs(x[t + 1] - mean) + Math.abs(x[t + 2] - mean);
    }
    for (; t < end; t++) {
      sum += Math.abs(x[t] - mean);
    }
    return sum;
  }

  /** Returns 0 instead of the sum of a window that ends before a position if all are equal. */
  private double checked(double sum, double mean, int windowEnd) {
    if (sum >= rounding * Math.abs(mean)) {
      return sum;
    }
    int t = windowEnd - 1;
    while (t > windowEnd - size && history[t - 1] == history[t]) {
      t--;
    }
    return t == windowEnd - size ? 0 : sum;
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers, from position 0 on
   * @param count how many, at most 512
   * @param means receives the mean after each number; another array; modified
   * @param sums receives the sum after each number; another array; modified
   */
  void add(double[] in, int count, double[] means, double[] sums) {
    if (shifted.length == 0) {
      shifted = new double[3][LEAST_ROOM];
    }
    makeRoom(count);
    System.arraycopy(in, 0, history, end, count);
    window.add(in, count, means);
    for (int i = 0; i < count; i++) {
      means[i] /= size;
    }
    end += count;
    Arrays.fill(sums, 0, count, 0);
    int oldest = end - count - size + 1;
    int k = 0;
    for (; k + 3 <= size; k += 3) {
      for (int i = 0; i < 3; i++) {
        System.arraycopy(history, oldest + k + i, shifted[i], 0, count);
      }
      addThree(shifted[0], shifted[1], shifted[2], means, sums, count);
    }
    for (; k < size; k++) {
      System.arraycopy(history, oldest + k, shifted[0], 0, count);
      addOne(shifted[0], means, sums, count);
    }
    if (!allPlain(sums, means, rounding, shifted[0], count)) {
      for (int i = 0; i < count; i++) {
        sums[i] = checked(sums[i], means[i], oldest + i + size);
      }
    }
  }

  /** Returns whether all sums are larger than what rounding may make of them. */
  private static boolean allPlain(
      double[] sums, double[] means, double rounding, double[] faults, int count) {
    for (int i = 0; i < count; i++) {
      double excess = sums[i] - rounding * Math.abs(means[i]);
      faults[i] = excess - Math.abs(excess);
    }
    return Finite.allZero(faults, 0, count);
  }

  private static void addThree(
      double[] a, double[] b, double[] c, double[] means, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += Math.abs(a[i] - means[i]) + Math.abs(b[i] - means[i]) + Math.abs(c[i] - means[i]);
    }
  }

  private static void addOne(double[] a, double[] means, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += Math.abs(a[i] - means[i]);
    }
  }

  private void makeRoom(int count) {
    if (end + count > history.length) {
      System.arraycopy(history, end - size, history, 0, size);
      end = size;
    }
  }
}
