package io.quantkit.features.indicator.average;

import io.quantkit.features.kernel.Filter;

/** A weighted mean of the last numbers by any weights, computed from the whole window each time. */
final class WeightedWindow implements Filter {
  private final double[] weights;

  /** Every number twice, a window's length apart, so that a window is always contiguous. */
  private final double[] cells;

  private int next;
  private int filled;

  /**
   * Creates an empty window.
   *
   * @param weights the weight of each number, that of the oldest first; their sum is not zero; not
   *     modified
   */
  WeightedWindow(double[] weights) {
    this(normalized(weights), new double[2 * weights.length]);
  }

  private WeightedWindow(double[] weights, double[] cells) {
    this.weights = weights;
    this.cells = cells;
  }

  private static double[] normalized(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] normalized = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalized[i] = weights[i] / sum;
    }
    return normalized;
  }

  @Override
  public double add(double x) {
    int size = weights.length;
    cells[next] = x;
    cells[next + size] = x;
    if (++next == size) {
      next = 0;
    }
    if (filled < size && ++filled < size) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum = Math.fma(weights[i], cells[next + i] - x, sum);
    }
    return x + sum;
  }

  @Override
  public void clear() {
    next = 0;
    filled = 0;
  }

  @Override
  public Filter copy() {
    WeightedWindow copy = new WeightedWindow(weights, cells.clone());
    copy.next = next;
    copy.filled = filled;
    return copy;
  }
}
