package io.quantkit.core.math;

/**
 * Mean, variance, skewness and kurtosis of the values seen so far, in one pass.
 *
 * <p>Definitions and {@code NaN} behaviour are those of {@link Moments}: one {@code NaN} or
 * infinity and every answer is {@code NaN} until {@link #reset()}. Accumulators of parts can be
 * merged. The results agree with those of {@link Moments} up to rounding, which for values far from
 * 0 compared with their spread is larger here. An accumulator belongs to one thread.
 *
 * <p>Source: P. Pebay, "Formulas for robust, one-pass parallel computation of covariances and
 * arbitrary-order statistical moments", Sandia report SAND2008-6212 (2008); for the variance this
 * is Welford's update (1962).
 */
public final class MomentAccumulator {
  private long count;
  private double mean;
  private double m2;
  private double m3;
  private double m4;

  /** Starts without values. */
  public MomentAccumulator() {}

  /** Takes the next value. */
  public void add(double value) {
    double before = count;
    count++;
    double n = count;
    double delta = value - mean;
    double step = delta / n;
    double step2 = step * step;
    double square = delta * step * before;
    m4 += square * step2 * (n * n - 3 * n + 3) + 6 * step2 * m2 - 4 * step * m3;
    m3 += square * step * (n - 2) - 3 * step * m2;
    m2 += square;
    mean += step;
  }

  /**
   * Takes all the values of another accumulator.
   *
   * @param other not modified
   */
  public void add(MomentAccumulator other) {
    if (other.count == 0) {
      return;
    }
    double a = count;
    double b = other.count;
    double n = a + b;
    double delta = other.mean - mean;
    double step = delta / n;
    double square = delta * step * a * b;
    double newM4 =
        m4
            + other.m4
            + square * step * step * (a * a - a * b + b * b)
            + 6 * step * step * (a * a * other.m2 + b * b * m2)
            + 4 * step * (a * other.m3 - b * m3);
    double newM3 = m3 + other.m3 + square * step * (a - b) + 3 * step * (a * other.m2 - b * m2);
    m2 = m2 + other.m2 + square;
    m3 = newM3;
    m4 = newM4;
    mean += b * step;
    count += other.count;
  }

  /** Forgets all values. */
  public void reset() {
    count = 0;
    mean = 0;
    m2 = 0;
    m3 = 0;
    m4 = 0;
  }

  /** Returns how many values were taken. */
  public long count() {
    return count;
  }

  /** Returns the arithmetic mean, {@code NaN} before the first value. */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /**
   * Returns {@code sum((x - mean)^2) / (n - ddof)}, {@code NaN} unless there are more than {@code
   * ddof} values; never negative.
   *
   * @param ddof what is subtracted from the number of values: 0 for the variance of a population, 1
   *     for the unbiased estimate from a sample
   */
  public double variance(int ddof) {
    Moments.checkDdof(ddof);
    return count <= ddof ? Double.NaN : m2 / (count - ddof);
  }

  /** Returns the square root of the {@linkplain #variance(int) variance}. */
  public double standardDeviation(int ddof) {
    return Math.sqrt(variance(ddof));
  }

  /** Returns what {@link Moments#skewness(double...)} defines. */
  public double skewness() {
    return m3 / count / (m2 / count * Math.sqrt(m2 / count));
  }

  /** Returns what {@link Moments#sampleSkewness(double...)} defines. */
  public double sampleSkewness() {
    return Moments.sampleSkewness(skewness(), (double) count);
  }

  /** Returns what {@link Moments#kurtosis(double...)} defines. */
  public double kurtosis() {
    return m4 / count / (m2 / count * (m2 / count));
  }

  /** Returns what {@link Moments#excessKurtosis(double...)} defines. */
  public double excessKurtosis() {
    return kurtosis() - 3;
  }

  /** Returns what {@link Moments#sampleExcessKurtosis(double...)} defines. */
  public double sampleExcessKurtosis() {
    return Moments.sampleExcessKurtosis(excessKurtosis(), (double) count);
  }
}
