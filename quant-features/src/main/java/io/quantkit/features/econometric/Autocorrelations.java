package io.quantkit.features.econometric;

/**
 * How a series is correlated with itself and others at earlier times, and tests for that.
 *
 * <p>The numbers of {@code statsmodels.tsa.stattools}. Arrays that are returned begin with lag 0.
 * {@code NaN} for a series without variation.
 */
public final class Autocorrelations {
  private Autocorrelations() {}

  /** How partial autocorrelations are estimated. */
  public enum Partial {
    /** From autocovariances over n, by Durbin and Levinson's recursion: {@code ywm}. */
    YULE_WALKER,
    /** From autocovariances over n - k: {@code ywadjusted}, {@code ldadjusted}. */
    YULE_WALKER_ADJUSTED,
    /** Last coefficients of regressions on a constant and lags: {@code ols}. */
    OLS,
    /** Burg's method: {@code burg}. */
    BURG
  }

  /**
   * Returns the autocorrelations of lags 0 to {@code lags}.
   *
   * @param x the series; not modified
   * @param lags at least 1 and below the length
   * @param adjusted whether autocovariances are over {@code n - k} instead of {@code n}
   */
  public static double[] full(double[] x, int lags, boolean adjusted) {
    checkLags(x, lags);
    double[] d = Samples.demeaned(x);
    double[] out = new double[lags + 1];
    covariances(d, 0, d.length, lags, adjusted, out);
    double variance = out[0];
    for (int k = 0; k <= lags; k++) {
      out[k] = out[k] / variance;
    }
    return out;
  }

  /** Returns Bartlett's standard errors of the autocorrelations of lags 0 to the last one. */
  public static double[] bartlettErrors(double[] autocorrelations, int observations) {
    double[] out = new double[autocorrelations.length];
    double sum = 1;
    for (int k = 1; k < out.length; k++) {
      out[k] = Math.sqrt(sum / observations);
      sum += 2 * autocorrelations[k] * autocorrelations[k];
    }
    return out;
  }

  /**
   * Returns the partial autocorrelations of lags 0 to {@code lags}.
   *
   * @param x the series; not modified
   * @param lags at least 1 and below half the length
   */
  public static double[] partial(double[] x, int lags, Partial method) {
    checkLags(x, lags);
    if (2 * lags >= x.length) {
      throw new IllegalArgumentException(
          "lags must be below half the length %d of x, was %d".formatted(x.length, lags));
    }
    return switch (method) {
      case YULE_WALKER -> levinson(full(x, lags, false));
      case YULE_WALKER_ADJUSTED -> levinson(full(x, lags, true));
      case OLS -> partialByRegression(x, lags);
      case BURG -> burg(x, lags);
    };
  }

  /**
   * Returns the correlations of x with y {@code k} steps earlier, for k from 0 to {@code lags}.
   *
   * @param adjusted whether covariances are over {@code n - k}, as statsmodels has it by default
   */
  public static double[] cross(double[] x, double[] y, int lags, boolean adjusted) {
    Samples.checkPair(x, y, 2);
    checkLags(x, lags);
    double[] dx = Samples.demeaned(x);
    double[] dy = Samples.demeaned(y);
    int n = x.length;
    double scale =
        Math.sqrt(Samples.lagged(dx, 0, n, 0) / n) * Math.sqrt(Samples.lagged(dy, 0, n, 0) / n);
    double[] out = new double[lags + 1];
    for (int k = 0; k <= lags; k++) {
      double sum = 0;
      for (int i = k; i < n; i++) {
        sum = Math.fma(dx[i], dy[i - k], sum);
      }
      out[k] = sum / (adjusted ? n - k : n) / scale;
    }
    return out;
  }

  /**
   * Tests whether the first {@code lags} autocorrelations are all zero: {@code n (n + 2) sum(r[k]^2
   * / (n - k))}, chi-squared with {@code lags} degrees of freedom. Source: G. Ljung and G. Box,
   * Biometrika 65, 1978.
   */
  public static TestResult ljungBox(double[] x, int lags) {
    double[] r = full(x, lags, false);
    return portmanteau(ljungBox(r, lags, x.length), lags);
  }

  /** Tests like {@link #ljungBox(double[], int)} by Box and Pierce's {@code n sum(r[k]^2)}. */
  public static TestResult boxPierce(double[] x, int lags) {
    double[] r = full(x, lags, false);
    return portmanteau(boxPierce(r, lags, x.length), lags);
  }

  static double ljungBox(double[] r, int lags, int n) {
    double sum = 0;
    for (int k = 1; k <= lags; k++) {
      sum += r[k] * r[k] / (n - k);
    }
    return n * (n + 2.0) * sum;
  }

  static double boxPierce(double[] r, int lags, int n) {
    double sum = 0;
    for (int k = 1; k <= lags; k++) {
      sum = Math.fma(r[k], r[k], sum);
    }
    return n * sum;
  }

  private static TestResult portmanteau(double statistic, int lags) {
    return new TestResult(statistic, Distributions.chiSquaredTail(statistic, lags));
  }

  /**
   * Returns Durbin and Watson's {@code sum((e[t] - e[t-1])^2) / sum(e[t]^2)} of residuals: within
   * [0, 4], 2 without autocorrelation.
   */
  public static double durbinWatson(double[] residuals) {
    Samples.check(residuals, 2, "residuals");
    double changes = 0;
    for (int i = 1; i < residuals.length; i++) {
      double change = residuals[i] - residuals[i - 1];
      changes = Math.fma(change, change, changes);
    }
    return changes / Samples.lagged(residuals, 0, residuals.length, 0);
  }

  /**
   * Tests residuals for conditional heteroskedasticity by Engle's Lagrange multiplier, rows times
   * R-squared of the regression of their squares on {@code lags} earlier ones: chi-squared with
   * {@code lags} degrees of freedom. Source: R. Engle, Econometrica 50, 1982.
   */
  public static TestResult archEffect(double[] residuals, int lags) {
    checkLags(residuals, lags);
    int rows = residuals.length - lags;
    Samples.checkAtLeast("rows of the regression", rows, lags + 2);
    LeastSquares fit = new LeastSquares(rows, lags + 1);
    java.util.Arrays.fill(fit.column(0), 1);
    for (int t = 0; t < rows; t++) {
      double now = residuals[t + lags];
      fit.target()[t] = now * now;
      for (int lag = 1; lag <= lags; lag++) {
        double then = residuals[t + lags - lag];
        fit.column(lag)[t] = then * then;
      }
    }
    fit.solve(rows, lags + 1);
    double statistic = rows * (1 - fit.squares() / fit.squares(1));
    return portmanteau(statistic, lags);
  }

  static void covariances(
      double[] demeaned, int from, int to, int lags, boolean adjusted, double[] out) {
    int n = to - from;
    for (int k = 0; k <= lags; k++) {
      out[k] = Samples.lagged(demeaned, from, to, k) / (adjusted ? n - k : n);
    }
  }

  /** Returns partial from full autocorrelations. */
  static double[] levinson(double[] r) {
    double[] out = new double[r.length];
    levinson(r, r.length - 1, new double[r.length], new double[r.length], out);
    return out;
  }

  /** Computes partial from full autocorrelations; allocates nothing. */
  static void levinson(double[] r, int lags, double[] phi, double[] before, double[] out) {
    out[0] = 1;
    double error = 1;
    for (int k = 1; k <= lags; k++) {
      double sum = r[k];
      for (int j = 1; j < k; j++) {
        sum -= before[j] * r[k - j];
      }
      double reflection = sum / error;
      out[k] = reflection;
      for (int j = 1; j < k; j++) {
        phi[j] = before[j] - reflection * before[k - j];
      }
      phi[k] = reflection;
      error *= 1 - reflection * reflection;
      System.arraycopy(phi, 1, before, 1, k);
    }
  }

  private static double[] partialByRegression(double[] x, int lags) {
    double[] out = new double[lags + 1];
    out[0] = 1;
    LeastSquares fit = new LeastSquares(x.length, lags + 1);
    for (int k = 1; k <= lags; k++) {
      int rows = x.length - k;
      java.util.Arrays.fill(fit.column(0), 1);
      for (int lag = 1; lag <= k; lag++) {
        System.arraycopy(x, k - lag, fit.column(lag), 0, rows);
      }
      System.arraycopy(x, k, fit.target(), 0, rows);
      fit.solve(rows, k + 1);
      out[k] = fit.last();
    }
    return out;
  }

  private static double[] burg(double[] x, int lags) {
    double[] forward = Samples.demeaned(x);
    double[] backward = forward.clone();
    double[] out = new double[lags + 1];
    out[0] = 1;
    for (int k = 1; k <= lags; k++) {
      double product = 0;
      double squares = 0;
      for (int t = k; t < x.length; t++) {
        double f = forward[t];
        double b = backward[t - 1];
        product = Math.fma(f, b, product);
        squares += f * f + b * b;
      }
      double reflection = 2 * product / squares;
      out[k] = reflection;
      for (int t = x.length - 1; t >= k; t--) {
        double f = forward[t];
        double b = backward[t - 1];
        forward[t] = f - reflection * b;
        backward[t] = b - reflection * f;
      }
    }
    return out;
  }

  private static void checkLags(double[] x, int lags) {
    Samples.check(x, 2, "x");
    if (lags < 1 || lags >= x.length) {
      throw new IllegalArgumentException(
          "lags must be within [1, %d), was %d".formatted(x.length, lags));
    }
  }
}
