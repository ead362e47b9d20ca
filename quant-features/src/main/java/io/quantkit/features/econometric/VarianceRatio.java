package io.quantkit.features.econometric;

/**
 * Lo and MacKinlay's variance ratio: the variance of {@code q}-step changes over {@code q} times
 * that of single steps. Null hypothesis: a random walk, for which it is 1; above 1 changes are
 * positively correlated, below 1 they reverse.
 *
 * <p>Overlapping changes, unbiased variances. Source: A. Lo and A. MacKinlay, Review of Financial
 * Studies 1, 1988.
 *
 * @param ratio at least 0
 * @param homoskedastic the normal statistic if changes are identically distributed, with its
 *     two-sided p-value
 * @param heteroskedastic the normal statistic that allows for changing variance
 */
public record VarianceRatio(double ratio, TestResult homoskedastic, TestResult heteroskedastic) {

  /**
   * Computes the ratio of a series of logarithms of prices.
   *
   * @param x the logarithms, oldest first; not modified
   * @param q the number of steps, at least 2 and at most a half of the changes
   * @throws IllegalArgumentException if a number is not finite or {@code q} does not fit
   */
  public static VarianceRatio of(double[] x, int q) {
    Samples.check(x, 5, "x");
    if (q < 2 || q > (x.length - 1) / 2) {
      throw new IllegalArgumentException(
          "q must be within [2, %d], was %d".formatted((x.length - 1) / 2, q));
    }
    double[] out = new double[3];
    compute(x, 0, x.length, q, new double[x.length - 1], out);
    return new VarianceRatio(out[0], normal(out[1]), normal(out[2]));
  }

  private static TestResult normal(double z) {
    return new TestResult(z, Distributions.normalTwoSided(z));
  }

  /** Computes the ratio and both statistics of a stretch; allocates nothing. */
  static void compute(double[] x, int from, int to, int q, double[] squares, double[] out) {
    int n = to - from - 1;
    double drift = (x[to - 1] - x[from]) / n;
    double single = 0;
    for (int t = 0; t < n; t++) {
      double change = x[from + t + 1] - x[from + t] - drift;
      squares[t] = change * change;
      single += squares[t];
    }
    double several = 0;
    for (int t = from + q; t < to; t++) {
      double change = x[t] - x[t - q] - q * drift;
      several = Math.fma(change, change, several);
    }
    double m = q * (n - q + 1.0) * (1 - (double) q / n);
    double ratio = (several / m) / (single / (n - 1));
    double theta = 0;
    for (int j = 1; j < q; j++) {
      double weight = 2.0 * (q - j) / q;
      theta =
          Math.fma(weight * weight, Samples.lagged(squares, 0, n, j) / (single * single), theta);
    }
    double variance = 2 * (2.0 * q - 1) * (q - 1) / (3.0 * q * n);
    out[0] = ratio;
    out[1] = (ratio - 1) / Math.sqrt(variance);
    out[2] = (ratio - 1) / Math.sqrt(theta);
  }
}
