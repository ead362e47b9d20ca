package io.quantkit.features.kernel.rows;

import java.util.Arrays;

/** {@link io.quantkit.features.kernel.SlidingSum} of many symbols. */
public final class SlidingSums {
  /** By position in the block and symbol: sums of the old block after it, or new numbers. */
  private final double[][] cells;

  private final double[] prefix;
  private final double[] suffix;
  private int filled;

  /** Creates empty windows of {@code size} numbers, at least 1. */
  public SlidingSums(int size, int symbols) {
    cells = new double[size][symbols];
    prefix = new double[symbols];
    suffix = new double[symbols];
  }

  /**
   * Adds numbers and tells the sums, once the windows are full those of the windows.
   *
   * @param out receives the sums; another array than {@code x}; modified
   */
  public void add(double[] x, double[] out) {
    add(x, cells[filled], prefix, out);
    if (++filled == cells.length) {
      turn();
    }
  }

  private static void add(double[] x, double[] cell, double[] prefix, double[] out) {
    for (int s = 0; s < prefix.length; s++) {
      double p = prefix[s] + x[s];
      prefix[s] = p;
      out[s] = cell[s] + p;
      cell[s] = x[s];
    }
  }

  /** Makes the block that is complete the old one. */
  private void turn() {
    Arrays.fill(suffix, 0);
    Arrays.fill(prefix, 0);
    for (int i = cells.length - 1; i >= 0; i--) {
      sumBehind(cells[i], suffix);
    }
    filled = 0;
  }

  private static void sumBehind(double[] cell, double[] suffix) {
    for (int s = 0; s < suffix.length; s++) {
      double x = cell[s];
      cell[s] = suffix[s];
      suffix[s] += x;
    }
  }
}
