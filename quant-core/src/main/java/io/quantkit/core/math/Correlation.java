package io.quantkit.core.math;

/**
 * How two arrays move together.
 *
 * <p>A pair with a {@code NaN} on either side is left out; the functions say what the remaining
 * pairs give. Arrays are not modified.
 */
public final class Correlation {
  private Correlation() {}

  /**
   * Returns Pearson's correlation {@code sum(dx * dy) / sqrt(sum(dx^2) * sum(dy^2))} of the
   * complete pairs, with {@code dx} and {@code dy} the deviations from the means; within -1 to 1.
   * It is {@code NaN} if there are fewer than two pairs, a side is constant, or a value is
   * infinite.
   *
   * <p>Two passes with compensated sums, as in {@link Moments}.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double pearson(double[] x, double[] y) {
    return pearson(Pairs.of(x, y));
  }

  /**
   * Returns Spearman's correlation of the complete pairs: Pearson's correlation of their
   * {@linkplain Ranks#average average ranks}, which are taken after incomplete pairs are left out;
   * within -1 to 1. It is {@code NaN} if there are fewer than two pairs or a side is constant.
   * Infinities rank as extreme values.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double spearman(double[] x, double[] y) {
    Pairs pairs = Pairs.of(x, y);
    Ranks ranks = new Ranks();
    double[] rankX = new double[pairs.x.length];
    double[] rankY = new double[pairs.y.length];
    ranks.average(pairs.x, rankX.length, rankX);
    ranks.average(pairs.y, rankY.length, rankY);
    return pearson(new Pairs(rankX, rankY));
  }

  /**
   * Returns {@code sum(dx * dy) / (n - ddof)} of the complete pairs, {@code NaN} unless there are
   * more than {@code ddof}.
   *
   * @param ddof what is subtracted from the number of pairs: 0 for a population, 1 for the unbiased
   *     estimate from a sample
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double covariance(double[] x, double[] y, int ddof) {
    Moments.checkDdof(ddof);
    Pairs pairs = Pairs.of(x, y);
    int n = pairs.x.length;
    return n <= ddof
        ? Double.NaN
        : products(pairs, Moments.mean(pairs.x), Moments.mean(pairs.y)) / (n - ddof);
  }

  private static double pearson(Pairs pairs) {
    int n = pairs.x.length;
    if (n < 2) {
      return Double.NaN;
    }
    double meanX = Moments.mean(pairs.x);
    double meanY = Moments.mean(pairs.y);
    double squaresX = Moments.squares(pairs.x, 0, n, meanX);
    double squaresY = Moments.squares(pairs.y, 0, n, meanY);
    double correlation = products(pairs, meanX, meanY) / rootOfProduct(squaresX, squaresY);
    return Math.max(-1, Math.min(1, correlation));
  }

  /** Returns {@code sqrt(a * b)}: {@code a} itself if they are equal, and without overflow. */
  private static double rootOfProduct(double a, double b) {
    double product = a * b;
    return product >= Double.MIN_NORMAL && product <= Double.MAX_VALUE
        ? Math.sqrt(product)
        : Math.sqrt(a) * Math.sqrt(b);
  }

  private static double products(Pairs pairs, double meanX, double meanY) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < pairs.x.length; i++) {
      double product = (pairs.x[i] - meanX) * (pairs.y[i] - meanY);
      double next = sum + product;
      lost += CompensatedSum.lost(sum, product, next);
      sum = next;
    }
    return CompensatedSum.total(sum, lost);
  }

  /** The complete pairs of two arrays. */
  private static final class Pairs {
    final double[] x;
    final double[] y;

    Pairs(double[] x, double[] y) {
      this.x = x;
      this.y = y;
    }

    static Pairs of(double[] x, double[] y) {
      if (x.length != y.length) {
        throw new IllegalArgumentException(
            "x and y must have the same length, were " + x.length + " and " + y.length);
      }
      int count = 0;
      for (int i = 0; i < x.length; i++) {
        count += complete(x[i], y[i]) ? 1 : 0;
      }
      if (count == x.length) {
        return new Pairs(x, y);
      }
      Pairs pairs = new Pairs(new double[count], new double[count]);
      for (int i = 0, j = 0; i < x.length; i++) {
        if (complete(x[i], y[i])) {
          pairs.x[j] = x[i];
          pairs.y[j++] = y[i];
        }
      }
      return pairs;
    }

    private static boolean complete(double x, double y) {
      return !Double.isNaN(x) && !Double.isNaN(y);
    }
  }
}
