package io.quantkit.core.math;

/**
 * The standard normal distribution.
 *
 * <p>The distribution function is a series of Marsaglia (Evaluating the normal distribution,
 * Journal of Statistical Software 11, 2004) near the centre and a continued fraction in the tails;
 * its relative error is below 1e-13. The quantile function starts from Acklam's rational
 * approximation and is refined by Halley's method to the accuracy of the distribution function.
 */
public final class Normal {
  private static final double SQRT_2PI = 2.5066282746310002;

  /** From here on the continued fraction is used. */
  private static final double TAIL = 3;

  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
  };

  private Normal() {}

  /** Returns the density at a point. */
  public static double density(double x) {
    return StrictMath.exp(-0.5 * x * x) / SQRT_2PI;
  }

  /** Returns the probability of a value of at most {@code x}. */
  public static double cdf(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x < -TAIL) {
      return upperTail(-x);
    }
    if (x > TAIL) {
      return 1 - upperTail(x);
    }
    double term = x;
    double sum = x;
    double before;
    int n = 1;
    do {
      before = sum;
      n += 2;
      term *= x * x / n;
      sum += term;
    } while (sum != before);
    return 0.5 + sum * density(x);
  }

  /** Returns the probability of more than {@code x}, for {@code x} in the upper tail. */
  private static double upperTail(double x) {
    if (x > 38.5) {
      return 0;
    }
    double fraction = x;
    for (int k = 120; k >= 1; k--) {
      fraction = x + k / fraction;
    }
    return density(x) / fraction;
  }

  /**
   * Returns the point with probability {@code p} below it.
   *
   * @param p within [0, 1]; 0 and 1 give the infinities
   */
  public static double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be within [0, 1], was " + p);
    }
    if (p == 0 || p == 1) {
      return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (p > 0.5) {
      return -lowerQuantile(1 - p);
    }
    return lowerQuantile(p);
  }

  private static double lowerQuantile(double p) {
    double x;
    if (p < 0.02425) {
      double q = Math.sqrt(-2 * StrictMath.log(p));
      x = polynomial(C, q) / (polynomial(D, q) * q + 1);
    } else {
      double q = p - 0.5;
      double r = q * q;
      x = polynomial(A, r) * q / (polynomial(B, r) * r + 1);
    }
    for (int i = 0; i < 2; i++) {
      double u = (cdf(x) - p) / density(x);
      x -= u / (1 + 0.5 * x * u);
    }
    return x;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * x + coefficient;
    }
    return value;
  }
}
