package io.quantkit.backtest.report;

/**
 * What a series of information coefficients says in short.
 *
 * @param periods how many coefficients there are
 * @param mean their mean, {@code NaN} if there are none
 * @param standardDeviation their standard deviation, by the convention of whoever computed it
 * @param tStatistic the t statistic of the mean against zero
 * @param ratio the information ratio of the coefficients: mean over standard deviation
 */
public record IcSummary(
    int periods, double mean, double standardDeviation, double tStatistic, double ratio) {

  public IcSummary {
    if (periods < 0) {
      throw new IllegalArgumentException("periods must be at least 0, was " + periods);
    }
  }
}
