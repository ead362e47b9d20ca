package io.quantkit.features.kernel;

/** The largest of the last {@code size} numbers, by the blocks of {@link SlidingMean}. */
public final class SlidingMaximum {
  private final int size;
  private final double[] cells;
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
