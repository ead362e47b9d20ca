package io.quantkit.features.econometric;

/**
 * The test of Kwiatkowski, Phillips, Schmidt and Shin. Null hypothesis: the series is stationary
 * around its mean or a linear trend. Small p-values speak for a unit root.
 *
 * <p>{@code sum(S[t]^2) / n^2} over the long-run variance of the residuals with Bartlett weights,
 * where {@code S} are partial sums of residuals. The numbers of {@code statsmodels} and, for the
 * lags {@code trunc(4 (n / 100)^0.25)}, of R's tseries. The p-value is interpolated in the paper's
 * table and so within [0.01, 0.1]. Source: Journal of Econometrics 54, 1992.
 */
public final class Kpss {
  private static final double[] LEVELS = {0.10, 0.05, 0.025, 0.01};
  private static final double[] AROUND_MEAN = {0.347, 0.463, 0.574, 0.739};
  private static final double[] AROUND_TREND = {0.119, 0.146, 0.176, 0.216};

  private Kpss() {}

  /**
   * What the test says.
   *
   * @param statistic at least 0; {@code NaN} for a series without variation
   * @param pValue within [0.01, 0.1]; a value at an end means "at most" or "at least"
   * @param lags of the long-run variance
   * @param criticalValues exceeding one rejects stationarity
   */
  public record Result(double statistic, double pValue, int lags, CriticalValues criticalValues) {}

  /**
   * Tests with given lags.
   *
   * @param x the series; not modified
   * @param trend whether the series is stationary around a trend, not a mean
   * @param lags of the long-run variance, at least 0 and below the length
   * @throws IllegalArgumentException if a number is not finite or there are fewer than 4
   */
  public static Result test(double[] x, boolean trend, int lags) {
    Samples.check(x, 4, "x");
    Samples.checkAtLeast("lags", lags, 0);
    Samples.checkAtLeast("length of x less lags", x.length - lags, 1);
    double[] residuals = new double[x.length];
    residuals(x, 0, x.length, trend, residuals);
    double statistic = statistic(residuals, x.length, lags);
    double[] table = trend ? AROUND_TREND : AROUND_MEAN;
    return new Result(
        statistic,
        pValue(statistic, trend),
        lags,
        new CriticalValues(table[3], table[1], table[0]));
  }

  /** Tests with the lags that Hobijn, Franses and Ooms derive from the data, 1998. */
  public static Result test(double[] x, boolean trend) {
    Samples.check(x, 4, "x");
    double[] residuals = new double[x.length];
    residuals(x, 0, x.length, trend, residuals);
    return test(x, trend, automaticLags(residuals));
  }

  /** Returns the short rule for lags, {@code trunc(4 (n / 100)^0.25)}. */
  public static int shortLags(int observations) {
    return Samples.bartlettLags(observations, 4);
  }

  /** Returns the long rule for lags, {@code ceil(12 (n / 100)^0.25)}, below the length. */
  public static int longLags(int observations) {
    return Math.min(
        observations - 1, (int) Math.ceil(12 * StrictMath.pow(observations / 100.0, 0.25)));
  }

  static double pValue(double statistic, boolean trend) {
    if (Double.isNaN(statistic)) {
      return Double.NaN;
    }
    double[] table = trend ? AROUND_TREND : AROUND_MEAN;
    if (statistic <= table[0]) {
      return LEVELS[0];
    }
    for (int i = 1; i < table.length; i++) {
      if (statistic <= table[i]) {
        double share = (statistic - table[i - 1]) / (table[i] - table[i - 1]);
        return LEVELS[i - 1] + share * (LEVELS[i] - LEVELS[i - 1]);
      }
    }
    return LEVELS[3];
  }

  static void residuals(double[] x, int from, int to, boolean trend, double[] out) {
    int n = to - from;
    double mean = Samples.mean(x, from, to);
    double middle = (n - 1) / 2.0;
    double slope = 0;
    if (trend) {
      double products = 0;
      for (int i = 0; i < n; i++) {
        products = Math.fma(i - middle, x[from + i] - mean, products);
      }
      slope = products / (n * ((double) n * n - 1) / 12);
    }
    for (int i = 0; i < n; i++) {
      out[i] = x[from + i] - mean - slope * (i - middle);
    }
  }

  static double statistic(double[] residuals, int length, int lags) {
    double partial = 0;
    double squares = 0;
    for (int i = 0; i < length; i++) {
      partial += residuals[i];
      squares = Math.fma(partial, partial, squares);
    }
    double variance = Samples.longRunVariance(residuals, length, lags);
    return variance > 0 ? squares / ((double) length * length) / variance : Double.NaN;
  }

  private static int automaticLags(double[] residuals) {
    int n = residuals.length;
    int covered = (int) StrictMath.pow(n, 2.0 / 9);
    double s0 = Samples.lagged(residuals, 0, n, 0) / n;
    double s1 = 0;
    for (int lag = 1; lag <= covered; lag++) {
      double product = Samples.lagged(residuals, 0, n, lag) / (n / 2.0);
      s0 += product;
      s1 += lag * product;
    }
    double ratio = s1 / s0;
    double gamma = 1.1447 * StrictMath.pow(ratio * ratio, 1.0 / 3);
    int lags = (int) (gamma * StrictMath.pow(n, 1.0 / 3));
    return Math.min(lags, n - 1);
  }
}
