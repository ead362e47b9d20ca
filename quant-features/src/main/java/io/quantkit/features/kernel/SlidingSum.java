package io.quantkit.features.kernel;

/**
 * The sum of the last {@code size} numbers.
 *
 * <p>A function of the numbers in the window alone: nothing is ever subtracted, so no trace of what
 * has left remains, a sum of zeros is 0 and one of numbers that are not negative is not negative.
 * The error is that of adding up one window, however long the stream. A step costs a constant
 * number of operations on average.
 */
public final class SlidingSum {
  /*
   * Blocks as in SlidingMoments: cell i holds the sum of what follows the i-th number of the old
   * block until the new block's i-th number overwrites it; the last cell is 0. So the window's sum
   * is that of the cell and of the new block so far.
   */
  private final int size;
  private final double[] cells;

  /** Room for the cells of several blocks, those of a block where the sums after it go. */
  private double[] behind = {};

  private int filled;
  private boolean full;
  private double prefix;
  private double sum = Double.NaN;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingSum(int size) {
    this.size = size;
    cells = new double[size];
  }

  private SlidingSum(SlidingSum other) {
    size = other.size;
    cells = other.cells.clone();
    filled = other.filled;
    full = other.full;
    prefix = other.prefix;
    sum = other.sum;
  }

  /** Returns an independent window with the same content. */
  public SlidingSum copy() {
    return new SlidingSum(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    prefix = 0;
    sum = Double.NaN;
  }

  /** Adds a number and returns the sum, {@code NaN} until the window is full. */
  public double add(double x) {
    int k = filled;
    double p = prefix + x;
    double total = cells[k] + p;
    cells[k] = x;
    if (k + 1 < size) {
      prefix = p;
      filled = k + 1;
      sum = full ? total : Double.NaN;
    } else {
      turn();
      sum = total;
    }
    return sum;
  }

  /** Makes the block that is complete the old one. */
  private void turn() {
    double[] x = cells;
    double suffix = 0;
    for (int i = size - 1; i >= 0; i--) {
      double now = x[i];
      x[i] = suffix;
      suffix += now;
    }
    prefix = 0;
    filled = 0;
    full = true;
  }

  /**
   * Adds numbers to a full window and tells the sum after each of them.
   *
   * @param in the numbers from position 0 on; not modified
   * @param count how many, at least 1
   * @param sums receives the sums from position 0 on; another array; modified
   */
  public void add(double[] in, int count, double[] sums) {
    int t = filled == 0 ? 0 : part(in, 0, count, sums);
    int blocks = (count - t) / size;
    if (blocks > 0) {
      whole(in, t, t + blocks * size, sums);
      t += blocks * size;
    }
    if (t < count) {
      part(in, t, count, sums);
    }
    sum = sums[count - 1];
  }

  /** Adds whole blocks. */
  private void whole(double[] in, int from, int to, double[] sums) {
    if (behind.length < to + size) {
      behind = new double[in.length + size];
    }
    double[] old = behind;
    System.arraycopy(cells, 0, old, from, size);
    int half = (to - from) / size / 2 * size;
    halves(in, from, half, size, sums, old);
    if (from + 2 * half < to) {
      one(in, from + 2 * half, size, sums, old);
    }
    for (int t = from; t < to; t++) {
      sums[t] += old[t];
    }
    System.arraycopy(old, to, cells, 0, size);
  }

  /**
   * Sums each block from the front, and another from behind at the same time: the sum of what
   * follows a number in its block goes where the number is that is as far on in the next one. The
   * second half of the blocks goes along with the first: four sums that do not wait for each other.
   */
  private static void halves(
      double[] in, int from, int half, int size, double[] front, double[] behind) {
    double p = 0;
    double q = 0;
    double s = 0;
    double r = 0;
    int left = size;
    int middle = from + half;
    for (int t = from, back = middle - 1; t < middle; t++, back--) {
      p += in[t];
      front[t] = p;
      q += in[t + half];
      front[t + half] = q;
      behind[back + size] = s;
      s += in[back];
      behind[back + half + size] = r;
      r += in[back + half];
      left--;
      if (left == 0) {
        left = size;
        p = 0;
        q = 0;
        s = 0;
        r = 0;
      }
    }
  }

  /** Sums one block from the front and from behind. */
  private static void one(double[] in, int from, int size, double[] front, double[] behind) {
    double p = 0;
    double s = 0;
    for (int t = from, back = from + size - 1; t < from + size; t++, back--) {
      p += in[t];
      front[t] = p;
      behind[back + size] = s;
      s += in[back];
    }
  }

  /** Adds what comes before the block is complete, or completes it; returns what comes next. */
  private int part(double[] in, int from, int to, double[] sums) {
    int end = Math.min(to, from + size - filled);
    int shift = filled - from;
    double[] old = cells;
    double p = prefix;
    for (int t = from; t < end; t++) {
      p += in[t];
      sums[t] = old[t + shift] + p;
    }
    System.arraycopy(in, from, old, filled, end - from);
    prefix = p;
    filled += end - from;
    if (filled == size) {
      turn();
    }
    return end;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /** Returns the sum, {@code NaN} until the window is full. */
  public double sum() {
    return sum;
  }
}
