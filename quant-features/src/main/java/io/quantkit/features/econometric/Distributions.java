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

  /**
   * Returns the probability that the distribution of {@code n} numbers differs from the one they
   * are drawn from by at least {@code d} somewhere. Far out it is twice that of a difference in one
   * direction (Z. Birnbaum and F. Tingey, 1951); both at once are then below 1e-13.
   */
  static double kolmogorovTail(double d, int n) {
    if (!(d > 0 && d < 1)) {
      return Double.isNaN(d) ? Double.NaN : d <= 0 ? 1 : 0;
    }
    if (n * d * d < 4) {
      return Math.max(0, Math.min(1, 1 - kolmogorovCdf(d, n)));
    }
    double sum = 0;
    double all = Gamma.logGamma(n + 1.0);
    for (int j = 0; j <= (int) (n * (1 - d)); j++) {
      double upper = d + (double) j / n;
      double lower = 1 - upper;
      if (lower > 0) {
        double log = all - Gamma.logGamma(j + 1.0) - Gamma.logGamma(n - j + 1.0);
        log += (j - 1) * StrictMath.log(upper) + (n - j) * StrictMath.log(lower);
        sum += StrictMath.exp(log);
      }
    }
    return Math.min(1, 2 * d * sum);
  }

  /** G. Marsaglia, W. Tsang and J. Wang, Journal of Statistical Software 8, 2003. */
  private static double kolmogorovCdf(double d, int n) {
    int k = (int) (n * d) + 1;
    int m = 2 * k - 1;
    double h = k - n * d;
    double[][] step = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        step[i][j] = i - j + 1 < 0 ? 0 : 1;
      }
    }
    double power = 1;
    for (int i = 0; i < m; i++) {
      power *= h;
      step[i][0] -= power;
      step[m - 1][m - 1 - i] -= power;
    }
    step[m - 1][0] += 2 * h - 1 > 0 ? StrictMath.pow(2 * h - 1, m) : 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < Math.min(m, i + 2); j++) {
        for (int g = 1; g <= i - j + 1; g++) {
          step[i][j] /= g;
        }
      }
    }
    double[] row = new double[m];
    row[k - 1] = 1;
    double[] next = new double[m];
    for (int i = 1; i <= n; i++) {
      for (int j = 0; j < m; j++) {
        double sum = 0;
        for (int g = Math.max(0, j - 1); g < m; g++) {
          sum = Math.fma(row[g], step[g][j], sum);
        }
        next[j] = sum * i / n;
      }
      double[] swap = row;
      row = next;
      next = swap;
    }
    return row[k - 1];
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
