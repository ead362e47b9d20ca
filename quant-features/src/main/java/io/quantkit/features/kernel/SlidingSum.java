package io.quantkit.features.kernel;

/**
 * The sum of the last {@code size} numbers that are not negative. Never negative, and exact to a
 * few units in its last place: see {@link SlidingMean}, but without a base, so that a sum of small
 * numbers does not suffer from large ones that have left.
 */
public final class SlidingSum {
  private final int size;
  private final double[] cells;
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
    cells[k] = x;
    if (++k == size) {
      sum = turn();
      return sum;
    }
    filled = k;
    prefix += x;
    if (full) {
      sum = cells[k] + prefix;
    }
    return sum;
  }

  /** Returns the sum, {@code NaN} until the window is full. */
  public double sum() {
    return sum;
  }

  private double turn() {
    double suffix = 0;
    for (int i = size - 1; i >= 0; i--) {
      suffix += cells[i];
      cells[i] = suffix;
    }
    prefix = 0;
    filled = 0;
    full = true;
    return suffix;
  }
}
