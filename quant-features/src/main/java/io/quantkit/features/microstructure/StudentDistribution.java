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
    57.156235665862923517,
    -59.597960355475491248,
    14.136097974741747174,
    -0.49191381609762019978,
    .33994649984811888699e-4,
    .46523628927048575665e-4,
    -.98374475304879564677e-4,
    .15808870322491248884e-3,
    -.21026444172410488319e-3,
    .21743961811521264320e-3,
    -.16431810653676389022e-3,
    .84418223983852743293e-4,
    -.26190838401581408670e-4,
    .36899182659531622704e-5
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
    double sum = 0.99999999999999709182;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i + 1);
    }
    double shifted = x + 607.0 / 128 + 0.5;
    return (x + 0.5) * StrictMath.log(shifted)
        - shifted
        + StrictMath.log(2.5066282746310005 * sum / x);
  }
}
