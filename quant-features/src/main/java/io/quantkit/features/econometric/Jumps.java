package io.quantkit.features.econometric;

import io.quantkit.core.math.Normal;
import org.apache.commons.math3.special.Gamma;

/** Tests for jumps in returns. */
public final class Jumps {
  private static final double TRIPOWER =
      cube(
          StrictMath.pow(2, 2.0 / 3)
              * StrictMath.exp(Gamma.logGamma(7.0 / 6))
              / Math.sqrt(Math.PI));
  private static final double SPREAD = Math.PI * Math.PI / 4 + Math.PI - 5;

  private Jumps() {}

  /**
   * What Barndorff-Nielsen and Shephard's test says.
   *
   * @param realized the realised variance, {@code sum(r^2)}
   * @param bipower the part that jumps do not add to: {@code pi / 2 n / (n - 1) sum(|r[i]|
   *     |r[i-1]|)}
   * @param test the normal statistic of {@code 1 - bipower / realized} with its one-sided p-value;
   *     small ones speak for jumps
   */
  public record Bipower(double realized, double bipower, TestResult test) {
    /** Returns the part of the variance that is due to jumps, within [0, 1]. */
    public double jumpShare() {
      return Math.max(0, 1 - bipower / realized);
    }
  }

  /**
   * Tests whether returns of a day contain jumps: the ratio statistic with tripower quarticity of
   * X. Huang and G. Tauchen, Journal of Financial Econometrics 3, 2005, after O. Barndorff-Nielsen
   * and N. Shephard, same journal 2 and 4.
   *
   * @param returns of equal steps, at least 3; not modified
   */
  public static Bipower bipower(double... returns) {
    Samples.check(returns, 3, "returns");
    double[] out = new double[3];
    bipower(returns, 0, returns.length, new double[returns.length], out);
    return new Bipower(out[0], out[1], new TestResult(out[2], Normal.cdf(-out[2])));
  }

  static void bipower(double[] r, int from, int to, double[] powers, double[] out) {
    int n = to - from;
    double realized = 0;
    double products = 0;
    double triples = 0;
    for (int i = 0; i < n; i++) {
      double size = Math.abs(r[from + i]);
      double root = StrictMath.cbrt(size);
      powers[i] = size * root;
      realized = Math.fma(size, size, realized);
      if (i > 0) {
        products = Math.fma(size, Math.abs(r[from + i - 1]), products);
      }
      if (i > 1) {
        triples += powers[i] * powers[i - 1] * powers[i - 2];
      }
    }
    double bipower = Math.PI / 2 * n / (n - 1.0) * products;
    double tripower = n / TRIPOWER * n / (n - 2.0) * triples;
    double noise = Math.max(1, tripower / (bipower * bipower));
    out[0] = realized;
    out[1] = bipower;
    out[2] = (1 - bipower / realized) / Math.sqrt(SPREAD / n * noise);
  }

  /**
   * Returns Lee and Mykland's p-value that the last of some returns is no jump, among {@code count}
   * returns that are tested: the return over the volatility of those before it by bipower
   * variation, compared with the largest of so many normal numbers. {@code NaN} if those before did
   * not move. Source: S. Lee and P. Mykland, Review of Financial Studies 21, 2008.
   *
   * @param returns at least 4, the tested one last; not modified
   * @param count how many returns are tested in all, at least 2
   */
  public static TestResult leeMykland(double[] returns, int count) {
    Samples.check(returns, 4, "returns");
    Samples.checkAtLeast("count", count, 2);
    double statistic = leeMykland(returns, 0, returns.length);
    return new TestResult(statistic, leeMyklandTail(statistic, count));
  }

  static double leeMykland(double[] r, int from, int to) {
    double sum = 0;
    for (int i = from + 1; i < to - 1; i++) {
      sum = Math.fma(Math.abs(r[i]), Math.abs(r[i - 1]), sum);
    }
    double deviation = Math.sqrt(sum / (to - from - 2));
    return deviation > 0 ? r[to - 1] / deviation : Double.NaN;
  }

  static double leeMyklandTail(double statistic, int count) {
    double c = Math.sqrt(2 / Math.PI);
    double log = StrictMath.log(count);
    double root = Math.sqrt(2 * log);
    double center = root / c - (StrictMath.log(Math.PI) + StrictMath.log(log)) / (2 * c * root);
    double scaled = (Math.abs(statistic) - center) * c * root;
    return -StrictMath.expm1(-StrictMath.exp(-scaled));
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
