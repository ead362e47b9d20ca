package io.quantkit.core.synthetic;

import io.quantkit.core.math.Normal;

/**
 * Turns Student t numbers into normal ones of the same rank, {@code quantile(T(t))}, for copulas.
 *
 * <p>{@code P(T > t) = I(v / (v + t^2); v/2, 1/2) / 2} for {@code t >= 0}, the incomplete beta
 * function by its continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22),
 * evaluated by the modified Lentz method.
 */
final class StudentT {
  private static final double TINY = 1e-300;

  private final double degreesOfFreedom;
  private final double logBeta;

  StudentT(double degreesOfFreedom) {
    this.degreesOfFreedom = degreesOfFreedom;
    double a = degreesOfFreedom / 2;
    this.logBeta = logGamma(a) + 0.5 * StrictMath.log(Math.PI) - logGamma(a + 0.5);
  }

  /** Returns the normal number that is exceeded as often as {@code t} is. */
  double toNormal(double t) {
    double z = -Normal.quantile(Math.max(upperTail(Math.abs(t)), Double.MIN_NORMAL));
    return t < 0 ? -z : z;
  }

  /** Returns {@code P(T > t)} of a {@code t} of at least 0. */
  double upperTail(double t) {
    if (t == 0) {
      return 0.5;
    }
    double a = degreesOfFreedom / 2;
    double x = 1 / (1 + t / degreesOfFreedom * t);
    double y = 1 / (1 + degreesOfFreedom / t / t);
    double front = StrictMath.exp(a * StrictMath.log(x) + 0.5 * StrictMath.log(y) - logBeta);
    return x < (a + 1) / (a + 2.5)
        ? 0.5 * front * fraction(a, 0.5, x) / a
        : 0.5 - 0.5 * front * fraction(0.5, a, y) / 0.5;
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= 500; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      double factor = d * c;
      value *= factor;
      if (Math.abs(factor - 1) < 1e-15) {
        break;
      }
    }
    return value;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Stirling's series after shifting the argument above 12; {@code x} is positive. */
  private static double logGamma(double x) {
    double product = 1;
    double z = x;
    while (z < 12) {
      product *= z;
      z++;
    }
    double w = 1 / (z * z);
    double series =
        (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w / 1188)))) / z;
    return (z - 0.5) * StrictMath.log(z)
        - z
        + 0.5 * StrictMath.log(2 * Math.PI)
        + series
        - StrictMath.log(product);
  }
}
