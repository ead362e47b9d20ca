package io.quantkit.features.econometric;

import io.quantkit.core.math.Correlation;
import java.util.Arrays;

/**
 * How strongly two series depend on each other, with the two-sided p-value of no dependence where
 * there is one. {@code NaN} if a series does not vary.
 */
public final class Dependence {
  private Dependence() {}

  /** Pearson's correlation, with Student's p-value. */
  public static TestResult pearson(double[] x, double[] y) {
    Samples.checkPair(x, y, 3);
    return withStudent(Correlation.pearson(x, y), x.length);
  }

  /** Spearman's correlation of ranks, ties sharing their mean rank, with Student's p-value. */
  public static TestResult spearman(double[] x, double[] y) {
    Samples.checkPair(x, y, 3);
    return withStudent(Correlation.spearman(x, y), x.length);
  }

  /**
   * Kendall's tau-b, with the normal p-value that corrects for ties; {@code
   * scipy.stats.kendalltau(method="asymptotic")}. Takes {@code O(n log n)}. Source: W. Knight, JASA
   * 61, 1966.
   */
  public static TestResult kendall(double[] x, double[] y) {
    Samples.checkPair(x, y, 3);
    int n = x.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (i, j) -> x[i] != x[j] ? Double.compare(x[i], x[j]) : Double.compare(y[i], y[j]));
    double[] ys = new double[n];
    double tiedBoth = 0;
    int from = 0;
    for (int i = 0; i < n; i++) {
      ys[i] = y[order[i]];
      if (i > 0 && (x[order[i]] != x[order[i - 1]] || ys[i] != ys[i - 1])) {
        from = i;
      }
      tiedBoth += i - from;
    }
    double swaps = swaps(ys, new double[n], 0, n);
    double pairs = n * (n - 1.0) / 2;
    double[] tx = tieSums(x);
    double[] ty = tieSums(y);
    double difference = pairs - tx[0] - ty[0] + tiedBoth - 2 * swaps;
    double tau = difference / Math.sqrt(pairs - tx[0]) / Math.sqrt(pairs - ty[0]);
    double m = n * (n - 1.0);
    double variance =
        (m * (2.0 * n + 5) - tx[2] - ty[2]) / 18
            + 2 * tx[0] * ty[0] / m
            + tx[1] * ty[1] / (9 * m * (n - 2.0));
    return new TestResult(tau, Distributions.normalTwoSided(difference / Math.sqrt(variance)));
  }

  /** Computes average ranks by counting; allocates nothing. */
  static void ranks(double[] x, int from, int to, double[] out) {
    for (int i = from; i < to; i++) {
      int below = 0;
      int equal = 0;
      for (int j = from; j < to; j++) {
        below += x[j] < x[i] ? 1 : 0;
        equal += x[j] == x[i] ? 1 : 0;
      }
      out[i - from] = below + (equal + 1) / 2.0;
    }
  }

  /** Returns the correlation of ranks. */
  static double correlation(double[] x, double[] y, int n) {
    double middle = (n + 1) / 2.0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double a = x[i] - middle;
      double b = y[i] - middle;
      xx = Math.fma(a, a, xx);
      xy = Math.fma(a, b, xy);
      yy = Math.fma(b, b, yy);
    }
    double r = xy / Math.sqrt(xx) / Math.sqrt(yy);
    return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, r)) : Double.NaN;
  }

  /** Returns tau-b by comparing all pairs; allocates nothing. */
  static double tau(double[] x, double[] y, int from, int to) {
    long difference = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = from + 1; i < to; i++) {
      for (int j = from; j < i; j++) {
        int a = (x[i] > x[j] ? 1 : 0) - (x[i] < x[j] ? 1 : 0);
        int b = (y[i] > y[j] ? 1 : 0) - (y[i] < y[j] ? 1 : 0);
        difference += (long) a * b;
        untiedX += (long) a * a;
        untiedY += (long) b * b;
      }
    }
    double tau = difference / Math.sqrt((double) untiedX) / Math.sqrt((double) untiedY);
    return untiedX > 0 && untiedY > 0 ? Math.max(-1, Math.min(1, tau)) : Double.NaN;
  }

  /**
   * Returns Szekely's distance correlation: within [0, 1], 0 only if the series are independent in
   * the limit, so it also sees dependence that is not monotone. Takes {@code O(n^2)}. Source: G.
   * Szekely, M. Rizzo and N. Bakirov, Annals of Statistics 35, 2007.
   */
  public static double distance(double[] x, double[] y) {
    Samples.checkPair(x, y, 2);
    int n = x.length;
    return distance(x, y, 0, n, new double[n], new double[n]);
  }

  static double distance(double[] x, double[] y, int from, int to, double[] meanX, double[] meanY) {
    int n = to - from;
    double allX = rowMeans(x, from, n, meanX);
    double allY = rowMeans(y, from, n, meanY);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double a = Math.abs(x[from + i] - x[from + j]) - meanX[i] - meanX[j] + allX;
        double b = Math.abs(y[from + i] - y[from + j]) - meanY[i] - meanY[j] + allY;
        xy = Math.fma(a, b, xy);
        xx = Math.fma(a, a, xx);
        yy = Math.fma(b, b, yy);
      }
    }
    double scale = Math.sqrt(xx) * Math.sqrt(yy);
    return scale > 0 ? Math.min(1, Math.sqrt(Math.max(0, xy) / scale)) : Double.NaN;
  }

  private static double rowMeans(double[] x, int from, int n, double[] out) {
    double all = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(x[from + i] - x[from + j]);
      }
      out[i] = sum / n;
      all += out[i];
    }
    return all / n;
  }

  /**
   * Returns the mutual information, in nats, of the counts in {@code bins} by {@code bins} cells of
   * equal width between the extremes: at least 0 and at most {@code ln(bins)}.
   */
  public static double mutualInformation(double[] x, double[] y, int bins) {
    Samples.checkPair(x, y, 2);
    Samples.checkAtLeast("bins", bins, 2);
    return mutualInformation(x, y, 0, x.length, bins, new int[bins * bins + 2 * bins]);
  }

  static double mutualInformation(
      double[] x, double[] y, int from, int to, int bins, int[] counts) {
    Arrays.fill(counts, 0);
    double lowX = x[from];
    double highX = x[from];
    double lowY = y[from];
    double highY = y[from];
    for (int i = from + 1; i < to; i++) {
      lowX = Math.min(lowX, x[i]);
      highX = Math.max(highX, x[i]);
      lowY = Math.min(lowY, y[i]);
      highY = Math.max(highY, y[i]);
    }
    int rows = bins * bins;
    for (int i = from; i < to; i++) {
      int a = Entropies.bin(x[i], lowX, highX, bins);
      int b = Entropies.bin(y[i], lowY, highY, bins);
      counts[a * bins + b]++;
      counts[rows + a]++;
      counts[rows + bins + b]++;
    }
    double n = to - from;
    double sum = 0;
    for (int a = 0; a < bins; a++) {
      for (int b = 0; b < bins; b++) {
        double joint = counts[a * bins + b];
        if (joint > 0) {
          double expected = (double) counts[rows + a] * counts[rows + bins + b];
          sum += joint / n * StrictMath.log(joint * n / expected);
        }
      }
    }
    return Math.max(0, sum);
  }

  private static TestResult withStudent(double r, int n) {
    double t = r * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
    double p = Math.abs(r) >= 1 ? 0 : Distributions.studentTwoSided(t, n - 2.0);
    return new TestResult(r, Double.isNaN(r) ? Double.NaN : p);
  }

  /** Returns sums over groups of t ties: t(t-1)/2, t(t-1)(t-2), t(t-1)(2t+5). */
  private static double[] tieSums(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] sums = new double[3];
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sums[0] += t * (t - 1) / 2;
        sums[1] += t * (t - 1) * (t - 2);
        sums[2] += t * (t - 1) * (2 * t + 5);
        from = i;
      }
    }
    return sums;
  }

  private static double swaps(double[] y, double[] scratch, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    double count = swaps(y, scratch, from, middle) + swaps(y, scratch, middle, to);
    int i = from;
    int j = middle;
    for (int k = from; k < to; k++) {
      if (j == to || (i < middle && y[i] <= y[j])) {
        scratch[k] = y[i++];
      } else {
        count += middle - i;
        scratch[k] = y[j++];
      }
    }
    System.arraycopy(scratch, from, y, from, to - from);
    return count;
  }
}
