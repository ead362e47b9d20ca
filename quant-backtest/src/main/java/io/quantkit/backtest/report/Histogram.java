package io.quantkit.backtest.report;

import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/**
 * How often returns fall into each of some bins of equal, round width.
 *
 * <p>The width starts from the rule of Freedman and Diaconis (1981), {@code 2 IQR / cbrt(n)}, is
 * halved, rounded up to 1, 2, 2.5 or 5 times a power of ten, and is at least a sixtieth of the
 * range.
 */
final class Histogram {
  private static final int MOST_BINS = 60;

  private final double width;
  private final double[] edges;
  private final double[] shares;

  private Histogram(double width, double[] edges, double[] shares) {
    this.width = width;
    this.edges = edges;
    this.shares = shares;
  }

  /**
   * Returns the histogram of some numbers.
   *
   * @param values finite, at least two different ones; not modified
   */
  static Histogram of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double spread = Quantiles.linearOfSorted(sorted, 0.75) - Quantiles.linearOfSorted(sorted, 0.25);
    double rule = spread / StrictMath.cbrt(sorted.length);
    double width = Axis.step(Math.max(rule, (high - low) / MOST_BINS), 1);
    double first = Math.floor(low / width);
    int bins = (int) (Math.floor(high / width) - first) + 1;
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = (first + i) * width;
    }
    double[] shares = new double[bins];
    for (double value : sorted) {
      int bin = (int) (Math.floor(value / width) - first);
      shares[bin] += 1.0 / sorted.length;
    }
    return new Histogram(width, edges, shares);
  }

  /** Returns the width of every bin. */
  double width() {
    return width;
  }

  /** Returns where bins begin and end: one more than there are bins. */
  double[] edges() {
    return edges;
  }

  /** Returns the fraction of the numbers in each bin. */
  double[] shares() {
    return shares;
  }
}
