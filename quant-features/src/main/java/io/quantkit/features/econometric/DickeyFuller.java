package io.quantkit.features.econometric;

/**
 * The augmented Dickey-Fuller test. Null hypothesis: the series has a unit root. Small p-values
 * speak for stationarity around the deterministic terms.
 *
 * <p>Regresses {@code x[t] - x[t-1]} on the deterministic terms, {@code x[t-1]} and lagged
 * differences; the statistic is the t-statistic of {@code x[t-1]}. The numbers of {@code
 * statsmodels.tsa.stattools.adfuller}. {@code NaN} for a series without variation. Source: S. Said
 * and D. Dickey, Biometrika 71, 1984.
 */
public final class DickeyFuller {
  private static final double TEN_PERCENT = 1.6448536269514722;

  private DickeyFuller() {}

  /** How the number of lagged differences is chosen: all compared over the same observations. */
  public enum Criterion {
    /** The least {@code n ln(rss / n) + 2 k}, Akaike's criterion. */
    AIC,
    /** The least {@code n ln(rss / n) + k ln(n)}, Schwarz's criterion. */
    BIC,
    /** Drops lags from the longest until one is significant: {@code |t| >= 1.645}. */
    T_STATISTIC
  }

  /**
   * Tests with a given number of lagged differences.
   *
   * @param x the series, oldest first; not modified
   * @param lags at least 0
   * @throws IllegalArgumentException if a number is not finite or the series is too short for the
   *     lags
   */
  public static UnitRootResult test(double[] x, Deterministic terms, int lags) {
    Samples.checkAtLeast("lags", lags, 0);
    Samples.check(x, 2 * lags + terms.terms() + 4, "x");
    return result(x, terms, lags, 1, terms);
  }

  /**
   * Tests with the number of lagged differences that a criterion prefers.
   *
   * @param x the series, oldest first; not modified
   * @param maxLags the most lags, at least 0; {@link #usualMaxLags} tells a usual number
   * @throws IllegalArgumentException if a number is not finite or the series is too short for the
   *     lags
   */
  public static UnitRootResult test(
      double[] x, Deterministic terms, int maxLags, Criterion criterion) {
    Samples.checkAtLeast("maxLags", maxLags, 0);
    Samples.check(x, 2 * maxLags + terms.terms() + 4, "x");
    return result(x, terms, bestLags(x, terms, maxLags, criterion), 1, terms);
  }

  /**
   * Returns Schwert's rule for the most lags, {@code ceil(12 (n / 100)^0.25)}, or less in short
   * series.
   */
  public static int usualMaxLags(int observations, Deterministic terms) {
    int schwert = (int) Math.ceil(12 * StrictMath.pow(observations / 100.0, 0.25));
    return Math.max(0, Math.min(observations / 2 - terms.terms() - 1, schwert));
  }

  /** Tests numbers that are residuals of a regression on {@code series - 1} others. */
  static UnitRootResult result(
      double[] x, Deterministic terms, int lags, int series, Deterministic distribution) {
    int rows = x.length - 1 - lags;
    LeastSquares fit = new LeastSquares(rows, terms.terms() + lags + 1);
    double statistic = statistic(x, 0, x.length, terms, lags, fit);
    return new UnitRootResult(
        statistic,
        MacKinnon.pValue(statistic, distribution, series),
        lags,
        rows,
        MacKinnon.criticalValues(distribution, series, rows));
  }

  /** Computes the statistic of a stretch with room for its regression; allocates nothing. */
  static double statistic(
      double[] x, int from, int to, Deterministic terms, int lags, LeastSquares fit) {
    int rows = to - from - 1 - lags;
    int count = terms.terms();
    terms.fill(fit, rows);
    double[] target = fit.target();
    for (int t = 0; t < rows; t++) {
      int now = from + lags + 1 + t;
      target[t] = x[now] - x[now - 1];
    }
    for (int lag = 1; lag <= lags; lag++) {
      double[] column = fit.column(count++);
      for (int t = 0; t < rows; t++) {
        int then = from + lags + 1 + t - lag;
        column[t] = x[then] - x[then - 1];
      }
    }
    double[] level = fit.column(count++);
    for (int t = 0; t < rows; t++) {
      level[t] = x[from + lags + t];
    }
    fit.solve(rows, count);
    return fit.lastT(count);
  }

  static int bestLags(double[] x, Deterministic terms, int maxLags, Criterion criterion) {
    int rows = x.length - 1 - maxLags;
    int first = terms.terms() + 1;
    LeastSquares fit = new LeastSquares(rows, first + maxLags);
    terms.fill(fit, rows);
    double[] level = fit.column(first - 1);
    for (int t = 0; t < rows; t++) {
      int now = maxLags + 1 + t;
      fit.target()[t] = x[now] - x[now - 1];
      level[t] = x[now - 1];
    }
    for (int lag = 1; lag <= maxLags; lag++) {
      double[] column = fit.column(first - 1 + lag);
      for (int t = 0; t < rows; t++) {
        int then = maxLags + 1 + t - lag;
        column[t] = x[then] - x[then - 1];
      }
    }
    fit.solve(rows, first + maxLags);
    if (fit.singular()) {
      return 0;
    }
    if (criterion == Criterion.T_STATISTIC) {
      int lags = maxLags;
      while (lags > 0 && !(Math.abs(fit.lastT(first + lags)) >= TEN_PERCENT)) {
        lags--;
      }
      return lags;
    }
    double penalty = criterion == Criterion.AIC ? 2 : StrictMath.log(rows);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int lags = 0; lags <= maxLags; lags++) {
      double value =
          rows * StrictMath.log(fit.squares(first + lags) / rows) + penalty * (first + lags);
      if (value < least) {
        least = value;
        best = lags;
      }
    }
    return best;
  }
}
