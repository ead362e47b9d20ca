package io.quantkit.features.kernel;

/**
 * The sum of the last {@code size} numbers that are not negative. Never negative, and exact to a
 * few units in its last place: see {@link SlidingMoments}, but without a base, so that a sum of
 * small numbers does not suffer from large ones that have left.
 */
public final class SlidingSum {
  private final int size;
  private double[] cells;

  /** What will become {@code cells} when the next whole block is added. */
  private double[] next = {};

  private int filled;
  private boolean full;
  private double prefix;
  private double sum;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingSum(int size) {
    this.size = size;
    this.cells = new double[size];
    clear();
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

  /** Adds a number that is at least 0 and returns the sum, {@code NaN} until the window is full. */
  public double add(double x) {
    int k = filled;
    if (k == size - 1) {
      cells[k] = x;
      sum = turn();
      return sum;
    }
    prefix += x;
    if (full) {
      sum = cells[k] + prefix;
    }
    cells[k] = x;
    filled = k + 1;
    return sum;
  }

  /**
   * Adds numbers that are at least 0 and tells the sum after each of them.
   *
   * @param in the numbers from position 0 on; not modified
   * @param count how many
   * @param sums receives the sums from position 0 on; another array than {@code in}; modified
   */
  public void add(double[] in, int count, double[] sums) {
    int i = 0;
    while (i < count) {
      if (full && filled == 0 && count - i >= size) {
        block(in, i, sums);
        i += size;
      } else {
        sums[i] = add(in[i]);
        i++;
      }
    }
  }

  /** Adds a whole block. Its suffix sums and its prefix sums do not wait for each other. */
  private void block(double[] in, int from, double[] sums) {
    double[] old = cells;
    double[] fresh = next.length > 0 ? next : new double[size];
    double running = 0;
    double suffix = 0;
    for (int i = 0, j = size - 1; i < size; i++, j--) {
      running += in[from + i];
      sums[from + i] = old[i] + running;
      fresh[j] = suffix;
      suffix += in[from + j];
    }
    sums[from + size - 1] = suffix;
    sum = suffix;
    next = old;
    cells = fresh;
    prefix = 0;
  }

  /** Returns the sum, {@code NaN} until the window is full. */
  public double sum() {
    return sum;
  }

  /** Makes the block that is complete the old one: cell i holds the sum of what comes after it. */
  private double turn() {
    double suffix = 0;
    for (int i = size - 1; i >= 0; i--) {
      double x = cells[i];
      cells[i] = suffix;
      suffix += x;
    }
    prefix = 0;
    filled = 0;
    full = true;
    return suffix;
  }
}
