package io.quantkit.features.evaluation;

import io.quantkit.core.math.Moments;
import java.util.Arrays;

/**
 * What information coefficients amount to over time.
 *
 * @param periods how many periods have one
 * @param mean their mean; {@code NaN} of none
 * @param deviation their standard deviation, {@code ddof = 1}; {@code NaN} of fewer than two
 * @param ratio the information ratio per period, {@code mean / deviation}, not annualized
 * @param tStatistic {@code ratio * sqrt(periods)}; too large where labels overlap, because then the
 *     periods are not independent
 * @param hitRate the share of periods in which it is positive
 */
public record IcSummary(
    int periods, double mean, double deviation, double ratio, double tStatistic, double hitRate) {

  static IcSummary of(double[] coefficients) {
    double[] known = Arrays.stream(coefficients).filter(c -> !Double.isNaN(c)).toArray();
    double mean = Moments.mean(known);
    double deviation = Moments.standardDeviation(known, 1);
    double ratio = mean / deviation;
    long hits = Arrays.stream(known).filter(c -> c > 0).count();
    return new IcSummary(
        known.length,
        mean,
        deviation,
        ratio,
        ratio * Math.sqrt(known.length),
        known.length == 0 ? Double.NaN : hits / (double) known.length);
  }

  /**
   * Returns the information ratio per year, {@code ratio * sqrt(periodsPerYear)}.
   *
   * @param periodsPerYear how many periods a year has, positive
   */
  public double annualRatio(double periodsPerYear) {
    return ratio * Math.sqrt(periodsPerYear);
  }
}
