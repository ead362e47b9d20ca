package io.quantkit.core.math;

import java.util.Objects;

/**
 * Mean, variance, skewness and kurtosis of an array.
 *
 * <p>Every function gives {@code NaN} if a value is {@code NaN} or there are too few of them; leave
 * missing values out beforehand. An infinite value gives an infinite or {@code NaN} mean and {@code
 * NaN} for the rest. Equal values have exactly their common value as mean, a variance of exactly 0
 * and, as there is no shape to speak of, {@code NaN} skewness and kurtosis. Arrays are not
 * modified.
 *
 * <p>All are two-pass algorithms with compensated sums ({@link CompensatedSum}): the mean is
 * corrected by the mean of the deviations from it, the variance by the square of their sum (T. F.
 * Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance", The American
 * Statistician 37 (1983)). {@link MomentAccumulator} computes the same in one pass.
 */
public final class Moments {
  private Moments() {}

  /** Returns the arithmetic mean, {@code NaN} if there are no values. */
  public static double mean(double... values) {
    return mean(values, 0, values.length);
  }

  /**
   * Returns the arithmetic mean of a range, {@code NaN} if it is empty.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double mean(double[] values, int fromInclusive, int toExclusive) {
    int n = toExclusive - fromInclusive;
    double mean = CompensatedSum.of(values, fromInclusive, toExclusive) / n;
    if (!Double.isFinite(mean)) {
      return mean;
    }
    double sum = 0;
    double lost = 0;
    for (int i = fromInclusive; i < toExclusive; i++) {
      double deviation = values[i] - mean;
      double next = sum + deviation;
      lost += CompensatedSum.lost(sum, deviation, next);
      sum = next;
    }
    return mean + CompensatedSum.total(sum, lost) / n;
  }

  /**
   * Returns {@code sum((x - mean)^2) / (n - ddof)}, {@code NaN} unless there are more than {@code
   * ddof} values; never negative.
   *
   * @param ddof what is subtracted from the number of values: 0 for the variance of a population, 1
   *     for the unbiased estimate from a sample
   */
  public static double variance(double[] values, int ddof) {
    return variance(values, 0, values.length, ddof);
  }

  /**
   * Returns {@code sum((x - mean)^2) / (n - ddof)} of a range, {@code NaN} unless there are more
   * than {@code ddof} values; never negative.
   *
   * @param ddof what is subtracted from the number of values: 0 for the variance of a population, 1
   *     for the unbiased estimate from a sample
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double variance(double[] values, int fromInclusive, int toExclusive, int ddof) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    checkDdof(ddof);
    int n = toExclusive - fromInclusive;
    if (n <= ddof) {
      return Double.NaN;
    }
    double mean = mean(values, fromInclusive, toExclusive);
    return squares(values, fromInclusive, toExclusive, mean) / (n - ddof);
  }

  /** Returns the square root of {@link #variance(double[], int)}. */
  public static double standardDeviation(double[] values, int ddof) {
    return Math.sqrt(variance(values, ddof));
  }

  /** Returns the square root of {@link #variance(double[], int, int, int)}. */
  public static double standardDeviation(
      double[] values, int fromInclusive, int toExclusive, int ddof) {
    return Math.sqrt(variance(values, fromInclusive, toExclusive, ddof));
  }

  /**
   * Returns the skewness of a population, {@code g1 = m3 / m2^1.5} with {@code m_k = sum((x -
   * mean)^k) / n}; {@code NaN} if there are no values or all are equal.
   */
  public static double skewness(double... values) {
    return skewness(values, 0, values.length);
  }

  /**
   * Returns the {@linkplain #skewness(double...) population skewness} of a range.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double skewness(double[] values, int fromInclusive, int toExclusive) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    int n = toExclusive - fromInclusive;
    double mean = mean(values, fromInclusive, toExclusive);
    double deviation = Math.sqrt(squares(values, fromInclusive, toExclusive, mean) / n);
    double sum = 0;
    double lost = 0;
    for (int i = fromInclusive; i < toExclusive; i++) {
      double z = (values[i] - mean) / deviation;
      double cube = z * z * z;
      double next = sum + cube;
      lost += CompensatedSum.lost(sum, cube, next);
      sum = next;
    }
    return CompensatedSum.total(sum, lost) / n;
  }

  /**
   * Returns the skewness of a population estimated from a sample, {@code G1 = g1 * sqrt(n * (n -
   * 1)) / (n - 2)}, as spreadsheets, SAS and pandas have it; {@code NaN} if there are fewer than 3
   * values or all are equal. (D. N. Joanes, C. A. Gill, "Comparing measures of sample skewness and
   * kurtosis", The Statistician 47 (1998).)
   */
  public static double sampleSkewness(double... values) {
    return sampleSkewness(values, 0, values.length);
  }

  /**
   * Returns the {@linkplain #sampleSkewness(double...) sample skewness} of a range.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double sampleSkewness(double[] values, int fromInclusive, int toExclusive) {
    return sampleSkewness(
        skewness(values, fromInclusive, toExclusive), toExclusive - fromInclusive);
  }

  /**
   * Returns the excess kurtosis of a population, {@code g2 = m4 / m2^2 - 3}: 0 for a normal
   * distribution; {@code NaN} if there are no values or all are equal.
   */
  public static double excessKurtosis(double... values) {
    return excessKurtosis(values, 0, values.length);
  }

  /**
   * Returns the {@linkplain #excessKurtosis(double...) population excess kurtosis} of a range.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double excessKurtosis(double[] values, int fromInclusive, int toExclusive) {
    return kurtosis(values, fromInclusive, toExclusive) - 3;
  }

  /**
   * Returns the excess kurtosis of a population estimated from a sample, {@code G2 = (n - 1) / ((n
   * - 2) * (n - 3)) * ((n + 1) * g2 + 6)}, as spreadsheets, SAS and pandas have it; {@code NaN} if
   * there are fewer than 4 values or all are equal. (Joanes and Gill 1998.)
   */
  public static double sampleExcessKurtosis(double... values) {
    return sampleExcessKurtosis(values, 0, values.length);
  }

  /**
   * Returns the {@linkplain #sampleExcessKurtosis(double...) sample excess kurtosis} of a range.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double sampleExcessKurtosis(double[] values, int fromInclusive, int toExclusive) {
    return sampleExcessKurtosis(
        excessKurtosis(values, fromInclusive, toExclusive), toExclusive - fromInclusive);
  }

  /**
   * Returns the raw kurtosis of a population, {@code m4 / m2^2}: 3 for a normal distribution;
   * {@code NaN} if there are no values or all are equal.
   */
  public static double kurtosis(double... values) {
    return kurtosis(values, 0, values.length);
  }

  /**
   * Returns the {@linkplain #kurtosis(double...) raw kurtosis} of a range.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double kurtosis(double[] values, int fromInclusive, int toExclusive) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    int n = toExclusive - fromInclusive;
    double mean = mean(values, fromInclusive, toExclusive);
    double deviation = Math.sqrt(squares(values, fromInclusive, toExclusive, mean) / n);
    double sum = 0;
    double lost = 0;
    for (int i = fromInclusive; i < toExclusive; i++) {
      double z = (values[i] - mean) / deviation;
      double fourth = (z * z) * (z * z);
      double next = sum + fourth;
      lost += CompensatedSum.lost(sum, fourth, next);
      sum = next;
    }
    return CompensatedSum.total(sum, lost) / n;
  }

  static double sampleSkewness(double skewness, double n) {
    return n < 3 ? Double.NaN : skewness * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  static double sampleExcessKurtosis(double excessKurtosis, double n) {
    return n < 4 ? Double.NaN : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excessKurtosis + 6);
  }

  static void checkDdof(int ddof) {
    if (ddof < 0) {
      throw new IllegalArgumentException("ddof must be at least 0, was " + ddof);
    }
  }

  /** Returns the sum of the squared deviations from the mean; never negative. */
  static double squares(double[] values, int fromInclusive, int toExclusive, double mean) {
    double sum = 0;
    double lost = 0;
    double deviations = 0;
    for (int i = fromInclusive; i < toExclusive; i++) {
      double deviation = values[i] - mean;
      double square = deviation * deviation;
      double next = sum + square;
      lost += CompensatedSum.lost(sum, square, next);
      sum = next;
      deviations += deviation;
    }
    double correction = deviations * deviations / (toExclusive - fromInclusive);
    return Math.max(0, sum + (lost - correction));
  }
}
