package io.quantkit.features.econometric;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Tails of distributions. */
final class Distributions {
  private static final double TINY = 1e-15;
  private static final int STEPS = 100_000;

  private Distributions() {}

  /** Returns the probability of more than {@code x}. */
  static double chiSquaredTail(double x, double degrees) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2, x / 2, TINY, STEPS);
  }

  /** Returns the probability of a magnitude above that of {@code t}. */
  static double studentTwoSided(double t, double degrees) {
    return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5, TINY, STEPS);
  }

  /** Returns the probability of more than {@code f}. */
  static double fisherTail(double f, double numerator, double denominator) {
    if (Double.isNaN(f)) {
      return Double.NaN;
    }
    if (f <= 0) {
      return 1;
    }
    double x = denominator / (denominator + numerator * f);
    return Beta.regularizedBeta(x, denominator / 2, numerator / 2, TINY, STEPS);
  }

  /** Returns the probability of a normal number of larger magnitude. */
  static double normalTwoSided(double z) {
    return 2 * io.quantkit.core.math.Normal.cdf(-Math.abs(z));
  }

  /** Returns the asymptotic probability that Kolmogorov's statistic exceeds {@code x}. */
  static double kolmogorovTail(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x <= 0) {
      return 1;
    }
    if (x < 1.18) {
      double factor = Math.sqrt(2 * Math.PI) / x;
      double sum = 0;
      for (int k = 1; k <= 20; k += 2) {
        sum += StrictMath.exp(-k * k * Math.PI * Math.PI / (8 * x * x));
      }
      return Math.max(0, 1 - factor * sum);
    }
    double sum = 0;
    for (int k = 1; k <= 20; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * x * x);
    }
    return Math.min(1, sum);
  }
}
