package io.quantkit.core.math;

/**
 * Means and central moments of samples.
 *
 * <p>Two passes: the mean by compensated summation, then the moments around it, with the
 * first-order correction of the mean's own rounding (Chan, Golub and LeVeque, Algorithms for
 * computing the sample variance, The American Statistician 37, 1983). A {@code NaN} value makes
 * every result {@code NaN}; so does a sample that is too small for the statistic.
 */
public final class Moments {

  private Moments() {}

  /** Returns the arithmetic mean, {@code NaN} of nothing. */
  public static double mean(double... values) {
    return CompensatedSum.of(values) / values.length;
  }

  /**
   * Returns the variance: the sum of squared deviations from the mean over {@code n - ddof}.
   *
   * @param ddof 1 for the unbiased sample variance, 0 for that of the population
   * @return at least 0; {@code NaN} unless there are more than {@code ddof} values
   */
  public static double variance(double[] values, int ddof) {
    if (ddof < 0) {
      throw new IllegalArgumentException("ddof must be at least 0, was " + ddof);
    }
    if (values.length <= ddof) {
      return Double.NaN;
    }
    double mean = mean(values);
    CompensatedSum squares = new CompensatedSum();
    CompensatedSum deviations = new CompensatedSum();
    for (double value : values) {
      double deviation = value - mean;
      squares.add(deviation * deviation);
      deviations.add(deviation);
    }
    double rest = deviations.value();
    return Math.max(0, squares.value() - rest * rest / values.length) / (values.length - ddof);
  }

  /** Returns the square root of {@link #variance}. */
  public static double standardDeviation(double[] values, int ddof) {
    return Math.sqrt(variance(values, ddof));
  }

  /**
   * Returns the skewness of the population, {@code m3 / m2^1.5}; {@code NaN} if all values are
   * equal.
   */
  public static double skewness(double... values) {
    double m2 = centralMoment(values, 2);
    return m2 == 0 ? Double.NaN : centralMoment(values, 3) / (m2 * Math.sqrt(m2));
  }

  /**
   * Returns the raw kurtosis of the population, {@code m4 / m2^2}: 3 for a normal distribution;
   * {@code NaN} if all values are equal.
   */
  public static double kurtosis(double... values) {
    double m2 = centralMoment(values, 2);
    return m2 == 0 ? Double.NaN : centralMoment(values, 4) / (m2 * m2);
  }

  /**
   * Returns the skewness corrected for the bias of a sample, {@code G1 = g1 sqrt(n(n-1)) / (n-2)}
   * (Joanes and Gill 1998); {@code NaN} of fewer than 3 values.
   */
  public static double sampleSkewness(double... values) {
    double n = values.length;
    return n < 3 ? Double.NaN : skewness(values) * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  /**
   * Returns the excess kurtosis corrected for the bias of a sample, {@code G2 = ((n+1) g2 + 6)
   * (n-1) / ((n-2)(n-3))} with {@code g2} the excess kurtosis of the population (Joanes and Gill
   * 1998): 0 for a normal distribution; {@code NaN} of fewer than 4 values.
   */
  public static double sampleExcessKurtosis(double... values) {
    double n = values.length;
    double g2 = kurtosis(values) - 3;
    return n < 4 ? Double.NaN : ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
  }

  private static double centralMoment(double[] values, int order) {
    double mean = mean(values);
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      double deviation = value - mean;
      double power = deviation;
      for (int i = 1; i < order; i++) {
        power *= deviation;
      }
      sum.add(power);
    }
    return sum.value() / values.length;
  }
}
