package io.quantkit.features.microstructure;

import io.quantkit.core.math.Normal;

/** Student's distribution function, by the continued fraction of the incomplete beta function. */
final class StudentDistribution {
  /*
   * [1] W. Press, S. Teukolsky, W. Vetterling and B. Flannery, Numerical Recipes, 3rd edition, 2007,
   *     6.4: the fraction, by Lentz' method.
   * [2] C. Lanczos, "A precision approximation of the gamma function", SIAM Journal on Numerical
   *     Analysis 1, 1964, with P. Godfrey's coefficients for g = 607/128.
   */
  private static final double TINY = 1e-300;

  private static final double[] LANCZOS = {
    57.15623566586292,
    -59.59796035547549,
    14.136097974741746,
    -0.4919138160976202,
    3.399464998481189e-5,
    4.652362892704858e-5,
    -9.837447530487956e-5,
    0.0001580887032249125,
    -0.00021026444172410488,
    0.00021743961811521265,
    -0.0001643181065367639,
    8.441822398385275e-5,
    -2.6190838401581408e-5,
    3.6899182659531625e-6
  };

  private StudentDistribution() {}

  /**
   * Returns the probability of a value of at most {@code t}.
   *
   * @param freedom positive; infinite for the normal distribution
   */
  static double cdf(double t, double freedom) {
    if (Double.isInfinite(t)) {
      return t > 0 ? 1 : 0;
    }
    if (freedom == Double.POSITIVE_INFINITY) {
      return Normal.cdf(t);
    }
    double square = t * t;
    double tail = 0.5 * beta(freedom / (freedom + square), freedom / 2, 0.5);
    if (square < freedom) {
      // From the other end, which loses nothing in the middle.
      tail = 0.5 - 0.5 * beta(square / (freedom + square), 0.5, freedom / 2);
    }
    return t > 0 ? 1 - tail : tail;
  }

  /** Returns the regularised incomplete beta function. */
  private static double beta(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double result = d;
    for (int m = 1; m <= 1000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      result *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double factor = d * c;
      result *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return result;
  }

  private static double away(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  private static double logGamma(double x) {
    double sum = 0.9999999999999971;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i + 1);
    }
    double shifted = x + 607.0 / 128 + 0.5;
    return (x + 0.5) * StrictMath.log(shifted)
        - shifted
        + StrictMath.log(2.5066282746310007 * sum / x);
  }
}
