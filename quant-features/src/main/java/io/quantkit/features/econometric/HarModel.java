package io.quantkit.features.econometric;

/**
 * Corsi's heterogeneous autoregression: tomorrow's realised variance from today's, the week's and
 * the month's mean.
 *
 * <p>{@code rv[t+1] = c + d rv[t] + w mean(rv, 5) + m mean(rv, 22) + e}. Least squares with Newey
 * and West's errors, since the means overlap. Source: F. Corsi, Journal of Financial Econometrics
 * 7, 2009.
 *
 * @param fit coefficients in the order constant, day, week, month
 * @param next the forecast for the step after the last one, in the unit of the variances
 */
public record HarModel(LinearFit fit, double next) {
  /** How many steps a week has. */
  public static final int WEEK = 5;

  /** How many steps a month has. */
  public static final int MONTH = 22;

  /**
   * Fits the model.
   *
   * @param variances realised variances, oldest first; not modified
   * @param lags of the errors' long-run variance, at least 0; 5 is usual for one step ahead
   * @throws IllegalArgumentException if a number is not finite or there are fewer than 30
   */
  public static HarModel fit(double[] variances, int lags) {
    Samples.check(variances, MONTH + 8, "variances");
    int rows = variances.length - MONTH;
    double[] y = new double[rows];
    double[][] x = new double[3][rows];
    for (int t = 0; t <= rows; t++) {
      int now = t + MONTH - 1;
      double day = variances[now];
      double week = Samples.mean(variances, now - WEEK + 1, now + 1);
      double month = Samples.mean(variances, now - MONTH + 1, now + 1);
      if (t == rows) {
        LinearFit fit = LinearFit.of(y, x, LinearFit.Errors.NEWEY_WEST, lags);
        return new HarModel(fit, fit.predict(day, week, month));
      }
      y[t] = variances[now + 1];
      x[0][t] = day;
      x[1][t] = week;
      x[2][t] = month;
    }
    throw new IllegalStateException("unreachable");
  }
}
