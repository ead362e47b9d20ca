package io.quantkit.backtest.report;

/**
 * The mean forward return of the instruments that a score put into each quantile, lowest scores
 * first. A useful score makes it rise from the first to the last.
 */
public final class QuantileReturns {
  private final NamedSeries means;

  private QuantileReturns(NamedSeries means) {
    this.means = means;
  }

  /**
   * Returns the given means.
   *
   * @param name the factor or model
   * @param meanReturns a fraction per quantile and period, lowest scores first; not modified, not
   *     kept
   */
  public static QuantileReturns copyOf(String name, double[] meanReturns) {
    return new QuantileReturns(NamedSeries.copyOf(name, meanReturns));
  }

  /** Returns the factor or model. */
  public String name() {
    return means.name();
  }

  /** Returns how many quantiles there are. */
  public int size() {
    return means.size();
  }

  /** Returns the mean return of a quantile, counted from 0, the lowest scores. */
  public double meanReturn(int quantile) {
    return means.value(quantile);
  }

  double[] raw() {
    return means.raw();
  }
}
