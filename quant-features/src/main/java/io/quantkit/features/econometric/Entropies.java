package io.quantkit.features.econometric;

import java.util.Arrays;

/** Measures of disorder and complexity of a series. Entropies are in nats unless they say so. */
public final class Entropies {
  private Entropies() {}

  /**
   * Returns Shannon's entropy of the counts in {@code bins} cells of equal width between the
   * extremes: within [0, ln(bins)], 0 for numbers without variation.
   */
  public static double shannon(double[] x, int bins) {
    Samples.check(x, 1, "x");
    Samples.checkAtLeast("bins", bins, 1);
    return shannon(x, 0, x.length, new int[bins], new double[2]);
  }

  static double shannon(double[] x, int from, int to, int[] counts, double[] range) {
    Arrays.fill(counts, 0);
    range(x, from, to, range);
    for (int i = from; i < to; i++) {
      counts[bin(x[i], range[0], range[1], counts.length)]++;
    }
    return ofCounts(counts, to - from);
  }

  /**
   * Returns Bandt and Pompe's permutation entropy: of the orders in which {@code order} successive
   * numbers come, over its largest value {@code ln(order!)}; within [0, 1]. Of equal numbers the
   * earlier one counts as smaller. Source: Physical Review Letters 88, 2002.
   *
   * @param order how many numbers make a pattern, from 2 to 7
   */
  public static double permutation(double[] x, int order) {
    if (order < 2 || order > 7) {
      throw new IllegalArgumentException("order must be within [2, 7], was " + order);
    }
    Samples.check(x, order, "x");
    return permutation(x, 0, x.length, order, new int[factorial(order)]);
  }

  static double permutation(double[] x, int from, int to, int order, int[] counts) {
    Arrays.fill(counts, 0);
    int patterns = to - from - order + 1;
    for (int t = from; t < from + patterns; t++) {
      int code = 0;
      for (int i = 0; i < order; i++) {
        int smaller = 0;
        for (int j = i + 1; j < order; j++) {
          smaller += x[t + j] < x[t + i] ? 1 : 0;
        }
        code = code * (order - i) + smaller;
      }
      counts[code]++;
    }
    return Math.min(1, ofCounts(counts, patterns) / StrictMath.log(counts.length));
  }

  static int factorial(int n) {
    int product = 1;
    for (int i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }

  /**
   * Returns Richman and Moorman's sample entropy {@code -ln(A / B)}: of the pairs of stretches of
   * {@code m} numbers that agree within {@code tolerance} everywhere ({@code B}), the share that
   * also agrees in the next number. Infinite if none does, {@code NaN} if there are no such pairs.
   * Takes {@code O(n^2)}. Source: American Journal of Physiology 278, 2000.
   *
   * @param m the length of stretches, at least 1; usually 2
   * @param tolerance at least 0; usually 0.2 standard deviations
   */
  public static double sample(double[] x, int m, double tolerance) {
    checkStretches(x, m, tolerance);
    return sample(x, 0, x.length, m, tolerance);
  }

  static double sample(double[] x, int from, int to, int m, double tolerance) {
    int last = to - m;
    long matches = 0;
    long longer = 0;
    for (int i = from; i < last; i++) {
      for (int j = i + 1; j < last; j++) {
        if (agree(x, i, j, m, tolerance)) {
          matches++;
          longer += Math.abs(x[i + m] - x[j + m]) <= tolerance ? 1 : 0;
        }
      }
    }
    return matches == 0 ? Double.NaN : StrictMath.log((double) matches / longer);
  }

  /**
   * Returns Pincus' approximate entropy {@code phi(m) - phi(m + 1)}, where {@code phi} is the mean
   * logarithm of the share of stretches that agree with one, itself included; at least 0 in theory.
   * Takes {@code O(n^2)}. Source: PNAS 88, 1991.
   *
   * @param m the length of stretches, at least 1; usually 2
   * @param tolerance at least 0; usually 0.2 standard deviations
   */
  public static double approximate(double[] x, int m, double tolerance) {
    checkStretches(x, m, tolerance);
    return approximate(x, 0, x.length, m, tolerance);
  }

  static double approximate(double[] x, int from, int to, int m, double tolerance) {
    return phi(x, from, to, m, tolerance) - phi(x, from, to, m + 1, tolerance);
  }

  private static double phi(double[] x, int from, int to, int m, double tolerance) {
    int stretches = to - from - m + 1;
    double sum = 0;
    for (int i = from; i < from + stretches; i++) {
      int count = 0;
      for (int j = from; j < from + stretches; j++) {
        count += agree(x, i, j, m, tolerance) ? 1 : 0;
      }
      sum += StrictMath.log((double) count / stretches);
    }
    return sum / stretches;
  }

  private static boolean agree(double[] x, int i, int j, int m, double tolerance) {
    for (int k = 0; k < m; k++) {
      if (!(Math.abs(x[i + k] - x[j + k]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static void checkStretches(double[] x, int m, double tolerance) {
    Samples.checkAtLeast("m", m, 1);
    Samples.checkAtLeast("tolerance", tolerance, 0);
    Samples.check(x, m + 2, "x");
  }

  /**
   * Returns Lempel and Ziv's complexity: the number of new words in a sequence of symbols, read
   * from left to right, over {@code n / log2(n)}, which random bits have in the limit. Source: A.
   * Lempel and J. Ziv, IEEE Transactions on Information Theory 22, 1976, counted by F. Kaspar and
   * H. Schuster's algorithm, Physical Review A 36, 1987.
   *
   * @param symbols at least 2; not modified
   */
  public static double lempelZiv(int... symbols) {
    if (symbols.length < 2) {
      throw new IllegalArgumentException(
          "there must be at least 2 symbols, were " + symbols.length);
    }
    int n = symbols.length;
    return words(symbols, n) * StrictMath.log(n) / StrictMath.log(2) / n;
  }

  static int words(int[] s, int n) {
    int words = 1;
    int prefix = 1;
    int i = 0;
    int length = 1;
    int longest = 1;
    while (prefix + length <= n) {
      if (s[i + length - 1] == s[prefix + length - 1]) {
        length++;
        continue;
      }
      longest = Math.max(longest, length);
      if (++i == prefix) {
        words++;
        prefix += longest;
        i = 0;
        longest = 1;
      }
      length = 1;
    }
    return length > 1 ? words + 1 : words;
  }

  /**
   * Returns Kontoyiannis' estimate of the entropy rate in bits per symbol from the lengths of the
   * shortest words that did not occur before: the mean over {@code i} of {@code log2(i + 1) /
   * L[i]}, where {@code L[i]} is one more than the longest match of the symbols from {@code i} on
   * within those before, at most {@code i} long. Source: I. Kontoyiannis, P. Algoet, Y. Suhov and
   * A. Wyner, IEEE Transactions on Information Theory 44, 1998, in the expanding form of M. Lopez
   * de Prado, Advances in Financial Machine Learning, 2018, section 18.4.
   *
   * @param symbols at least 4; not modified
   */
  public static double kontoyiannis(int... symbols) {
    if (symbols.length < 4) {
      throw new IllegalArgumentException(
          "there must be at least 4 symbols, were " + symbols.length);
    }
    return kontoyiannis(symbols, symbols.length);
  }

  static double kontoyiannis(int[] s, int n) {
    int points = n / 2;
    double sum = 0;
    for (int i = 1; i <= points; i++) {
      int longest = 0;
      for (int j = 0; j < i; j++) {
        int length = 0;
        while (length < i && i + length < n && s[j + length] == s[i + length]) {
          length++;
        }
        longest = Math.max(longest, length);
      }
      sum += StrictMath.log(i + 1) / (longest + 1);
    }
    return sum / StrictMath.log(2) / points;
  }

  static void range(double[] x, int from, int to, double[] out) {
    double low = x[from];
    double high = x[from];
    for (int i = from + 1; i < to; i++) {
      low = Math.min(low, x[i]);
      high = Math.max(high, x[i]);
    }
    out[0] = low;
    out[1] = high;
  }

  /** Returns the cell of a number; the last one includes its upper end. */
  static int bin(double x, double low, double high, int bins) {
    if (!(high > low)) {
      return bins / 2;
    }
    return Math.min(bins - 1, (int) ((x - low) / (high - low) * bins));
  }

  private static double ofCounts(int[] counts, double n) {
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        sum -= count / n * StrictMath.log(count / n);
      }
    }
    return Math.max(0, sum);
  }
}
