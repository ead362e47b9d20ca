package io.quantkit.features.microstructure;

import io.quantkit.core.error.TrainingException;
import java.util.Arrays;

/**
 * Hasbrouck's information shares: how much of the variance of the efficient price of one asset
 * comes from each of several markets or quotes.
 *
 * <p>The log prices of {@code n} markets follow a vector error correction model with known
 * cointegration, each market against the first, {@code dp[t] = a (p[1] - p[i])[t-1] + sum over lags
 * of B dp[t-l] + c + e[t]}, fitted by least squares. Every market's long-run response to the shocks
 * {@code e} is the same row {@code psi}; the efficient price has the variance {@code psi Omega
 * psi'} with the covariance {@code Omega} of shocks. With a Cholesky factor {@code F} the share of
 * a market is {@code (psi F)_j^2 / (psi Omega psi')}. It depends on the order of markets where
 * shocks are correlated: over all orders, a market's share is between its lower and its upper
 * bound, highest when it comes first and lowest when it comes last as a rule; every order is tried.
 *
 * <p>{@code psi} is found by letting each market's shock run through the fitted model until it has
 * settled. J. Hasbrouck, "One security, many markets: determining the contributions to price
 * discovery", Journal of Finance 50, 1995. Not a feature: it tells of a sample, not of a moment.
 * Immutable.
 */
public final class InformationShare {
  private static final int MOST_MARKETS = 6;
  private static final int MOST_STEPS = 1_000_000;

  private final double[] lower;
  private final double[] upper;
  private final double[] middle;

  private InformationShare(int markets) {
    lower = new double[markets];
    upper = new double[markets];
    middle = new double[markets];
    Arrays.fill(lower, 1);
  }

  /**
   * Estimates the shares.
   *
   * @param prices by market and time, positive, at the same times; not modified
   * @param lags of price changes in the model, at least 0
   * @throws IllegalArgumentException if there are fewer than 2 or more than 6 markets, of different
   *     or too few numbers of prices, or a price is not positive and finite
   * @throws TrainingException if the regression is singular or the fitted model does not settle
   */
  public static InformationShare of(double[][] prices, int lags) {
    int n = prices.length;
    Check.within("markets", n, 2, MOST_MARKETS);
    Check.atLeast("lags", lags, 0);
    int regressors = n + n * lags;
    double[][] logs = logs(prices, regressors + lags);
    double[][] coefficients = new double[regressors][n];
    double[][] omega = regress(logs, lags, coefficients);
    double[] psi = longRun(coefficients, n, lags);
    return shares(omega, psi);
  }

  /** Returns how many markets there are. */
  public int markets() {
    return middle.length;
  }

  /** Returns the smallest share of a market over all orders. */
  public double lower(int market) {
    return lower[market];
  }

  /** Returns the largest share of a market over all orders. */
  public double upper(int market) {
    return upper[market];
  }

  /** Returns the mean share of a market over all orders; those of all markets add up to 1. */
  public double middle(int market) {
    return middle[market];
  }

  private static double[][] logs(double[][] prices, int least) {
    double[][] logs = new double[prices.length][prices[0].length];
    for (int i = 0; i < logs.length; i++) {
      if (prices[i].length != logs[0].length || prices[i].length < least + 10) {
        throw new IllegalArgumentException(
            "each market must have the same number of prices, at least %d, was %d and %d"
                .formatted(least + 10, logs[0].length, prices[i].length));
      }
      for (int t = 0; t < logs[i].length; t++) {
        Check.positive("price", prices[i][t]);
        logs[i][t] = StrictMath.log(prices[i][t]);
      }
    }
    return logs;
  }

  /**
   * Fits the model.
   *
   * @param out receives coefficients by regressor and market: n - 1 errors, lagged changes,
   *     constant
   * @return the covariance of residuals
   */
  private static double[][] regress(double[][] logs, int lags, double[][] out) {
    int n = logs.length;
    int k = out.length;
    int from = lags + 1;
    int to = logs[0].length;
    double[][] products = new double[k][k];
    double[] x = new double[k];
    for (int t = from; t < to; t++) {
      regressors(logs, lags, t, x);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          products[i][j] += x[i] * x[j];
        }
        for (int m = 0; m < n; m++) {
          out[i][m] += x[i] * (logs[m][t] - logs[m][t - 1]);
        }
      }
    }
    // Columns of one scale, so that what is singular does not depend on the size of changes.
    double[] scale = new double[k];
    for (int i = 0; i < k; i++) {
      scale[i] = Math.sqrt(products[i][i]);
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        products[i][j] /= scale[i] * scale[j];
      }
      for (int m = 0; m < n; m++) {
        out[i][m] /= scale[i];
      }
    }
    if (!LinearSystem.solve(products, out)) {
      throw new TrainingException("information share", "prices of markets must differ and move");
    }
    for (int i = 0; i < k; i++) {
      for (int m = 0; m < n; m++) {
        out[i][m] /= scale[i];
      }
    }
    double[][] omega = new double[n][n];
    double[] residual = new double[n];
    for (int t = from; t < to; t++) {
      regressors(logs, lags, t, x);
      for (int m = 0; m < n; m++) {
        residual[m] = logs[m][t] - logs[m][t - 1];
        for (int i = 0; i < k; i++) {
          residual[m] -= out[i][m] * x[i];
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          omega[i][j] += residual[i] * residual[j] / (to - from);
        }
      }
    }
    return omega;
  }

  private static void regressors(double[][] logs, int lags, int t, double[] x) {
    int n = logs.length;
    int at = 0;
    for (int m = 1; m < n; m++) {
      x[at++] = logs[0][t - 1] - logs[m][t - 1];
    }
    for (int l = 1; l <= lags; l++) {
      for (int m = 0; m < n; m++) {
        x[at++] = logs[m][t - l] - logs[m][t - l - 1];
      }
    }
    x[at] = 1;
  }

  /** Returns where a shock of one in each market takes the prices in the end. */
  private static double[] longRun(double[][] coefficients, int n, int lags) {
    double[] psi = new double[n];
    for (int shocked = 0; shocked < n; shocked++) {
      double[][] path = new double[lags + 2][n];
      path[0][shocked] = 1;
      int settled = 0;
      for (int step = 0; settled <= lags; step++) {
        double largest = 0;
        double[] next = path[lags + 1];
        for (int m = 0; m < n; m++) {
          double change = 0;
          int at = 0;
          for (int other = 1; other < n; other++) {
            change += coefficients[at++][m] * (path[0][0] - path[0][other]);
          }
          for (int l = 0; l < lags; l++) {
            for (int other = 0; other < n; other++) {
              change += coefficients[at++][m] * (path[l][other] - path[l + 1][other]);
            }
          }
          next[m] = path[0][m] + change;
          largest = Math.max(largest, Math.abs(change));
        }
        if (step == MOST_STEPS || !(largest < 1e9)) {
          throw new TrainingException("information share", "the fitted model does not settle");
        }
        System.arraycopy(path, 0, path, 1, lags + 1);
        path[0] = next;
        settled = largest < 1e-13 ? settled + 1 : 0;
      }
      for (int m = 0; m < n; m++) {
        psi[shocked] += path[0][m] / n;
      }
    }
    return psi;
  }

  private static InformationShare shares(double[][] omega, double[] psi) {
    int n = psi.length;
    InformationShare shares = new InformationShare(n);
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        total += psi[i] * omega[i][j] * psi[j];
      }
    }
    int[] order = new int[n];
    int orders = 1;
    for (int i = 0; i < n; i++) {
      order[i] = i;
      orders *= i + 1;
    }
    do {
      double[][] factor = cholesky(omega, order);
      for (int j = 0; j < n; j++) {
        double response = 0;
        for (int i = j; i < n; i++) {
          response += psi[order[i]] * factor[i][j];
        }
        double share = response * response / total;
        int market = order[j];
        shares.lower[market] = Math.min(shares.lower[market], share);
        shares.upper[market] = Math.max(shares.upper[market], share);
        shares.middle[market] += share / orders;
      }
    } while (nextOrder(order));
    return shares;
  }

  private static double[][] cholesky(double[][] omega, int[] order) {
    int n = order.length;
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = omega[order[i]][order[j]];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        factor[i][j] =
            i == j ? Math.sqrt(Math.max(0, rest)) : factor[j][j] > 0 ? rest / factor[j][j] : 0;
      }
    }
    return factor;
  }

  /** Moves on to the next order in the order of dictionaries, or returns that there is none. */
  private static boolean nextOrder(int[] order) {
    int i = order.length - 2;
    while (i >= 0 && order[i] > order[i + 1]) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    int j = order.length - 1;
    while (order[j] < order[i]) {
      j--;
    }
    int swap = order[i];
    order[i] = order[j];
    order[j] = swap;
    for (int low = i + 1, high = order.length - 1; low < high; low++, high--) {
      int other = order[low];
      order[low] = order[high];
      order[high] = other;
    }
    return true;
  }
}
