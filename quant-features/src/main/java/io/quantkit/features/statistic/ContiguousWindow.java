package io.quantkit.features.statistic;

/** The last numbers, oldest first, for what is computed from a whole window at each step. */
final class ContiguousWindow {
  private final int size;

  /** Every number twice, a window's length apart, so that a window is always contiguous. */
  private final double[] cells;

  private int next;
  private int filled;

  ContiguousWindow(int size) {
    this(size, new double[2 * size]);
  }

  private ContiguousWindow(int size, double[] cells) {
    this.size = size;
    this.cells = cells;
  }

  /** Adds a number and returns whether the window is full. */
  boolean add(double x) {
    cells[next] = x;
    cells[next + size] = x;
    next = next + 1 == size ? 0 : next + 1;
    filled = Math.min(filled + 1, size);
    return filled == size;
  }

  /** Returns a number of a full window, 0 being the oldest. */
  double at(int i) {
    return cells[next + i];
  }

  void clear() {
    next = 0;
    filled = 0;
  }

  ContiguousWindow copy() {
    ContiguousWindow copy = new ContiguousWindow(size, cells.clone());
    copy.next = next;
    copy.filled = filled;
    return copy;
  }
}
