package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * The last {@code size} numbers in order of size, for quantiles and ranks.
 *
 * <p>A sorted array beside a ring of arrivals: a step finds the two places by bisection and moves
 * what lies between them. Positive and negative zero are the same number.
 */
public final class SlidingOrder {
  private final double[] ring;
  private final double[] sorted;
  private int filled;
  private int oldest;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingOrder(int size) {
    ring = new double[size];
    sorted = new double[size];
  }

  private SlidingOrder(SlidingOrder other) {
    ring = other.ring.clone();
    sorted = other.sorted.clone();
    filled = other.filled;
    oldest = other.oldest;
  }

  /** Returns an independent window with the same content. */
  public SlidingOrder copy() {
    return new SlidingOrder(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    oldest = 0;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    double value = x + 0.0; // -0.0 becomes 0.0
    if (filled < ring.length) {
      int at = place(value, filled);
      System.arraycopy(sorted, at, sorted, at + 1, filled - at);
      sorted[at] = value;
      ring[filled++] = value;
      return filled == ring.length;
    }
    int from = Arrays.binarySearch(sorted, ring[oldest]);
    ring[oldest] = value;
    oldest = oldest + 1 == ring.length ? 0 : oldest + 1;
    int to = place(value, filled);
    if (to > from) {
      to--;
      System.arraycopy(sorted, from + 1, sorted, from, to - from);
    } else {
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
    }
    sorted[to] = value;
    return true;
  }

  /**
   * Returns the number at a position of the order, 0 for the smallest; at most as many as added.
   */
  public double at(int position) {
    return sorted[position];
  }

  /**
   * Returns a quantile by linear interpolation between order statistics (Hyndman and Fan's type 7),
   * {@code NaN} until the window is full.
   *
   * @param probability within [0, 1]
   */
  public double quantile(double probability) {
    if (filled < ring.length) {
      return Double.NaN;
    }
    double position = probability * (filled - 1);
    int below = (int) position;
    double low = sorted[below];
    return below + 1 == filled ? low : low + (position - below) * (sorted[below + 1] - low);
  }

  /**
   * Returns the rank of a number of the window among all of them, from 1; equal numbers share the
   * mean of their ranks.
   */
  public double rank(double x) {
    double value = x + 0.0;
    int below = place(value, filled);
    int end = below;
    while (end < filled && sorted[end] == value) {
      end++;
    }
    return (below + 1 + end) / 2.0;
  }

  /** Returns the first position whose number is not below the given one. */
  private int place(double value, int count) {
    int low = 0;
    int high = count;
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
}
