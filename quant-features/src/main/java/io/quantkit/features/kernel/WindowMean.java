package io.quantkit.features.kernel;

/**
 * The sum and the mean of the last {@code size} numbers, without any trace of those before them.
 *
 * <p>For what must be exactly 0 in a window without volume, or not negative after a number that
 * dwarfs the rest; where that does not matter {@link SlidingMean} is faster. A step costs a
 * constant number of operations on average and nothing is ever subtracted from a running sum, so
 * the error is that of adding one window, however long the stream. The mean of equal numbers is
 * that number exactly.
 */
public final class WindowMean {
  /*
   * The stream is cut into blocks of the window's size. A window is then the end of one block and
   * the beginning of the next: when a block is complete its suffix sums are computed backwards, in
   * place, and while the next block fills up, window sum = suffix sum + sum of the new block so far.
   * Cell i of the array holds a suffix sum until the new block's i-th number overwrites it.
   *
   * All sums are of x - base, where base is the last number of the completed block. It belongs to
   * the window, so |mean - base| is at most the window's range and the level of the numbers, which
   * is usually much larger than their range, cannot cost digits.
   */
  private final int size;
  private final double[] cells;
  private int filled;
  private boolean full;
  private double base;
  private double sum;
  private double mean;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public WindowMean(int size) {
    this.size = size;
    this.cells = new double[size];
    clear();
  }

  private WindowMean(WindowMean other) {
    size = other.size;
    cells = other.cells.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum = other.sum;
    mean = other.mean;
  }

  /** Returns an independent window with the same content. */
  public WindowMean copy() {
    return new WindowMean(this);
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
    cells[k] = x;
    if (++k == size) {
      turn(x);
    } else {
      filled = k;
      sum += x - base;
      if (full) {
        mean = base + (cells[k] + sum) / size;
      }
    }
    return full;
  }

  /** Returns the sum, {@code NaN} until the window is full. */
  public double sum() {
    return size * mean;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return mean;
  }

  private void turn(double last) {
    double suffix = 0;
    for (int i = size - 1; i >= 0; i--) {
      suffix += cells[i] - last;
      cells[i] = suffix;
    }
    mean = last + suffix / size;
    base = last;
    sum = 0;
    filled = 0;
    full = true;
  }
}
