package io.quantkit.backtest;

/**
 * The results of one strategy under three sets of assumptions about executions: the range in which
 * its result lies as far as they decide it.
 *
 * @param optimistic an upper bound: free, unlimited, and right whenever a bar leaves it open
 * @param realistic what a careful trader pays
 * @param pessimistic a lower bound: expensive, thin, and wrong whenever a bar leaves it open
 */
public record BacktestRange(
    BacktestResult optimistic, BacktestResult realistic, BacktestResult pessimistic) {

  /** Returns the total return under each, optimistic first, as fractions of the initial cash. */
  public double[] totalReturns() {
    return new double[] {totalReturn(optimistic), totalReturn(realistic), totalReturn(pessimistic)};
  }

  private static double totalReturn(BacktestResult result) {
    return result.finalEquity().doubleValue() / result.initialCash().doubleValue() - 1;
  }
}
