package io.quantkit.features.kernel;

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
   * @param in the numbers; may be {@code out} if {@code outFrom} is {@code from}
   * @param from the first position to read
   * @param to the position after the last one
   * @param out receives the mean after each number; modified
   * @param outFrom where the first one goes
   */
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      if (filled == 0 && to - t >= size) {
        block(in, t, out, t + shift);
        t += size;
      } else if (filled == size - 1) {
        add(in[t]);
        out[t + shift] = mean;
        t++;
      } else {
        t = part(in, t, to, out, shift);
      }
    }
    mean = out[to - 1 + shift];
  }

  /** Adds a whole block. Its suffix sums and its prefix sums do not wait for each other. */
  private void block(double[] in, int from, double[] out, int outFrom) {
    double[] old = cells;
    double[] fresh = next.length > 0 ? next : new double[size];
    int end = size - 1;
    double last = in[from + end];
    double suffix = 0;
    for (int i = end; i >= 0; i--) {
      fresh[i] = suffix;
      suffix += in[from + i] - last;
    }
    double b = base;
    double f = inverse;
    double prefix = 0;
    for (int i = 0; i < end; i++) {
      prefix += in[from + i] - b;
      out[outFrom + i] = b + (old[i] + prefix) * f;
    }
    out[outFrom + end] = last + suffix * f;
    next = old;
    cells = fresh;
    base = last;
    sum = 0;
  }

  /** Adds what comes before the block is complete and returns the position after it. */
  private int part(double[] in, int from, int to, double[] out, int shift) {
    int end = Math.min(to, from + size - 1 - filled);
    int cell = filled - from;
    double b = base;
    double s = sum;
    for (int t = from; t < end; t++) {
      double x = in[t];
      s += x - b;
      out[t + shift] = b + (cells[t + cell] + s) * inverse;
      cells[t + cell] = x;
    }
    sum = s;
    filled += end - from;
    return end;
  }

  private void turn(double last) {
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
  }
}
