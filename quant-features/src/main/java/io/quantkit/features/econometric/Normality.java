package io.quantkit.features.econometric;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Normal;
import java.util.Arrays;

/**
 * Tests of the null hypothesis that numbers are drawn from a normal distribution of unknown mean
 * and variance. {@code NaN} for numbers without variation.
 */
public final class Normality {
  private Normality() {}

  /**
   * Jarque and Bera's {@code n / 6 (S^2 + K^2 / 4)} of population skewness and excess kurtosis,
   * chi-squared with 2 degrees of freedom. Source: Economics Letters 6, 1980.
   */
  public static TestResult jarqueBera(double... x) {
    Samples.check(x, 3, "x");
    double s = Moments.skewness(x);
    double k = Moments.excessKurtosis(x);
    double statistic = x.length / 6.0 * (s * s + k * k / 4);
    return new TestResult(statistic, StrictMath.exp(-statistic / 2));
  }

  /**
   * D'Agostino and Pearson's sum of squares of the normal scores of skewness and kurtosis,
   * chi-squared with 2 degrees of freedom; {@code scipy.stats.normaltest}. Source: R. D'Agostino
   * and E. Pearson, Biometrika 60, 1973; F. Anscombe and W. Glynn, Biometrika 70, 1983.
   *
   * @param x at least 8 numbers, better 20
   */
  public static TestResult dagostino(double... x) {
    Samples.check(x, 8, "x");
    double zs = skewnessScore(Moments.skewness(x), x.length);
    double zk = kurtosisScore(Moments.excessKurtosis(x) + 3, x.length);
    double statistic = zs * zs + zk * zk;
    return new TestResult(statistic, StrictMath.exp(-statistic / 2));
  }

  /**
   * Anderson and Darling's statistic with the sample standard deviation; {@code
   * scipy.stats.anderson}. P-value by Stephens' formula: R. D'Agostino and M. Stephens,
   * Goodness-of-Fit Techniques, 1986, table 4.9.
   */
  public static TestResult andersonDarling(double... x) {
    Samples.check(x, 8, "x");
    double[] z = scores(x);
    int n = z.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double low = StrictMath.log(Normal.cdf(z[i]));
      double high = StrictMath.log(Normal.cdf(-z[n - 1 - i]));
      sum += (2 * i + 1.0) / n * (low + high);
    }
    double statistic = -n - sum;
    double a = statistic * (1 + 0.75 / n + 2.25 / ((double) n * n));
    return new TestResult(statistic, stephens(a));
  }

  /**
   * Shapiro and Wilk's {@code W}, the squared correlation of the ordered numbers with what normal
   * ones are on average, by Royston's approximations; {@code scipy.stats.shapiro}, which computes
   * in single precision. P-values of more than 5000 numbers are not known. Source: S. Shapiro and
   * M. Wilk, Biometrika 52, 1965; P. Royston, algorithm AS R94, Applied Statistics 44, 1995.
   *
   * @param x 3 to 5000 numbers; not modified
   */
  public static TestResult shapiroWilk(double... x) {
    Samples.check(x, ShapiroWilk.LEAST, "x");
    if (x.length > ShapiroWilk.MOST) {
      throw new IllegalArgumentException(
          "x must hold at most %d numbers, held %d".formatted(ShapiroWilk.MOST, x.length));
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    ShapiroWilk test = new ShapiroWilk(x.length);
    double lack = test.lack(sorted);
    return new TestResult(1 - lack, test.pValue(lack));
  }

  /**
   * Lilliefors' largest difference between the distribution of the numbers and the normal one with
   * their mean and sample deviation. P-value by the approximations of G. Dallal and L. Wilkinson,
   * The American Statistician 40, 1986, and, above 0.1, of M. Stephens, JASA 69, 1974.
   */
  public static TestResult lilliefors(double... x) {
    Samples.check(x, 5, "x");
    double[] z = scores(x);
    int n = z.length;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double p = Normal.cdf(z[i]);
      largest = Math.max(largest, Math.max((i + 1.0) / n - p, p - (double) i / n));
    }
    if (Double.isNaN(z[0])) {
      return TestResult.NONE;
    }
    return new TestResult(largest, lillieforsTail(largest, n));
  }

  private static double[] scores(double[] x) {
    double mean = Moments.mean(x);
    double deviation = Moments.standardDeviation(x, 1);
    double[] z = new double[x.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = deviation > 0 ? (x[i] - mean) / deviation : Double.NaN;
    }
    Arrays.sort(z);
    return z;
  }

  private static double skewnessScore(double skewness, double n) {
    double y = skewness * Math.sqrt((n + 1) * (n + 3) / (6 * (n - 2)));
    double beta =
        3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
    double w = -1 + Math.sqrt(2 * (beta - 1));
    double delta = 1 / Math.sqrt(0.5 * StrictMath.log(w));
    double u = y / Math.sqrt(2 / (w - 1));
    double size = Math.abs(u);
    return Math.copySign(delta * StrictMath.log(size + Math.sqrt(size * size + 1)), u);
  }

  private static double kurtosisScore(double kurtosis, double n) {
    double expected = 3 * (n - 1) / (n + 1);
    double variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5));
    double x = (kurtosis - expected) / Math.sqrt(variance);
    double root =
        6
            * (n * n - 5 * n + 2)
            / ((n + 7) * (n + 9))
            * Math.sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3)));
    double a = 6 + 8 / root * (2 / root + Math.sqrt(1 + 4 / (root * root)));
    double denominator = 1 + x * Math.sqrt(2 / (a - 4));
    double second = StrictMath.cbrt((1 - 2 / a) / denominator);
    return (1 - 2 / (9 * a) - second) / Math.sqrt(2 / (9 * a));
  }

  private static double stephens(double a) {
    if (Double.isNaN(a)) {
      return Double.NaN;
    }
    if (a < 0.2) {
      return 1 - StrictMath.exp(-13.436 + 101.14 * a - 223.73 * a * a);
    }
    if (a < 0.34) {
      return 1 - StrictMath.exp(-8.318 + 42.796 * a - 59.938 * a * a);
    }
    if (a < 0.6) {
      return StrictMath.exp(0.9177 - 4.279 * a - 1.38 * a * a);
    }
    return a <= 13 ? StrictMath.exp(1.2937 - 5.709 * a + 0.0186 * a * a) : 0;
  }

  private static double lillieforsTail(double distance, int observations) {
    double d = distance;
    double n = observations;
    if (n > 100) {
      d *= StrictMath.pow(n / 100, 0.49);
      n = 100;
    }
    double p =
        StrictMath.exp(
            -7.01256 * d * d * (n + 2.78019)
                + 2.99587 * d * Math.sqrt(n + 2.78019)
                - 0.122119
                + 0.974598 / Math.sqrt(n)
                + 1.67997 / n);
    if (p <= 0.1) {
      return p;
    }
    double root = Math.sqrt(observations);
    double k = (root - 0.01 + 0.85 / root) * distance;
    if (k <= 0.302) {
      return 1;
    }
    if (k <= 0.5) {
      return polynomial(k, 2.76773, -19.828315, 80.709644, -138.55152, 81.218052);
    }
    if (k <= 0.9) {
      return polynomial(k, -4.901232, 40.662806, -97.490286, 94.029866, -32.355711);
    }
    return k <= 1.31 ? polynomial(k, 6.198765, -19.558097, 23.186922, -12.234627, 2.423045) : 0;
  }

  private static double polynomial(
      double x, double c0, double c1, double c2, double c3, double c4) {
    return c0 + x * (c1 + x * (c2 + x * (c3 + x * c4)));
  }
}
