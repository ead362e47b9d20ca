package io.quantkit.features.econometric;

import io.quantkit.core.math.GaussianRandom;
import io.quantkit.core.math.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests whether the coefficients of a regression change over time. Null hypothesis: they do not.
 *
 * <p>Regressors are columns without the constant, which is added; none at all tests for a change of
 * the mean.
 */
public final class StructuralBreaks {
  private StructuralBreaks() {}

  /**
   * Chow's F test of a change at a known time. Source: G. Chow, Econometrica 28, 1960.
   *
   * @param at the first row of the second part; each part must have more rows than coefficients
   */
  public static TestResult chow(double[] y, double[][] regressors, int at) {
    int k = check(y, regressors);
    if (at <= k || y.length - at <= k) {
      throw new IllegalArgumentException(
          "at must leave more than %d rows on either side, was %d of %d"
              .formatted(k, at, y.length));
    }
    LeastSquares fit = new LeastSquares(y.length, k);
    double f = chow(y, regressors, at, squares(y, regressors, 0, y.length, fit), fit);
    return new TestResult(f, Distributions.fisherTail(f, k, y.length - 2.0 * k));
  }

  /**
   * What a test of a break at an unknown time says.
   *
   * @param statistic the largest F statistic
   * @param pValue the share of replications that exceed it
   * @param at the first row after the likeliest break
   */
  public record SupF(double statistic, double pValue, int at) {}

  /**
   * Tests for one break at an unknown time by the largest {@link #chow} statistic. Source: D.
   * Andrews, Econometrica 61, 1993. The p-value comes from a fixed-regressor bootstrap: B. Hansen,
   * Journal of Econometrics 97, 2000.
   *
   * @param trim the share of rows on either side where no break is sought, usually 0.15
   * @param replications of the bootstrap, at least 1; 999 are usual
   */
  public static SupF supF(
      double[] y, double[][] regressors, double trim, int replications, long seed) {
    int k = check(y, regressors);
    Samples.checkWithin("trim", trim, 0, 0.5);
    Samples.checkAtLeast("replications", replications, 1);
    int n = y.length;
    int first = Math.max(k + 1, (int) Math.ceil(trim * n));
    int last = n - first;
    Samples.checkAtLeast("rows left for a break", last - first + 1.0, 1);
    LeastSquares fit = new LeastSquares(n, k);
    double[] best = supF(y, regressors, first, last, fit);
    GaussianRandom random = new GaussianRandom(seed);
    double[] noise = new double[n];
    int more = 0;
    for (int r = 0; r < replications; r++) {
      random.fill(noise);
      more += supF(noise, regressors, first, last, fit)[0] >= best[0] ? 1 : 0;
    }
    return new SupF(best[0], (more + 1.0) / (replications + 1.0), (int) best[1]);
  }

  private static double[] supF(
      double[] y, double[][] regressors, int first, int last, LeastSquares fit) {
    double whole = squares(y, regressors, 0, y.length, fit);
    double[] best = {Double.NEGATIVE_INFINITY, first};
    for (int at = first; at <= last; at++) {
      double f = chow(y, regressors, at, whole, fit);
      if (f > best[0]) {
        best[0] = f;
        best[1] = at;
      }
    }
    return best;
  }

  private static double chow(
      double[] y, double[][] regressors, int at, double whole, LeastSquares fit) {
    int k = regressors.length + 1;
    double parts = squares(y, regressors, 0, at, fit) + squares(y, regressors, at, y.length, fit);
    return (whole - parts) / k / (parts / (y.length - 2.0 * k));
  }

  private static double squares(
      double[] y, double[][] regressors, int from, int to, LeastSquares fit) {
    int rows = to - from;
    Arrays.fill(fit.column(0), 0, rows, 1);
    for (int j = 0; j < regressors.length; j++) {
      System.arraycopy(regressors[j], from, fit.column(j + 1), 0, rows);
    }
    System.arraycopy(y, from, fit.target(), 0, rows);
    fit.solve(rows, regressors.length + 1);
    return fit.squares();
  }

  /**
   * Brown, Durbin and Evans' test: recursive residuals, scaled to variance 1, are summed, and the
   * statistic is the largest magnitude of the sum over its boundary {@code sqrt(m) (1 + 2 t / m)}
   * after {@code t} of {@code m} residuals. Exceeds 0.850 in 10, 0.948 in 5, 1.143 in 1 % of stable
   * regressions. Source: Journal of the Royal Statistical Society B 37, 1975.
   */
  public static TestResult cusum(double[] y, double[][] regressors) {
    int k = check(y, regressors);
    double[] w = recursiveResiduals(y, regressors);
    int m = w.length;
    double mean = Samples.mean(w, 0, m);
    double squares = 0;
    for (double v : w) {
      squares += (v - mean) * (v - mean);
    }
    double deviation = Math.sqrt(squares / (m - 1));
    Samples.checkAtLeast("rows less coefficients", y.length - k, 3);
    double sum = 0;
    double largest = 0;
    for (int t = 1; t <= m; t++) {
      sum += w[t - 1] / deviation;
      largest = Math.max(largest, Math.abs(sum) / (Math.sqrt(m) * (1 + 2.0 * t / m)));
    }
    return new TestResult(largest, cusumTail(largest));
  }

  /**
   * Ploberger and Kramer's test: the largest magnitude of the partial sums of the residuals of the
   * whole regression over {@code s sqrt(n)}, with Kolmogorov's p-value. Source: Econometrica 60,
   * 1992.
   */
  public static TestResult cusumOfResiduals(double[] y, double[][] regressors) {
    int k = check(y, regressors);
    LinearFit fit = LinearFit.of(y, regressors, LinearFit.Errors.CLASSICAL, 0);
    double[] residuals = fit.residuals();
    double variance = Samples.lagged(residuals, 0, residuals.length, 0) / (residuals.length - k);
    double scale = Math.sqrt(variance * residuals.length);
    double sum = 0;
    double largest = 0;
    for (double e : residuals) {
      sum += e;
      largest = Math.max(largest, Math.abs(sum) / scale);
    }
    return new TestResult(largest, Distributions.kolmogorovTail(largest));
  }

  /** Returns the one-step forecast errors, each over its standard deviation in errors' units. */
  private static double[] recursiveResiduals(double[] y, double[][] regressors) {
    int k = regressors.length + 1;
    int n = y.length;
    LeastSquares fit = new LeastSquares(n, k);
    double[] out = new double[n - k];
    double[] row = new double[k];
    for (int t = k; t < n; t++) {
      squares(y, regressors, 0, t, fit);
      double[] beta = fit.coefficients();
      double[][] inverse = fit.inverseProducts();
      double forecast = 0;
      double spread = 1;
      for (int a = 0; a < k; a++) {
        row[a] = a == 0 ? 1 : regressors[a - 1][t];
        forecast = Math.fma(beta[a], row[a], forecast);
      }
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          spread += row[a] * inverse[a][b] * row[b];
        }
      }
      out[t - k] = (y[t] - forecast) / Math.sqrt(spread);
    }
    return out;
  }

  private static double cusumTail(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x < 0.3) {
      return 1 - 0.1464 * x;
    }
    double tail =
        1
            - Normal.cdf(3 * x)
            + StrictMath.exp(-4 * x * x) * (Normal.cdf(x) + Normal.cdf(5 * x) - 1)
            - StrictMath.exp(-16 * x * x) * Normal.cdf(-x);
    return Math.min(1, Math.max(0, 2 * tail));
  }

  /**
   * Several changes of the mean.
   *
   * @param at the first rows of the segments after the first, in order
   * @param squares the sum of squared deviations from the segments' means
   * @param criterion {@code n ln(squares / n) + (2 m + 1) ln(n)} for {@code m} changes, which was
   *     minimised
   */
  public record MeanShifts(List<Integer> at, double squares, double criterion) {

    /** Keeps a copy of the rows. */
    public MeanShifts {
      at = List.copyOf(at);
    }
  }

  /**
   * Finds the changes of the mean that minimise the sum of squares, globally by dynamic
   * programming, for each number of changes up to the largest, and the number by Schwarz's
   * criterion. Takes {@code O(changes n^2)}. Source: J. Bai and P. Perron, Journal of Applied
   * Econometrics 18, 2003; Y. Yao, Statistics &amp; Probability Letters 6, 1988.
   *
   * @param most the most changes, at least 0
   * @param least the fewest rows in a segment, at least 2
   */
  public static MeanShifts meanShifts(double[] y, int most, int least) {
    Samples.checkAtLeast("most", most, 0);
    Samples.checkAtLeast("least", least, 2);
    Samples.check(y, (most + 1) * least, "y");
    int n = y.length;
    double mean = Samples.mean(y, 0, n);
    double[] sums = new double[n + 1];
    double[] squares = new double[n + 1];
    for (int t = 0; t < n; t++) {
      double d = y[t] - mean;
      sums[t + 1] = sums[t] + d;
      squares[t + 1] = squares[t] + d * d;
    }
    double[][] cost = new double[most + 1][n + 1];
    int[][] from = new int[most + 1][n + 1];
    for (int m = 0; m <= most; m++) {
      Arrays.fill(cost[m], Double.POSITIVE_INFINITY);
      for (int to = (m + 1) * least; to <= n; to++) {
        if (m == 0) {
          cost[0][to] = segment(sums, squares, 0, to);
          continue;
        }
        for (int at = m * least; at <= to - least; at++) {
          double total = cost[m - 1][at] + segment(sums, squares, at, to);
          if (total < cost[m][to]) {
            cost[m][to] = total;
            from[m][to] = at;
          }
        }
      }
    }
    int best = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int m = 0; m <= most; m++) {
      double value =
          n * StrictMath.log(Math.max(cost[m][n], Double.MIN_NORMAL) / n)
              + (2 * m + 1) * StrictMath.log(n);
      if (value < lowest) {
        lowest = value;
        best = m;
      }
    }
    List<Integer> at = new ArrayList<>();
    int to = n;
    for (int m = best; m > 0; m--) {
      to = from[m][to];
      at.add(0, to);
    }
    return new MeanShifts(at, cost[best][n], lowest);
  }

  private static double segment(double[] sums, double[] squares, int from, int to) {
    double sum = sums[to] - sums[from];
    return Math.max(0, squares[to] - squares[from] - sum * sum / (to - from));
  }

  private static int check(double[] y, double[][] regressors) {
    Samples.check(y, 2 * regressors.length + 4, "y");
    for (double[] column : regressors) {
      Samples.checkPair(y, column, 2);
    }
    return regressors.length + 1;
  }
}
