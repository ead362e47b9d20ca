package io.quantkit.features.econometric;

/**
 * The test of Phillips and Perron. Null hypothesis: the series has a unit root.
 *
 * <p>Regresses {@code x[t]} on the deterministic terms and {@code x[t-1]} and corrects the
 * coefficient and its t-statistic for correlated errors by their long-run variance with Bartlett
 * weights. The numbers of R's tseries ({@code pp.test}, with {@link Deterministic#TREND}). Source:
 * P. Phillips and P. Perron, Biometrika 75, 1988.
 */
public final class PhillipsPerron {
  private PhillipsPerron() {}

  /**
   * What the test says.
   *
   * @param zAlpha the corrected {@code n (a - 1)}
   * @param zT the corrected t-statistic
   * @param pValue MacKinnon's approximate p-value of {@code zT}
   * @param lags of the long-run variance
   * @param criticalValues of {@code zT}
   */
  public record Result(
      double zAlpha, double zT, double pValue, int lags, CriticalValues criticalValues) {}

  /**
   * Tests a series.
   *
   * @param x the series, oldest first; not modified
   * @param terms {@code CONSTANT} or {@code TREND} usually
   * @param lags of the long-run variance; {@link Kpss#shortLags} is usual
   * @throws IllegalArgumentException if a number is not finite or there are too few
   */
  public static Result test(double[] x, Deterministic terms, int lags) {
    Samples.checkAtLeast("lags", lags, 0);
    Samples.check(x, lags + terms.terms() + 5, "x");
    int n = x.length - 1;
    int count = terms.terms() + 1;
    LeastSquares fit = new LeastSquares(n, count);
    terms.fill(fit, n);
    System.arraycopy(x, 0, fit.column(count - 1), 0, n);
    System.arraycopy(x, 1, fit.target(), 0, n);
    fit.solve(n, count);
    double[] beta = fit.coefficients().clone();
    double[] residuals = new double[n];
    for (int t = 0; t < n; t++) {
      double trend = t + 1;
      double fitted = beta[count - 1] * x[t];
      double power = 1;
      for (int d = 0; d < terms.terms(); d++) {
        fitted += beta[d] * power;
        power *= trend;
      }
      residuals[t] = x[t + 1] - fitted;
    }
    double shortRun = Samples.lagged(residuals, 0, n, 0) / n;
    double longRun = Samples.longRunVariance(residuals, n, lags);
    double scale = n * fit.lastScale();
    double alpha = beta[count - 1] - 1;
    double t = alpha / (Math.sqrt(fit.squares() / (n - count)) * fit.lastScale());
    double zAlpha = n * alpha - scale * scale * (longRun - shortRun) / 2;
    double zT =
        Math.sqrt(shortRun / longRun) * t - (longRun - shortRun) / (2 * Math.sqrt(longRun)) * scale;
    return new Result(
        zAlpha, zT, MacKinnon.pValue(zT, terms, 1), lags, MacKinnon.criticalValues(terms, 1, n));
  }
}
