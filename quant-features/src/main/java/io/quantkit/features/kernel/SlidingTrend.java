package io.quantkit.features.kernel;

/**
 * The least-squares line through the last {@code size} numbers, by the blocks and with the accuracy
 * of {@link SlidingMoments}.
 */
public final class SlidingTrend {
  /*
   * Beside suffix sums S[i] = d[i] + S[i+1] there are those with growing weights,
   * W[i] = d[i] + 2 d[i+1] + ... = W[i+1] + S[i]. In a window of k numbers of the new block and
   * size - k of the old one, a new one's weight is its place among the new ones plus size - k.
   */
  private final int size;
  private final double[] cells;
  private final double[] weighted;
  private int filled;
  private boolean full;
  private double base;
  private double sum;
  private double ranked;
  private double total;
  private double totalRanked;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingTrend(int size) {
    this.size = size;
    cells = new double[size];
    weighted = new double[size];
    clear();
  }

  private SlidingTrend(SlidingTrend other) {
    size = other.size;
    cells = other.cells.clone();
    weighted = other.weighted.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum = other.sum;
    ranked = other.ranked;
    total = other.total;
    totalRanked = other.totalRanked;
  }

  /** Returns an independent window with the same content. */
  public SlidingTrend copy() {
    return new SlidingTrend(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    sum = 0;
    ranked = 0;
    total = Double.NaN;
    totalRanked = Double.NaN;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    int k = filled;
    cells[k] = x;
    if (++k == size) {
      turn(x);
      return true;
    }
    filled = k;
    double d = x - base;
    sum += d;
    ranked = Math.fma(k, d, ranked);
    if (full) {
      total = cells[k] + sum;
      totalRanked = weighted[k] + Math.fma(size - k, sum, ranked);
    }
    return full;
  }

  /** Returns by how much the least-squares line rises from number to number; 0 of one number. */
  public double slope() {
    if (size == 1) {
      return total * 0;
    }
    double n = size;
    return 12 * (totalRanked - 0.5 * (n + 1) * total) / (n * (n * n - 1));
  }

  /**
   * Returns the least-squares line.
   *
   * @param ahead how many steps after the newest number
   */
  public double line(double ahead) {
    return base + (total / size + slope() * (0.5 * (size - 1) + ahead));
  }

  private void turn(double last) {
    double suffix = 0;
    double suffixWeighted = 0;
    for (int i = size - 1; i >= 0; i--) {
      suffix += cells[i] - last;
      suffixWeighted += suffix;
      cells[i] = suffix;
      weighted[i] = suffixWeighted;
    }
    total = suffix;
    totalRanked = suffixWeighted;
    base = last;
    sum = 0;
    ranked = 0;
    filled = 0;
    full = true;
  }
}
