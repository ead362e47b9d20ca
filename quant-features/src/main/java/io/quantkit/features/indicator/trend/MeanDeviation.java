package io.quantkit.features.indicator.trend;

import java.util.Arrays;

/**
 * The mean of the last numbers and their mean absolute deviation from it. Exactly 0 where all are
 * equal. A step costs O(size): there is no way to carry deviations from a mean that moves.
 */
final class MeanDeviation {
  /*
   * Sums go from the newest number to the oldest, four of them at a time:
   *
   *   ((|x[t] - m| + |x[t-1] - m|) + (|x[t-2] - m| + |x[t-3] - m|)) + ...
   *
   * A block of numbers takes these four for all of its windows, then the next four: so a pass goes
   * over arrays at equal indexes and is done for several windows at a time. Sums of the numbers
   * themselves are about the newest one.
   */
  private static final int GROUP = 4;
  private static final int LEAST_ROOM = 512;

  private final int size;

  /** The window ends before {@link #end}; moved to the front when there is no room. */
  private final double[] history;

  private double[][] lagged = {};
  private int end;
  private double mean;

  MeanDeviation(int size) {
    this.size = size;
    history = new double[size + Math.max(size, LEAST_ROOM)];
  }

  MeanDeviation copy() {
    MeanDeviation copy = new MeanDeviation(size);
    System.arraycopy(history, 0, copy.history, 0, end);
    copy.end = end;
    copy.mean = mean;
    return copy;
  }

  void clear() {
    end = 0;
  }

  /** Returns whether there is a deviation. */
  boolean full() {
    return end >= size;
  }

  /** Adds a finite number and returns the deviation, {@code NaN} until the window is full. */
  double add(double x) {
    makeRoom(1);
    history[end++] = x;
    return end < size ? Double.NaN : deviation(x);
  }

  /** Returns the mean, which means nothing until the window is full. */
  double mean() {
    return mean;
  }

  private double deviation(double base) {
    double[] x = history;
    int t = end - 1;
    int oldest = end - size;
    double sum = 0;
    for (; t - oldest >= GROUP - 1; t -= GROUP) {
      sum += (x[t] - base) + (x[t - 1] - base) + ((x[t - 2] - base) + (x[t - 3] - base));
    }
    for (; t >= oldest; t--) {
      sum += x[t] - base;
    }
    double m = base + sum / size;
    double away = 0;
    for (t = end - 1; t - oldest >= GROUP - 1; t -= GROUP) {
      away +=
          Math.abs(x[t] - m)
              + Math.abs(x[t - 1] - m)
              + (Math.abs(x[t - 2] - m) + Math.abs(x[t - 3] - m));
    }
    for (; t >= oldest; t--) {
      away += Math.abs(x[t] - m);
    }
    mean = m;
    return away / size;
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers, from position 0 on
   * @param count how many, at most 512
   * @param means receives the mean after each number; modified
   * @param deviations receives the deviation after each number; modified
   */
  void add(double[] in, int count, double[] means, double[] deviations) {
    if (lagged.length == 0) {
      lagged = new double[GROUP][LEAST_ROOM];
    }
    makeRoom(count);
    System.arraycopy(in, 0, history, end, count);
    double[] sums = means;
    Arrays.fill(sums, 0, count, 0);
    int lag = 0;
    for (; lag + GROUP <= size; lag += GROUP) {
      lag(lag, count, GROUP);
      addFour(lagged[0], lagged[1], lagged[2], lagged[3], in, sums, count);
    }
    for (; lag < size; lag++) {
      lag(lag, count, 1);
      addOne(lagged[0], in, sums, count);
    }
    for (int i = 0; i < count; i++) {
      means[i] = in[i] + sums[i] / size;
    }
    Arrays.fill(deviations, 0, count, 0);
    lag = 0;
    for (; lag + GROUP <= size; lag += GROUP) {
      lag(lag, count, GROUP);
      addFourAway(lagged[0], lagged[1], lagged[2], lagged[3], means, deviations, count);
    }
    for (; lag < size; lag++) {
      lag(lag, count, 1);
      addOneAway(lagged[0], means, deviations, count);
    }
    for (int i = 0; i < count; i++) {
      deviations[i] /= size;
    }
    end += count;
    mean = means[count - 1];
  }

  /** Copies the numbers of some steps before each number of the block. */
  private void lag(int lag, int count, int lags) {
    for (int k = 0; k < lags; k++) {
      System.arraycopy(history, end - lag - k, lagged[k], 0, count);
    }
  }

  private static void addFour(
      double[] a, double[] b, double[] c, double[] d, double[] base, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      double x = base[i];
      sums[i] += (a[i] - x) + (b[i] - x) + ((c[i] - x) + (d[i] - x));
    }
  }

  private static void addOne(double[] a, double[] base, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += a[i] - base[i];
    }
  }

  private static void addFourAway(
      double[] a, double[] b, double[] c, double[] d, double[] mean, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      double m = mean[i];
      sums[i] +=
          Math.abs(a[i] - m) + Math.abs(b[i] - m) + (Math.abs(c[i] - m) + Math.abs(d[i] - m));
    }
  }

  private static void addOneAway(double[] a, double[] mean, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += Math.abs(a[i] - mean[i]);
    }
  }

  private void makeRoom(int count) {
    if (end + count > history.length) {
      System.arraycopy(history, end - size, history, 0, size);
      end = size;
    }
  }
}
