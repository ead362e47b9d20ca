package io.quantkit.features.econometric;

import java.util.Arrays;

/**
 * A vector autoregression with constants, {@code x[t] = c + sum(A[l] x[t-l]) + e[t]}, by least
 * squares of each variable on the lags of all; the {@code VAR} of statsmodels.
 *
 * <p>All numbers are {@code NaN} if the lags do not determine the coefficients. Source: C. Sims,
 * Econometrica 48, 1980; H. Lütkepohl, New Introduction to Multiple Time Series Analysis, 2005.
 */
public final class VectorAutoregression {
  private final int lags;

  /** By variable: the constant, then the coefficients of all variables at lag 1, at lag 2... */
  private final double[][] coefficients;

  private final double[][] covariance;

  /** By variable: the last numbers, oldest first. */
  private final double[][] last;

  private VectorAutoregression(
      int lags, double[][] coefficients, double[][] covariance, double[][] last) {
    this.lags = lags;
    this.coefficients = coefficients;
    this.covariance = covariance;
    this.last = last;
  }

  /**
   * Fits a model.
   *
   * @param x by variable, oldest first; not modified
   * @param lags at least 1
   * @throws IllegalArgumentException if there is no variable, a number is not finite, lengths
   *     differ, or there are not more rows than coefficients of one variable
   */
  public static VectorAutoregression fit(double[][] x, int lags) {
    Samples.checkAtLeast("lags", lags, 1);
    Samples.checkAtLeast("variables", x.length, 1);
    int n = x.length;
    int size = 1 + n * lags;
    for (double[] one : x) {
      Samples.checkPair(x[0], one, lags + size + 1);
    }
    int rows = x[0].length - lags;
    LeastSquares fit = new LeastSquares(rows, size);
    double[][] coefficients = new double[n][];
    double[][] residuals = new double[n][];
    for (int i = 0; i < n; i++) {
      Arrays.fill(fit.column(0), 1);
      for (int lag = 1; lag <= lags; lag++) {
        for (int j = 0; j < n; j++) {
          System.arraycopy(x[j], lags - lag, fit.column(1 + (lag - 1) * n + j), 0, rows);
        }
      }
      System.arraycopy(x[i], lags, fit.target(), 0, rows);
      fit.solve(rows, size);
      coefficients[i] = new double[size];
      if (fit.singular()) {
        Arrays.fill(coefficients[i], Double.NaN);
      } else {
        System.arraycopy(fit.coefficients(), 0, coefficients[i], 0, size);
      }
      residuals[i] = new double[rows];
      for (int t = 0; t < rows; t++) {
        residuals[i][t] = x[i][t + lags] - predict(coefficients[i], x, t + lags, lags);
      }
    }
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int t = 0; t < rows; t++) {
          sum = Math.fma(residuals[i][t], residuals[j][t], sum);
        }
        covariance[i][j] = sum / (rows - size);
        covariance[j][i] = covariance[i][j];
      }
    }
    double[][] last = new double[n][];
    for (int i = 0; i < n; i++) {
      last[i] = Arrays.copyOfRange(x[i], x[i].length - lags, x[i].length);
    }
    return new VectorAutoregression(lags, coefficients, covariance, last);
  }

  /** Returns what the numbers before position {@code t} say of that at it. */
  private static double predict(double[] coefficients, double[][] x, int t, int lags) {
    double sum = coefficients[0];
    for (int lag = 1; lag <= lags; lag++) {
      for (int j = 0; j < x.length; j++) {
        sum = Math.fma(coefficients[1 + (lag - 1) * x.length + j], x[j][t - lag], sum);
      }
    }
    return sum;
  }

  /** Returns a variable's constant. */
  public double constant(int variable) {
    return coefficients[variable][0];
  }

  /**
   * Returns what a variable takes of another one.
   *
   * @param variable which is explained
   * @param by which explains
   * @param lag how many steps before, from 1 on
   */
  public double coefficient(int variable, int by, int lag) {
    return coefficients[variable][1 + (lag - 1) * coefficients.length + by];
  }

  /** Returns a covariance of residuals, by as many rows as there are beyond the coefficients. */
  public double covariance(int variable, int other) {
    return covariance[variable][other];
  }

  /**
   * Returns forecasts of all variables.
   *
   * @param steps 1 for the next row
   */
  public double[] forecast(int steps) {
    Samples.checkAtLeast("steps", steps, 1);
    int n = coefficients.length;
    double[][] path = new double[n][lags + steps];
    for (int i = 0; i < n; i++) {
      System.arraycopy(last[i], 0, path[i], 0, lags);
    }
    for (int t = lags; t < lags + steps; t++) {
      for (int i = 0; i < n; i++) {
        path[i][t] = predict(coefficients[i], path, t, lags);
      }
    }
    double[] forecast = new double[n];
    for (int i = 0; i < n; i++) {
      forecast[i] = path[i][lags + steps - 1];
    }
    return forecast;
  }

  /**
   * Returns Diebold and Yilmaz's table of spillovers: in row {@code i} and column {@code j} how
   * much of what is not known of variable {@code i} {@code horizon} steps ahead comes from shocks
   * to {@code j}, so that each row sums to 1.
   *
   * <p>Generalized, so that no order of variables matters: {@code sum(h, (A[h] S)_ij^2) / S_jj /
   * sum(h, (A[h] S A[h]')_ii)} over {@code horizon} responses {@code A[h]} and the covariance
   * {@code S}, divided by the row's sum. Source: G. Koop, M. Pesaran and S. Potter, Journal of
   * Econometrics 74, 1996; M. Pesaran and Y. Shin, Economics Letters 58, 1998; F. Diebold and K.
   * Yilmaz, "Better to give than to receive", International Journal of Forecasting 28, 2012.
   *
   * @param horizon at least 1; 10 is usual
   */
  public double[][] spillovers(int horizon) {
    Samples.checkAtLeast("horizon", horizon, 1);
    int n = coefficients.length;
    double[][][] responses = new double[horizon][n][n];
    double[][] table = new double[n][n];
    for (int h = 0; h < horizon; h++) {
      respond(responses, h);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double moved = 0;
          for (int k = 0; k < n; k++) {
            moved = Math.fma(responses[h][i][k], covariance[k][j], moved);
          }
          table[i][j] += moved * moved / covariance[j][j];
        }
      }
    }
    // The common denominator of a row drops out when it is made to sum to 1.
    for (double[] row : table) {
      double sum = 0;
      for (double one : row) {
        sum += one;
      }
      for (int j = 0; j < n; j++) {
        row[j] /= sum;
      }
    }
    return table;
  }

  /** Computes how variables respond to shocks of {@code h} steps before from earlier responses. */
  private void respond(double[][][] responses, int h) {
    int n = coefficients.length;
    for (int i = 0; i < n; i++) {
      responses[h][i][i] = h == 0 ? 1 : 0;
      for (int lag = 1; lag <= Math.min(lags, h); lag++) {
        for (int k = 0; k < n; k++) {
          double own = coefficient(i, k, lag);
          for (int j = 0; j < n; j++) {
            responses[h][i][j] = Math.fma(own, responses[h - lag][k][j], responses[h][i][j]);
          }
        }
      }
    }
  }
}
