package io.quantkit.features.kernel;

/** The largest of the last {@code size} numbers, by the blocks of {@link SlidingMoments}. */
public final class SlidingMaximum {
  /** Doubling beats two passes up to here. */
  private static final int LARGEST_DOUBLED = 128;

  private final int size;
  private final double[] cells;
  private double[][] scratch = {};
  private int filled;
  private boolean full;
  private double running;
  private double maximum;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingMaximum(int size) {
    this.size = size;
    this.cells = new double[size];
    clear();
  }

  private SlidingMaximum(SlidingMaximum other) {
    size = other.size;
    cells = other.cells.clone();
    filled = other.filled;
    full = other.full;
    running = other.running;
    maximum = other.maximum;
  }

  /** Returns an independent window with the same content. */
  public SlidingMaximum copy() {
    return new SlidingMaximum(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    running = Double.NEGATIVE_INFINITY;
    maximum = Double.NaN;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    int k = filled;
    cells[k] = x;
    if (++k == size) {
      turn();
      return true;
    }
    filled = k;
    running = Math.max(running, x);
    if (full) {
      maximum = Math.max(cells[k], running);
    }
    return full;
  }

  /** Returns the maximum, {@code NaN} until the window is full. */
  public double maximum() {
    return maximum;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /**
   * Adds finite numbers and tells the maximum after each of them.
   *
   * @param in the numbers; may be {@code out} if {@code outFrom} is {@code from}
   * @param from the first position to read
   * @param to the position after the last one, at most {@link BlockIndicator#SIZE} after it
   * @param out receives the maxima; modified
   * @param outFrom where the first one goes
   */
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    add(in, from, to, out, outFrom, 1);
  }

  /**
   * Adds the negatives of finite numbers and tells the negative of the maximum after each of them,
   * that is the minimum of the numbers; otherwise as {@link #add(double[], int, int, double[],
   * int)}.
   */
  public void addNegatives(double[] in, int from, int to, double[] out, int outFrom) {
    add(in, from, to, out, outFrom, -1);
  }

  private void add(double[] in, int from, int to, double[] out, int outFrom, double sign) {
    if (full && size <= LARGEST_DOUBLED && to - from >= size) {
      doubled(in, from, to, out, outFrom, sign);
      return;
    }
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      if (full && filled < size - 1) {
        t = part(in, t, to, out, shift, sign);
      } else {
        add(sign * in[t]);
        out[t + shift] = sign * maximum;
        t++;
      }
    }
  }

  /** Adds what comes before the block is complete and returns the position after it. */
  private int part(double[] in, int from, int to, double[] out, int shift, double sign) {
    int count = Math.min(to - from, size - 1 - filled);
    int k = filled;
    double largest = running;
    for (int i = 0; i < count; i++) {
      double x = sign * in[from + i];
      largest = Math.max(largest, x);
      out[from + i + shift] = sign * Math.max(cells[k + i + 1], largest);
      cells[k + i] = x;
    }
    filled = k + count;
    running = largest;
    maximum = Math.max(cells[filled], largest);
    return from + count;
  }

  /**
   * Computes the extremes of windows of 2, 4, 8, ... numbers until two of them cover the window: a
   * few passes that have no branches and are done for several numbers at a time.
   */
  private void doubled(double[] in, int from, int to, double[] out, int outFrom, double sign) {
    if (scratch.length == 0) {
      scratch = new double[2][size + BlockIndicator.SIZE];
    }
    double[] x = scratch[0];
    double[] later = scratch[1];
    int n = to - from;
    int length = size - 1 + n;
    // The suffix maxima of the old block stand for its numbers: windows contain its end as a whole.
    System.arraycopy(cells, filled + 1, x, 0, size - 1 - filled);
    System.arraycopy(cells, 0, x, size - 1 - filled, filled);
    scale(x, size - 1, sign);
    System.arraycopy(in, from, x, size - 1, n);
    System.arraycopy(in, to - size, cells, 0, size);
    scale(cells, size, sign);
    turn();
    int width = 1;
    while (width < size) {
      int step = Math.min(width, size - width);
      length -= step;
      System.arraycopy(x, step, later, 0, length);
      if (sign > 0) {
        larger(x, later, length);
      } else {
        smaller(x, later, length);
      }
      width += step;
    }
    System.arraycopy(x, 0, out, outFrom, n);
  }

  private static void scale(double[] x, int count, double sign) {
    for (int i = 0; i < count; i++) {
      x[i] = sign * x[i];
    }
  }

  private static void larger(double[] x, double[] other, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(x[i], other[i]);
    }
  }

  private static void smaller(double[] x, double[] other, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.min(x[i], other[i]);
    }
  }

  private void turn() {
    double suffix = Double.NEGATIVE_INFINITY;
    for (int i = size - 1; i >= 0; i--) {
      suffix = Math.max(suffix, cells[i]);
      cells[i] = suffix;
    }
    maximum = suffix;
    running = Double.NEGATIVE_INFINITY;
    filled = 0;
    full = true;
  }
}
