package io.quantkit.features.econometric;

import org.apache.commons.math3.special.Gamma;

/**
 * The exponent with which ranges or fluctuations of a series grow with the length of a window: 0.5
 * without memory, above it for trends that persist, below it for changes that reverse.
 *
 * @param exponent the slope of a regression of logarithms
 * @param intercept of that regression
 */
public record HurstExponent(double exponent, double intercept) {

  /**
   * Estimates by Hurst's rescaled range: the mean over non-overlapping blocks of the range of
   * partial sums of deviations over the population standard deviation, by block length. Source: H.
   * Hurst, Transactions of the ASCE 116, 1951.
   *
   * @param changes returns, not prices; not modified
   * @param sizes the lengths of blocks, at least two different ones, each at least 4 and at most
   *     the length; not modified
   */
  public static HurstExponent rescaledRange(double[] changes, int... sizes) {
    double[][] points = ranges(changes, sizes);
    return line(points[0], points[1]);
  }

  /**
   * Estimates like {@link #rescaledRange} after subtracting the range that Anis and Lloyd expect of
   * independent normal numbers, which short blocks overstate: {@code 0.5 +} the slope of what is
   * left. Source: A. Anis and E. Lloyd, Biometrika 63, 1976.
   */
  public static HurstExponent correctedRescaledRange(double[] changes, int... sizes) {
    double[][] points = ranges(changes, sizes);
    for (int i = 0; i < sizes.length; i++) {
      points[1][i] -= StrictMath.log(expectedRange(sizes[i]));
    }
    HurstExponent left = line(points[0], points[1]);
    return new HurstExponent(0.5 + left.exponent, left.intercept);
  }

  /**
   * Estimates by detrended fluctuation analysis: the root mean square of what linear trends leave
   * of the partial sums in non-overlapping boxes. Source: C. Peng et al., Physical Review E 49,
   * 1994.
   *
   * @param changes returns, not prices; not modified
   * @param sizes the lengths of boxes, as for {@link #rescaledRange}
   */
  public static HurstExponent detrendedFluctuation(double[] changes, int... sizes) {
    checkSizes(changes, sizes);
    double[] profile = Samples.demeaned(changes);
    for (int i = 1; i < profile.length; i++) {
      profile[i] += profile[i - 1];
    }
    double[] x = new double[sizes.length];
    double[] y = new double[sizes.length];
    double[] box = new double[profile.length];
    for (int i = 0; i < sizes.length; i++) {
      int size = sizes[i];
      int boxes = profile.length / size;
      double sum = 0;
      for (int b = 0; b < boxes; b++) {
        Kpss.residuals(profile, b * size, (b + 1) * size, true, box);
        sum += Samples.lagged(box, 0, size, 0);
      }
      x[i] = StrictMath.log(size);
      y[i] = StrictMath.log(Math.sqrt(sum / (boxes * (double) size)));
    }
    return line(x, y);
  }

  /**
   * Estimates by the standard deviations of differences over {@code first} to {@code last} steps.
   *
   * @param levels logarithms of prices; not modified
   */
  public static HurstExponent differences(double[] levels, int first, int last) {
    if (first < 1 || last <= first) {
      throw new IllegalArgumentException(
          "steps must be from at least 1 upwards, were %d to %d".formatted(first, last));
    }
    Samples.check(levels, last + 3, "levels");
    double[] x = new double[last - first + 1];
    double[] y = new double[x.length];
    double[] change = new double[levels.length];
    for (int i = 0; i < x.length; i++) {
      int lag = first + i;
      int n = levels.length - lag;
      for (int t = 0; t < n; t++) {
        change[t] = levels[t + lag] - levels[t];
      }
      double mean = Samples.mean(change, 0, n);
      double squares = 0;
      for (int t = 0; t < n; t++) {
        squares = Math.fma(change[t] - mean, change[t] - mean, squares);
      }
      x[i] = StrictMath.log(lag);
      y[i] = StrictMath.log(Math.sqrt(squares / n));
    }
    return line(x, y);
  }

  /** Returns the lengths 8, 16, 32 and so on up to a quarter of a series' length. */
  public static int[] usualSizes(int length) {
    int count = 0;
    while (8L << count <= length / 4) {
      count++;
    }
    int[] sizes = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = 8 << i;
    }
    return sizes;
  }

  private static double[][] ranges(double[] changes, int[] sizes) {
    checkSizes(changes, sizes);
    double[][] points = new double[2][sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      points[0][i] = StrictMath.log(sizes[i]);
      points[1][i] = StrictMath.log(meanRange(changes, 0, changes.length, sizes[i]));
    }
    return points;
  }

  /** Returns the mean rescaled range of blocks that vary, {@code NaN} if none does. */
  static double meanRange(double[] x, int from, int to, int size) {
    int blocks = (to - from) / size;
    double sum = 0;
    int counted = 0;
    for (int b = 0; b < blocks; b++) {
      int start = from + b * size;
      double mean = Samples.mean(x, start, start + size);
      double partial = 0;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double squares = 0;
      for (int i = start; i < start + size; i++) {
        double d = x[i] - mean;
        partial += d;
        squares = Math.fma(d, d, squares);
        low = Math.min(low, partial);
        high = Math.max(high, partial);
      }
      if (squares > 0) {
        sum += (high - low) / Math.sqrt(squares / size);
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : sum / counted;
  }

  /** Returns the rescaled range that independent normal numbers have on average. */
  static double expectedRange(int size) {
    double sum = 0;
    for (int i = 1; i < size; i++) {
      sum += Math.sqrt((size - i) / (double) i);
    }
    double ratio = StrictMath.exp(Gamma.logGamma((size - 1) / 2.0) - Gamma.logGamma(size / 2.0));
    return ratio / Math.sqrt(Math.PI) * sum;
  }

  private static HurstExponent line(double[] x, double[] y) {
    double slope = slope(x, y);
    double mx = Samples.mean(x, 0, x.length);
    double my = Samples.mean(y, 0, y.length);
    return new HurstExponent(slope, my - slope * mx);
  }

  static double slope(double[] x, double[] y) {
    double mx = Samples.mean(x, 0, x.length);
    double my = Samples.mean(y, 0, y.length);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx = Math.fma(x[i] - mx, x[i] - mx, xx);
      xy = Math.fma(x[i] - mx, y[i] - my, xy);
    }
    return xy / xx;
  }

  private static void checkSizes(double[] x, int[] sizes) {
    Samples.check(x, 8, "changes");
    if (java.util.Arrays.stream(sizes).distinct().count() < 2) {
      throw new IllegalArgumentException("there must be at least 2 sizes, were " + sizes.length);
    }
    for (int size : sizes) {
      if (size < 4 || size > x.length) {
        throw new IllegalArgumentException(
            "sizes must be within [4, %d], was %d".formatted(x.length, size));
      }
    }
  }
}
