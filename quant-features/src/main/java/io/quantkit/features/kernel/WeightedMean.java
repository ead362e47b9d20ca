package io.quantkit.features.kernel;

/**
 * The linearly weighted mean of the last {@code size} numbers: the newest counts {@code size}
 * times, the oldest once. With the accuracy of {@link SlidingMean}.
 */
public final class WeightedMean implements Filter {
  /*
   * Blocks as in SlidingMean. Let d be the numbers less the base. When k numbers of the new block
   * were added and the window reaches back to cell i = k of the block before,
   *
   *   weighted sum = old[i] + (size + 1) p - q
   *   old[i] = d[i] + 2 d[i+1] + 3 d[i+2] + ...   the sum of all suffix sums from i on
   *   p      = sum of the k new numbers
   *   q      = the sum of all prefix sums of the new numbers, so that k p + p - q = d[1] + 2 d[2] + ...
   */
  private final int size;
  private final double weight;
  private final double[] cells;
  private int filled;
  private boolean full;
  private double base;
  private double prefix;
  private double prefixes;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public WeightedMean(int size) {
    this.size = size;
    this.weight = 2 / (size * (size + 1.0));
    this.cells = new double[size];
  }

  private WeightedMean(WeightedMean other) {
    size = other.size;
    weight = other.weight;
    cells = other.cells.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    prefix = other.prefix;
    prefixes = other.prefixes;
  }

  @Override
  public double add(double x) {
    int k = filled;
    cells[k] = x;
    if (++k == size) {
      double old = turn(x);
      return x + old * weight;
    }
    filled = k;
    prefix += x - base;
    prefixes += prefix;
    return full ? base + (cells[k] + Math.fma(size + 1.0, prefix, -prefixes)) * weight : Double.NaN;
  }

  /** Makes the block that is complete the old one and returns the weighted sum of all of it. */
  private double turn(double last) {
    double suffix = 0;
    double suffixes = 0;
    for (int i = size - 1; i >= 0; i--) {
      suffix += cells[i] - last;
      suffixes += suffix;
      cells[i] = suffixes;
    }
    base = last;
    prefix = 0;
    prefixes = 0;
    filled = 0;
    full = true;
    return suffixes;
  }

  @Override
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    prefix = 0;
    prefixes = 0;
  }

  @Override
  public Filter copy() {
    return new WeightedMean(this);
  }
}
