package io.quantkit.features.kernel.rows;

import java.util.Arrays;

/** {@link io.quantkit.features.kernel.SlidingMoments} of many symbols. */
public final class SlidingDeviations {
  private final int size;
  private final double inverse;

  /** By position in the block and symbol: the sums of the old block from there on. */
  private final double[][] first;

  private final double[][] second;

  /** The new block. */
  private final double[][] block;

  private final double[] base;
  private final double[] sum1;
  private final double[] sum2;
  private int filled;
  private boolean full;

  /** Creates empty windows of {@code size} numbers, at least 1. */
  public SlidingDeviations(int size, int symbols) {
    this.size = size;
    inverse = 1.0 / size;
    first = new double[size][symbols];
    second = new double[size][symbols];
    block = new double[size][symbols];
    base = new double[symbols];
    sum1 = new double[symbols];
    sum2 = new double[symbols];
  }

  /**
   * Adds numbers and tells, if windows are full, the means and roots of the scaled sums of squared
   * deviations.
   *
   * @param scale what the sums are multiplied by before the root is taken
   * @param means receives the means; another array than the others; modified
   * @param roots receives the roots; another array than the others; modified
   */
  public void add(double[] x, double scale, double[] means, double[] roots) {
    System.arraycopy(x, 0, block[filled], 0, base.length);
    if (++filled == size) {
      turn(x);
    } else {
      add(x, base, sum1, sum2);
    }
    if (full) {
      means(first[filled], means);
      roots(first[filled], second[filled], scale, roots);
    }
  }

  private static void add(double[] x, double[] base, double[] sum1, double[] sum2) {
    for (int s = 0; s < base.length; s++) {
      double d = x[s] - base[s];
      sum1[s] += d;
      sum2[s] += d * d;
    }
  }

  private void means(double[] old, double[] means) {
    double[] now = sum1;
    double[] b = base;
    double f = inverse;
    for (int s = 0; s < b.length; s++) {
      means[s] = Math.fma(old[s] + now[s], f, b[s]);
    }
  }

  private void roots(double[] old1, double[] old2, double scale, double[] roots) {
    double[] now1 = sum1;
    double[] now2 = sum2;
    double f = inverse;
    for (int s = 0; s < now1.length; s++) {
      double sum = old1[s] + now1[s];
      roots[s] = Math.fma(-sum * f, sum, old2[s] + now2[s]);
    }
    for (int s = 0; s < now1.length; s++) {
      roots[s] = Math.sqrt(Math.max(0, roots[s]) * scale);
    }
  }

  /** Makes the block that is complete the old one. */
  private void turn(double[] last) {
    System.arraycopy(last, 0, base, 0, base.length);
    Arrays.fill(sum1, 0);
    Arrays.fill(sum2, 0);
    for (int i = size - 1; i >= 0; i--) {
      add(block[i], base, sum1, sum2);
      System.arraycopy(sum1, 0, first[i], 0, base.length);
      System.arraycopy(sum2, 0, second[i], 0, base.length);
    }
    Arrays.fill(sum1, 0);
    Arrays.fill(sum2, 0);
    filled = 0;
    full = true;
  }
}
