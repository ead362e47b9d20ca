package io.quantkit.features.econometric;

import java.util.Arrays;

/**
 * An ordinary least squares regression with errors that one chooses to trust.
 *
 * <p>The numbers of {@code statsmodels.api.OLS}: p-values by Student's t for {@link
 * Errors#CLASSICAL}, by the normal distribution otherwise.
 */
public final class LinearFit {
  private final double[] coefficients;
  private final double[] errors;
  private final double[] residuals;
  private final double rSquared;
  private final boolean classical;

  private LinearFit(
      double[] coefficients,
      double[] errors,
      double[] residuals,
      double rSquared,
      boolean classical) {
    this.coefficients = coefficients;
    this.errors = errors;
    this.residuals = residuals;
    this.rSquared = rSquared;
    this.classical = classical;
  }

  /** How standard errors are estimated. */
  public enum Errors {
    /** For independent errors of equal variance. */
    CLASSICAL,
    /** White's, times {@code n / (n - k)}. */
    HC1,
    /** MacKinnon and White's, with squared leverages. */
    HC3,
    /** Newey and West's with Bartlett weights, no correction for small samples. */
    NEWEY_WEST
  }

  /**
   * Fits a regression on a constant and regressors.
   *
   * @param y what is explained; not modified
   * @param regressors columns of the same length, without the constant; not modified
   * @param lags of {@link Errors#NEWEY_WEST}, at least 0; others ignore it
   * @throws IllegalArgumentException if a number is not finite, lengths differ, there are too few
   *     rows, or the columns are linearly dependent
   */
  public static LinearFit of(double[] y, double[][] regressors, Errors errors, int lags) {
    Samples.checkAtLeast("lags", lags, 0);
    int n = y.length;
    int k = regressors.length + 1;
    Samples.check(y, k + 1, "y");
    double[][] design = new double[k][];
    design[0] = new double[n];
    Arrays.fill(design[0], 1);
    LeastSquares fit = new LeastSquares(n, k);
    Arrays.fill(fit.column(0), 1);
    for (int j = 1; j < k; j++) {
      Samples.checkPair(y, regressors[j - 1], k + 1);
      design[j] = regressors[j - 1];
      System.arraycopy(design[j], 0, fit.column(j), 0, n);
    }
    System.arraycopy(y, 0, fit.target(), 0, n);
    fit.solve(n, k);
    if (fit.singular()) {
      throw new IllegalArgumentException("regressors must not be linearly dependent");
    }
    double[] beta = fit.coefficients().clone();
    double[] residuals = y.clone();
    for (int j = 0; j < k; j++) {
      for (int t = 0; t < n; t++) {
        residuals[t] = Math.fma(-beta[j], design[j][t], residuals[t]);
      }
    }
    double[][] bread = fit.inverseProducts();
    double[] standard = new double[k];
    if (errors == Errors.CLASSICAL) {
      double variance = fit.squares() / (n - k);
      for (int j = 0; j < k; j++) {
        standard[j] = Math.sqrt(variance * bread[j][j]);
      }
    } else {
      double[][] meat = meat(design, residuals, bread, errors, lags);
      double scale = errors == Errors.HC1 ? (double) n / (n - k) : 1;
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            sum += bread[j][a] * meat[a][b] * bread[b][j];
          }
        }
        standard[j] = Math.sqrt(scale * sum);
      }
    }
    double rSquared = 1 - fit.squares() / fit.squares(1);
    return new LinearFit(beta, standard, residuals, rSquared, errors == Errors.CLASSICAL);
  }

  private static double[][] meat(
      double[][] design, double[] residuals, double[][] bread, Errors errors, int lags) {
    int k = design.length;
    int n = residuals.length;
    double[][] scores = new double[k][n];
    for (int t = 0; t < n; t++) {
      double leverage = 0;
      for (int a = 0; a < k && errors == Errors.HC3; a++) {
        for (int b = 0; b < k; b++) {
          leverage += design[a][t] * bread[a][b] * design[b][t];
        }
      }
      for (int a = 0; a < k; a++) {
        scores[a][t] = design[a][t] * residuals[t] / (1 - leverage);
      }
    }
    double[][] meat = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        for (int lag = 0; lag <= (errors == Errors.NEWEY_WEST ? lags : 0); lag++) {
          double weight = 1 - lag / (lags + 1.0);
          for (int t = lag; t < n; t++) {
            double product = scores[a][t] * scores[b][t - lag];
            double mirrored = lag == 0 ? 0 : scores[a][t - lag] * scores[b][t];
            meat[a][b] += weight * (product + mirrored);
          }
        }
      }
    }
    return meat;
  }

  /** Returns how many coefficients there are, the constant included. */
  public int size() {
    return coefficients.length;
  }

  /** Returns a coefficient: of the constant at 0, of the regressors from 1 on. */
  public double coefficient(int index) {
    return coefficients[index];
  }

  /** Returns a coefficient's standard error. */
  public double standardError(int index) {
    return errors[index];
  }

  /** Tests whether a coefficient is zero: its t-statistic and two-sided p-value. */
  public TestResult significance(int index) {
    double t = coefficients[index] / errors[index];
    return new TestResult(
        t,
        classical
            ? Distributions.studentTwoSided(t, residuals.length - coefficients.length)
            : Distributions.normalTwoSided(t));
  }

  /** Returns the share of variance that is explained. */
  public double rSquared() {
    return rSquared;
  }

  /** Returns a copy of the residuals. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** Returns the fitted value for one row of regressors, without the constant. */
  public double predict(double... regressors) {
    if (regressors.length != coefficients.length - 1) {
      throw new IllegalArgumentException(
          "there must be %d regressors, were %d"
              .formatted(coefficients.length - 1, regressors.length));
    }
    double sum = coefficients[0];
    for (int j = 0; j < regressors.length; j++) {
      sum = Math.fma(coefficients[j + 1], regressors[j], sum);
    }
    return sum;
  }
}
