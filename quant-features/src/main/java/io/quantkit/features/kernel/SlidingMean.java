package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * The mean of the last {@code size} numbers.
 *
 * <p>A step costs a constant number of operations on average and nothing is ever subtracted from a
 * running sum, so the error is that of adding one window, however long the stream. The mean of
 * equal numbers is that number exactly.
 */
public final class SlidingMean {
  /*
   * The stream is cut into blocks of the window's size. A window is then the end of one block and
   * the beginning of the next: when a block is complete its suffix sums are computed backwards, and
   * while the next block fills up, window sum = suffix sum + sum of the new block so far. Cell i of
   * the array holds the sum of what follows it in the old block until the new block's i-th number
   * overwrites it.
   *
   * All sums are of x - base, where base is the last number of the completed block. It belongs to
   * the window, so |mean - base| is at most the window's range and the level of the numbers, which
   * is usually much larger than their range, cannot cost digits.
   */
  private final int size;
  private final double inverse;
  private double[] cells;
  private double[] next = {};
  private int filled;
  private boolean full;
  private double base;
  private double sum;
  private double mean;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingMean(int size) {
    this.size = size;
    this.inverse = 1.0 / size;
    this.cells = new double[size];
    clear();
  }

  private SlidingMean(SlidingMean other) {
    size = other.size;
    inverse = other.inverse;
    cells = other.cells.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum = other.sum;
    mean = other.mean;
  }

  /** Returns an independent window with the same content. */
  public SlidingMean copy() {
    return new SlidingMean(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    sum = 0;
    mean = Double.NaN;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    int k = filled;
    if (k == size - 1) {
      cells[k] = x;
      turn(x);
    } else {
      sum += x - base;
      if (full) {
        mean = base + (cells[k] + sum) * inverse;
      }
      cells[k] = x;
      filled = k + 1;
    }
    return full;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return mean;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers
   * @param from the first position to read
   * @param to the position after the last one
   * @param means receives the mean after each number from position 0 on; not {@code in}; modified
   * @param work as long as {@code means}; modified
   */
  public void add(double[] in, int from, int to, double[] means, double[] work) {
    int n = to - from;
    int i = 0;
    while (i < n) {
      if (filled == 0 && n - i >= size) {
        block(in, from + i, means, work, i);
        i += size;
      } else if (filled == size - 1) {
        double last = in[from + i];
        cells[filled] = last;
        work[i] = turn(last);
        means[i] = last;
        i++;
      } else {
        i = part(in, from, i, n, means, work);
      }
    }
    for (int j = 0; j < n; j++) {
      means[j] = means[j] + work[j] * inverse;
    }
    mean = means[n - 1];
  }

  /** Adds a whole block. Its suffix sums and its prefix sums do not wait for each other. */
  private void block(double[] in, int from, double[] bases, double[] totals, int at) {
    double[] old = cells;
    double[] fresh = next.length > 0 ? next : new double[size];
    double last = in[from + size - 1];
    double prefix = 0;
    double suffix = 0;
    for (int i = 0, j = size - 1; i < size; i++, j--) {
      prefix += in[from + i] - base;
      totals[at + i] = old[i] + prefix;
      fresh[j] = suffix;
      suffix += in[from + j] - last;
    }
    Arrays.fill(bases, at, at + size - 1, base);
    bases[at + size - 1] = last;
    totals[at + size - 1] = suffix;
    next = old;
    cells = fresh;
    base = last;
    sum = 0;
  }

  /** Adds what comes before the block is complete and returns the position after it. */
  private int part(double[] in, int from, int begin, int n, double[] bases, double[] totals) {
    int count = Math.min(n - begin, size - 1 - filled);
    double s = sum;
    for (int i = 0; i < count; i++) {
      double x = in[from + begin + i];
      s += x - base;
      totals[begin + i] = cells[filled + i] + s;
      cells[filled + i] = x;
    }
    Arrays.fill(bases, begin, begin + count, base);
    sum = s;
    filled += count;
    return begin + count;
  }

  private double turn(double last) {
    double suffix = 0;
    for (int i = size - 1; i >= 0; i--) {
      double x = cells[i];
      cells[i] = suffix;
      suffix += x - last;
    }
    mean = last + suffix * inverse;
    base = last;
    sum = 0;
    filled = 0;
    full = true;
    return suffix;
  }
}
