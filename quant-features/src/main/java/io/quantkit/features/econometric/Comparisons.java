package io.quantkit.features.econometric;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Normal;
import io.quantkit.core.math.Quantiles;
import io.quantkit.core.math.Ranks;
import java.util.Arrays;

/**
 * Tests that compare samples with each other or with a value; all two-sided. {@code NaN} where the
 * samples do not vary.
 */
public final class Comparisons {
  private Comparisons() {}

  /** Student's test that the mean is the given number: {@code (mean - mu) / (s / sqrt(n))}. */
  public static TestResult oneSampleT(double[] x, double mean) {
    Samples.check(x, 2, "x");
    double error = Moments.standardDeviation(x, 1) / Math.sqrt(x.length);
    return student((Moments.mean(x) - mean) / error, x.length - 1.0);
  }

  /** Welch's test that two means are equal, whatever the variances. */
  public static TestResult welch(double[] x, double[] y) {
    Samples.check(x, 2, "x");
    Samples.check(y, 2, "y");
    double vx = Moments.variance(x, 1) / x.length;
    double vy = Moments.variance(y, 1) / y.length;
    double t = (Moments.mean(x) - Moments.mean(y)) / Math.sqrt(vx + vy);
    double degrees = (vx + vy) * (vx + vy) / (vx * vx / (x.length - 1) + vy * vy / (y.length - 1));
    return student(t, degrees);
  }

  /** Student's test that two means are equal if the variances are. */
  public static TestResult twoSampleT(double[] x, double[] y) {
    Samples.check(x, 2, "x");
    Samples.check(y, 2, "y");
    double degrees = x.length + y.length - 2.0;
    double squares =
        Moments.variance(x, 1) * (x.length - 1) + Moments.variance(y, 1) * (y.length - 1);
    double error = Math.sqrt(squares / degrees * (1.0 / x.length + 1.0 / y.length));
    return student((Moments.mean(x) - Moments.mean(y)) / error, degrees);
  }

  /**
   * Mann and Whitney's U of x, with the normal p-value that corrects for ties and continuity;
   * {@code scipy.stats.mannwhitneyu(method="asymptotic")}. Source: Annals of Mathematical
   * Statistics 18, 1947.
   */
  public static TestResult mannWhitney(double[] x, double[] y) {
    Samples.check(x, 1, "x");
    Samples.check(y, 1, "y");
    double n1 = x.length;
    double n2 = y.length;
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    double[] ranks = Ranks.averageOf(all);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += ranks[i];
    }
    double u = sum - n1 * (n1 + 1) / 2;
    double n = n1 + n2;
    double variance = n1 * n2 / 12 * ((n + 1) - ties(all) / (n * (n - 1)));
    double z = (Math.max(u, n1 * n2 - u) - n1 * n2 / 2 - 0.5) / Math.sqrt(variance);
    return new TestResult(u, Math.min(1, 2 * Normal.cdf(-z)));
  }

  /**
   * Wilcoxon's signed-rank test that x is symmetric around zero: the smaller sum of ranks, zeros
   * left out, with the normal p-value without correction for continuity; {@code
   * scipy.stats.wilcoxon(method="approx")}. Source: Biometrics Bulletin 1, 1945.
   */
  public static TestResult wilcoxon(double... x) {
    Samples.check(x, 1, "x");
    double[] kept = Arrays.stream(x).filter(v -> v != 0).toArray();
    double[] sizes = Arrays.stream(kept).map(Math::abs).toArray();
    double[] ranks = Ranks.averageOf(sizes);
    double n = kept.length;
    double plus = 0;
    for (int i = 0; i < kept.length; i++) {
      plus += kept[i] > 0 ? ranks[i] : 0;
    }
    double statistic = Math.min(plus, n * (n + 1) / 2 - plus);
    double variance = (n * (n + 1) * (2 * n + 1) - ties(sizes) / 2) / 24;
    double z = (statistic - n * (n + 1) / 4) / Math.sqrt(variance);
    return new TestResult(statistic, Distributions.normalTwoSided(z));
  }

  /**
   * Kolmogorov and Smirnov's largest difference between the distribution of x and a normal one of
   * known mean and deviation, with the exact p-value; {@code scipy.stats.kstest}. If mean and
   * deviation come from the same numbers the p-value is too large: {@link Normality#lilliefors}
   * knows that.
   */
  public static TestResult kolmogorovSmirnov(double[] x, double mean, double deviation) {
    Samples.check(x, 2, "x");
    Samples.checkWithin("deviation", deviation, 0, Double.POSITIVE_INFINITY);
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = Normal.cdf((sorted[i] - mean) / deviation);
      largest = Math.max(largest, Math.max((i + 1) / n - p, p - i / n));
    }
    return new TestResult(largest, Distributions.kolmogorovTail(largest, sorted.length));
  }

  /**
   * Tests like {@link #kolmogorovSmirnov(double[], double[])} with the p-value of one sample of
   * {@code n m / (n + m)} numbers, rounded, against a known distribution: {@code
   * scipy.stats.ks_2samp(method="asymp")}.
   */
  public static TestResult kolmogorovSmirnovAsymptotic(double[] x, double[] y) {
    double distance = distance(x, y);
    double n = (double) x.length * y.length / (x.length + y.length);
    return new TestResult(distance, Distributions.kolmogorovTail(distance, (int) Math.rint(n)));
  }

  /**
   * Kolmogorov and Smirnov's largest difference between the distributions of two samples, with the
   * exact p-value if their lengths multiply to at most ten million and the asymptotic one beyond.
   */
  public static TestResult kolmogorovSmirnov(double[] x, double[] y) {
    double largest = distance(x, y);
    boolean exact = (long) x.length * y.length <= 10_000_000L;
    double n = (double) x.length * y.length / (x.length + y.length);
    return new TestResult(
        largest,
        exact
            ? exactTail(Math.round(largest * x.length * y.length), x.length, y.length)
            : Distributions.kolmogorovTail(largest * Math.sqrt(n)));
  }

  private static double distance(double[] x, double[] y) {
    Samples.check(x, 2, "x");
    Samples.check(y, 2, "y");
    double[] a = x.clone();
    double[] b = y.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double at = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= at) {
        i++;
      }
      while (j < b.length && b[j] <= at) {
        j++;
      }
      largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return largest;
  }

  /**
   * Returns the probability that a random order of both samples leaves the band: the mean, over the
   * last step, of the probabilities before it.
   */
  private static double exactTail(long distance, int n, int m) {
    double[] outside = new double[m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (Math.abs((long) i * m - (long) j * n) >= distance) {
          outside[j] = 1;
        } else if (i + j > 0) {
          double before = j > 0 ? outside[j - 1] : 0;
          outside[j] = (i * outside[j] + j * before) / (i + j);
        }
      }
    }
    return outside[m];
  }

  /**
   * Levene's test that samples have equal variances, by deviations from medians (Brown and
   * Forsythe's form), with the p-value of an F distribution. Source: M. Brown and A. Forsythe, JASA
   * 69, 1974.
   *
   * @param samples at least two; not modified
   */
  public static TestResult levene(double[]... samples) {
    if (samples.length < 2) {
      throw new IllegalArgumentException(
          "there must be at least 2 samples, were " + samples.length);
    }
    double total = 0;
    double grand = 0;
    double[] means = new double[samples.length];
    double[][] deviations = new double[samples.length][];
    for (int s = 0; s < samples.length; s++) {
      Samples.check(samples[s], 2, "a sample");
      double median = Quantiles.median(samples[s]);
      deviations[s] = Arrays.stream(samples[s]).map(v -> Math.abs(v - median)).toArray();
      means[s] = Moments.mean(deviations[s]);
      total += samples[s].length;
      grand += means[s] * samples[s].length;
    }
    grand /= total;
    double between = 0;
    double within = 0;
    for (int s = 0; s < samples.length; s++) {
      between += samples[s].length * (means[s] - grand) * (means[s] - grand);
      for (double v : deviations[s]) {
        within += (v - means[s]) * (v - means[s]);
      }
    }
    double k = samples.length;
    double statistic = (total - k) / (k - 1) * between / within;
    return new TestResult(statistic, Distributions.fisherTail(statistic, k - 1, total - k));
  }

  /**
   * Wald and Wolfowitz's test that numbers on either side of the median, counting equal ones above
   * it, follow each other at random: the normal statistic of the number of runs. Negative if there
   * are too few, as in a trend. Source: Annals of Mathematical Statistics 11, 1940.
   */
  public static TestResult runs(double... x) {
    Samples.check(x, 2, "x");
    return runs(x, Quantiles.median(x));
  }

  /** Tests like {@link #runs(double...)} around a given number. */
  public static TestResult runs(double[] x, double border) {
    Samples.check(x, 2, "x");
    double z = runs(x, 0, x.length, border);
    return new TestResult(z, Distributions.normalTwoSided(z));
  }

  static double runs(double[] x, int from, int to, double border) {
    int runs = 1;
    int above = 0;
    for (int i = from; i < to; i++) {
      boolean high = x[i] >= border;
      above += high ? 1 : 0;
      runs += i > from && high != x[i - 1] >= border ? 1 : 0;
    }
    double n = to - from;
    double both = 2.0 * above * (n - above);
    double variance = both * (both - n) / (n * n * (n - 1));
    return variance > 0 ? (runs - both / n - 1) / Math.sqrt(variance) : Double.NaN;
  }

  private static TestResult student(double t, double degrees) {
    return new TestResult(t, Distributions.studentTwoSided(t, degrees));
  }

  /** Returns the sum of t^3 - t over groups of t equal numbers. */
  static double ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sum += t * t * t - t;
        from = i;
      }
    }
    return sum;
  }
}
