package io.quantkit.features.econometric;

import java.util.Arrays;

/**
 * An autoregressive moving-average model fitted by exact maximum likelihood.
 *
 * <p>{@code y[t] = sum(ar[i] y[t-i]) + e[t] + sum(ma[j] e[t-j])} with {@code y = x - mean} and
 * independent normal {@code e}; the {@code ARIMA(p, 0, q)} with a constant of statsmodels and R.
 * The likelihood is that of A. Harvey's state space by the Kalman filter from the stationary
 * distribution (Time Series Models, 1981); mean and variance follow from the other parameters,
 * which are searched among stationary autoregressions and invertible moving averages through their
 * partial autocorrelations (O. Barndorff-Nielsen and G. Schou, Journal of Multivariate Analysis 3,
 * 1973; J. Monahan, Biometrika 71, 1984). Where roots of both sides nearly cancel, many parameters
 * are about as likely, and only the likelihood is determined well.
 */
public final class Arma {
  /**
   * Partial autocorrelations are sought up to where the hyperbolic tangent still differs from 1.
   */
  private static final double FAR = 10;

  private final double[] ar;
  private final double[] ma;
  private final Filter filter;

  private Arma(double[] ar, double[] ma, Filter filter) {
    this.ar = ar;
    this.ma = ma;
    this.filter = filter;
  }

  /**
   * Fits a model.
   *
   * @param x oldest first; not modified
   * @param arOrder how many autoregressive terms, within 0 to 20
   * @param maOrder how many moving-average terms, within 0 to 20
   * @throws IllegalArgumentException if a number is not finite, the orders are out of their range,
   *     there are fewer than {@code 3 (arOrder + maOrder) + 10} numbers, or they do not vary
   */
  public static Arma fit(double[] x, int arOrder, int maOrder) {
    checkOrder("arOrder", arOrder);
    checkOrder("maOrder", maOrder);
    Samples.check(x, 3 * (arOrder + maOrder) + 10, "x");
    double[] y = Samples.demeaned(x);
    double scale = Math.sqrt(Samples.lagged(y, 0, y.length, 0) / y.length);
    if (!(scale > 0) || scale == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("x must vary, and not beyond all numbers");
    }
    double least = Double.POSITIVE_INFINITY;
    double[] best = new double[arOrder + maOrder];
    double[] levels = {0, 0.5, -0.5};
    for (double arLevel : arOrder == 0 ? new double[1] : levels) {
      for (double maLevel : maOrder == 0 ? new double[1] : levels) {
        double[] start = new double[arOrder + maOrder];
        Arrays.fill(start, 0, Math.min(1, arOrder), arLevel);
        Arrays.fill(start, arOrder, arOrder + Math.min(1, maOrder), maLevel);
        double[] found = start;
        for (double size : start.length == 0 ? new double[0] : new double[] {0.3, 0.1, 0.03}) {
          found =
              NelderMead.minimize(
                  u -> -of(x, u, arOrder).logLikelihood(), found, size, 1e-14, 4000);
        }
        double value = -of(x, found, arOrder).logLikelihood();
        if (value < least) {
          least = value;
          best = found;
        }
      }
    }
    return of(x, best, arOrder);
  }

  private static void checkOrder(String name, int order) {
    if (order < 0 || order > 20) {
      throw new IllegalArgumentException(name + " must be within 0 to 20, was " + order);
    }
  }

  /** Returns the model of partial autocorrelations before they are bent into (-1, 1). */
  private static Arma of(double[] x, double[] free, int arOrder) {
    double[] ar = coefficients(free, 0, arOrder);
    double[] ma = coefficients(free, arOrder, free.length);
    for (int j = 0; j < ma.length; j++) {
      ma[j] = -ma[j];
    }
    return new Arma(ar, ma, new Filter(x, ar, ma));
  }

  /** Turns partial autocorrelations into the coefficients of a stationary autoregression. */
  private static double[] coefficients(double[] free, int from, int to) {
    double[] phi = new double[to - from];
    for (int k = 0; k < phi.length; k++) {
      double[] before = Arrays.copyOf(phi, k);
      phi[k] = StrictMath.tanh(Math.max(-FAR, Math.min(FAR, free[from + k])));
      for (int i = 0; i < k; i++) {
        phi[i] = before[i] - phi[k] * before[k - 1 - i];
      }
    }
    return phi;
  }

  /** Returns the autoregressive coefficient of a lag, from 1 on. */
  public double ar(int lag) {
    return ar[lag - 1];
  }

  /** Returns the moving-average coefficient of a lag, from 1 on. */
  public double ma(int lag) {
    return ma[lag - 1];
  }

  /** Returns the mean of the process. */
  public double mean() {
    return filter.mean;
  }

  /** Returns the variance of the innovations {@code e}. */
  public double variance() {
    return filter.variance;
  }

  /** Returns the maximised logarithm of the likelihood. */
  public double logLikelihood() {
    return filter.logLikelihood;
  }

  /** Returns Akaike's criterion; mean and variance count as parameters. */
  public double aic() {
    return -2 * logLikelihood() + 2 * (ar.length + ma.length + 2);
  }

  /** Returns Schwarz's criterion; mean and variance count as parameters. */
  public double bic() {
    return -2 * logLikelihood()
        + StrictMath.log(filter.errors.length) * (ar.length + ma.length + 2);
  }

  /** Returns a copy of what each number was above its forecast one step before. */
  public double[] residuals() {
    return filter.errors.clone();
  }

  /**
   * Returns the forecast of a later number.
   *
   * @param steps 1 for the next one
   * @throws IllegalArgumentException if it is below 1
   */
  public double forecast(int steps) {
    Samples.checkAtLeast("steps", steps, 1);
    double[] state = filter.next.clone();
    for (int s = 1; s < steps; s++) {
      state = filter.advance(state);
    }
    return filter.mean + state[0];
  }

  /** The Kalman filter of a model, run over numbers and, to find their mean, over ones. */
  private static final class Filter {
    private final double[] phi;
    private final double[] theta;
    private final int size;
    final double[] errors;
    final double mean;
    final double variance;
    final double logLikelihood;
    final double[] next;

    Filter(double[] x, double[] ar, double[] ma) {
      size = Math.max(ar.length, ma.length + 1);
      phi = Arrays.copyOf(ar, size);
      theta = new double[size];
      theta[0] = 1;
      System.arraycopy(ma, 0, theta, 1, ma.length);
      double[][] covariance = stationary();
      double[] state = new double[size];
      double[] ones = new double[size];
      double[] gain = new double[size];
      double[] error = new double[x.length];
      double[] oneError = new double[x.length];
      double[] scale = new double[x.length];
      double products = 0;
      double squares = 0;
      double logs = 0;
      boolean steady = false;
      for (int t = 0; t < x.length; t++) {
        scale[t] = covariance[0][0];
        error[t] = x[t] - x[0] - state[0];
        oneError[t] = 1 - ones[0];
        products += error[t] * oneError[t] / scale[t];
        squares += oneError[t] * oneError[t] / scale[t];
        logs += StrictMath.log(scale[t]);
        for (int i = 0; i < size && !steady; i++) {
          gain[i] = covariance[i][0] / scale[t];
        }
        for (int i = 0; i < size; i++) {
          state[i] += gain[i] * error[t];
          ones[i] += gain[i] * oneError[t];
        }
        state = advance(state);
        ones = advance(ones);
        if (!steady) {
          steady = predict(covariance);
        }
      }
      double above = products / squares;
      mean = x[0] + above;
      errors = error;
      double sum = 0;
      for (int t = 0; t < x.length; t++) {
        errors[t] -= above * oneError[t];
        sum += errors[t] * errors[t] / scale[t];
      }
      variance = sum / x.length;
      logLikelihood = -0.5 * (x.length * (StrictMath.log(2 * Math.PI * variance) + 1) + logs);
      next = state;
      for (int i = 0; i < size; i++) {
        next[i] -= above * ones[i];
      }
    }

    double[] advance(double[] state) {
      double[] after = new double[size];
      for (int i = 0; i < size; i++) {
        after[i] = phi[i] * state[0] + (i + 1 < size ? state[i + 1] : 0);
      }
      return after;
    }

    /** Moves the covariance of the state a step on; returns whether that changes it no more. */
    private boolean predict(double[][] p) {
      double[][] left = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          left[i][j] = p[i][j] - p[i][0] * p[0][j] / p[0][0];
        }
      }
      double[][] moved = moved(left);
      double change = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          double now = moved[i][j] + theta[i] * theta[j];
          change = Math.max(change, Math.abs(now - p[i][j]));
          p[i][j] = now;
        }
      }
      return change < 1e-15;
    }

    /** Returns a covariance after a step without innovation. */
    private double[][] moved(double[][] p) {
      double[][] rows = new double[size][];
      for (int j = 0; j < size; j++) {
        rows[j] = advance(p[j]);
      }
      double[][] out = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          out[i][j] = phi[i] * rows[0][j] + (i + 1 < size ? rows[i + 1][j] : 0);
        }
      }
      return out;
    }

    /** Returns the covariance of the state in the long run: {@code sum(T^k R R' T'^k)}, doubled. */
    private double[][] stationary() {
      double[][] sum = new double[size][size];
      double[][] power = new double[size][size];
      for (int i = 0; i < size; i++) {
        power[i][0] = phi[i];
        if (i + 1 < size) {
          power[i][i + 1] = 1;
        }
        for (int j = 0; j < size; j++) {
          sum[i][j] = theta[i] * theta[j];
        }
      }
      for (int doubling = 0; doubling < 60; doubling++) {
        double[][] more = product(product(power, sum), transposed(power));
        double largest = 0;
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            sum[i][j] += more[i][j];
            largest = Math.max(largest, Math.abs(more[i][j]));
          }
        }
        if (largest < 1e-17 * sum[0][0]) {
          break;
        }
        power = product(power, power);
      }
      return sum;
    }

    private double[][] transposed(double[][] a) {
      double[][] out = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          out[j][i] = a[i][j];
        }
      }
      return out;
    }

    private double[][] product(double[][] a, double[][] b) {
      double[][] out = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          for (int j = 0; j < size; j++) {
            out[i][j] += a[i][k] * b[k][j];
          }
        }
      }
      return out;
    }
  }
}
