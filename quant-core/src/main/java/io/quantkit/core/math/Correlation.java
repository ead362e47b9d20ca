package io.quantkit.core.math;

/**
 * How strongly two samples go together, from -1 to 1. Pairs of which either number is {@code NaN}
 * are left out. {@code NaN} if fewer than two pairs remain or either sample is constant.
 */
public final class Correlation {

  private Correlation() {}

  /** Returns Pearson's product-moment correlation. */
  public static double pearson(double[] x, double[] y) {
    double[][] pairs = pairs(x, y);
    return ofPairs(pairs[0], pairs[1]);
  }

  /** Returns Spearman's rank correlation: Pearson's of the ranks, ties ranked by average. */
  public static double spearman(double[] x, double[] y) {
    double[][] pairs = pairs(x, y);
    Ranks ranks = new Ranks();
    int n = pairs[0].length;
    ranks.average(pairs[0], n, pairs[0]);
    ranks.average(pairs[1], n, pairs[1]);
    return ofPairs(pairs[0], pairs[1]);
  }

  private static double[][] pairs(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "samples must have one length, were " + x.length + " and " + y.length);
    }
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      n += Double.isNaN(x[i]) || Double.isNaN(y[i]) ? 0 : 1;
    }
    double[][] pairs = new double[2][n];
    for (int i = 0, k = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        pairs[0][k] = x[i];
        pairs[1][k++] = y[i];
      }
    }
    return pairs;
  }

  private static double ofPairs(double[] x, double[] y) {
    if (x.length < 2) {
      return Double.NaN;
    }
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    double r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
    return xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, r));
  }
}
