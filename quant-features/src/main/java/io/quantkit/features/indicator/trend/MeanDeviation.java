package io.quantkit.features.indicator.trend;

import io.quantkit.features.kernel.SlidingMoments;
import java.util.Arrays;

/**
 * The mean of the last numbers and their mean absolute deviation from it. Exactly 0 where all are
 * equal. A step costs O(size): there is no way to carry deviations from a mean that moves.
 */
final class MeanDeviation {
  /*
   * Deviations are added up from the newest number to the oldest, two of them at a time:
   *
   *   (|x[t] - m| + |x[t-1] - m|) + (|x[t-2] - m| + |x[t-3] - m|) + ...
   *
   * A block of numbers takes these two for all of its windows, then the next two: so a pass goes
   * over arrays at equal indexes and is done for several windows at a time, which it would not be
   * with more terms.
   */
  private static final int LEAST_ROOM = 512;

  private final int size;
  private final SlidingMoments moments;

  /** The window ends before {@link #end}; moved to the front when there is no room. */
  private final double[] history;

  private double[] lagged = {};
  private double[] laggedMore = {};
  private int end;

  MeanDeviation(int size) {
    this(size, new SlidingMoments(size));
  }

  private MeanDeviation(int size, SlidingMoments moments) {
    this.size = size;
    this.moments = moments;
    history = new double[size + Math.max(size, LEAST_ROOM)];
  }

  MeanDeviation copy() {
    MeanDeviation copy = new MeanDeviation(size, moments.copy());
    System.arraycopy(history, 0, copy.history, 0, end);
    copy.end = end;
    return copy;
  }

  void clear() {
    moments.clear();
    end = 0;
  }

  /** Returns whether there is a deviation. */
  boolean full() {
    return moments.full();
  }

  /** Adds a finite number and returns the deviation, {@code NaN} until the window is full. */
  double add(double x) {
    makeRoom(1);
    history[end++] = x;
    return moments.add(x) ? deviation(moments.mean()) : Double.NaN;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  double mean() {
    return moments.mean();
  }

  private double deviation(double mean) {
    double[] x = history;
    int oldest = end - size;
    double away = 0;
    int t = end - 1;
    for (; t > oldest; t -= 2) {
      away += Math.abs(x[t] - mean) + Math.abs(x[t - 1] - mean);
    }
    if (t == oldest) {
      away += Math.abs(x[t] - mean);
    }
    return away / size;
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers, from position 0 on
   * @param count how many, at most 512
   * @param means receives the mean after each number; another array; modified
   * @param deviations receives the deviation after each number; another array; modified
   */
  void add(double[] in, int count, double[] means, double[] deviations) {
    if (lagged.length == 0) {
      lagged = new double[LEAST_ROOM];
      laggedMore = new double[LEAST_ROOM];
    }
    makeRoom(count);
    System.arraycopy(in, 0, history, end, count);
    moments.add(in, 0, count, means, deviations);
    Arrays.fill(deviations, 0, count, 0);
    int lag = 0;
    for (; lag + 1 < size; lag += 2) {
      System.arraycopy(history, end - lag, lagged, 0, count);
      System.arraycopy(history, end - lag - 1, laggedMore, 0, count);
      addTwo(lagged, laggedMore, means, deviations, count);
    }
    if (lag < size) {
      System.arraycopy(history, end - lag, lagged, 0, count);
      addOne(lagged, means, deviations, count);
    }
    for (int i = 0; i < count; i++) {
      deviations[i] /= size;
    }
    end += count;
  }

  private static void addTwo(double[] a, double[] b, double[] means, double[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += Math.abs(a[i] - means[i]) + Math.abs(b[i] - means[i]);
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
