package io.quantkit.features.econometric;

import io.quantkit.core.math.GaussianRandom;
import java.util.Arrays;

/**
 * Tests for bubbles: right-tailed {@link DickeyFuller} statistics over many windows. Null
 * hypothesis: a unit root; large statistics speak for explosive growth somewhere.
 *
 * <p>Source: P. Phillips, Y. Wu and J. Yu, International Economic Review 52, 2011 (SADF); P.
 * Phillips, S. Shi and J. Yu, same journal 56, 2015 (GSADF).
 */
public final class Explosiveness {
  private Explosiveness() {}

  /** Returns Phillips, Shi and Yu's shortest window, {@code floor(n (0.01 + 1.8 / sqrt(n)))}. */
  public static int usualWindow(int observations) {
    return (int) (observations * (0.01 + 1.8 / Math.sqrt(observations)));
  }

  /**
   * Returns the largest statistic over the windows that begin with the series and hold at least
   * {@code window} numbers.
   *
   * @param x logarithms of prices, oldest first; not modified
   * @param window the shortest window, at least {@code 2 lags + 6}
   * @param lags how many lagged differences
   */
  public static double sadf(double[] x, int window, int lags) {
    check(x, window, lags);
    LeastSquares fit = new LeastSquares(x.length, lags + 2);
    double largest = Double.NEGATIVE_INFINITY;
    for (int to = window; to <= x.length; to++) {
      largest =
          Math.max(largest, DickeyFuller.statistic(x, 0, to, Deterministic.CONSTANT, lags, fit));
    }
    return largest;
  }

  /**
   * Returns, for each end, the largest statistic over the windows of at least {@code window}
   * numbers that end there, {@code NaN} where none does: a date stamp of bubbles (BSADF).
   */
  public static double[] backwardSadf(double[] x, int window, int lags) {
    check(x, window, lags);
    LeastSquares fit = new LeastSquares(x.length, lags + 2);
    double[] out = new double[x.length];
    Arrays.fill(out, 0, window - 1, Double.NaN);
    for (int to = window; to <= x.length; to++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int from = 0; from <= to - window; from++) {
        largest =
            Math.max(
                largest, DickeyFuller.statistic(x, from, to, Deterministic.CONSTANT, lags, fit));
      }
      out[to - 1] = largest;
    }
    return out;
  }

  /** Returns the largest statistic over all windows of at least {@code window} numbers. */
  public static double gsadf(double[] x, int window, int lags) {
    double largest = Double.NEGATIVE_INFINITY;
    double[] ends = backwardSadf(x, window, lags);
    for (int t = window - 1; t < ends.length; t++) {
      largest = Math.max(largest, ends[t]);
    }
    return largest;
  }

  /**
   * Simulates critical values of {@link #sadf} or {@link #gsadf} without lags on random walks with
   * the asymptotically negligible drift {@code 1 / n}.
   *
   * @param generalized whether those of {@code gsadf}
   * @param replications at least 100; 2000 give about two digits
   * @return what the statistic exceeds by chance in 1, 5 and 10 % of walks
   */
  public static CriticalValues criticalValues(
      int observations, int window, boolean generalized, int replications, long seed) {
    Samples.checkAtLeast("replications", replications, 100);
    Samples.checkAtLeast("window", window, 6);
    Samples.checkAtLeast("observations", observations, window);
    GaussianRandom random = new GaussianRandom(seed);
    double[] statistics = new double[replications];
    double[] walk = new double[observations];
    for (int r = 0; r < replications; r++) {
      for (int t = 1; t < observations; t++) {
        walk[t] = walk[t - 1] + random.next() + 1.0 / observations;
      }
      statistics[r] = largest(walk, window, generalized);
    }
    Arrays.sort(statistics);
    return new CriticalValues(
        statistics[(int) (0.99 * replications)],
        statistics[(int) (0.95 * replications)],
        statistics[(int) (0.90 * replications)]);
  }

  /** Computes the statistic without lags in constant time per window. */
  private static double largest(double[] x, int window, boolean generalized) {
    int n = x.length;
    double largest = Double.NEGATIVE_INFINITY;
    int lastFrom = generalized ? n - window : 0;
    for (int from = 0; from <= lastFrom; from++) {
      double sx = 0;
      double sy = 0;
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (int t = from + 1; t < n; t++) {
        double level = x[t - 1] - x[from];
        double change = x[t] - x[t - 1];
        sx += level;
        sy += change;
        xx = Math.fma(level, level, xx);
        xy = Math.fma(level, change, xy);
        yy = Math.fma(change, change, yy);
        double rows = t - from;
        if (rows + 1 >= window) {
          double vx = xx - sx * sx / rows;
          double slope = (xy - sx * sy / rows) / vx;
          double rest = yy - sy * sy / rows - slope * slope * vx;
          largest = Math.max(largest, slope / Math.sqrt(rest / (rows - 2) / vx));
        }
      }
    }
    return largest;
  }

  private static void check(double[] x, int window, int lags) {
    Samples.checkAtLeast("lags", lags, 0);
    Samples.checkAtLeast("window", window, 2.0 * lags + 6);
    Samples.check(x, window, "x");
  }
}
