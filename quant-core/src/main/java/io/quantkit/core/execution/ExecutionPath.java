package io.quantkit.core.execution;

import java.util.Arrays;

/** A schedule of trades in periods of equal length, and what it is expected to cost. */
public final class ExecutionPath {
  private final double[] holdings;
  private final double tau;
  private final double expectedCost;
  private final double variance;

  /** Keeps the array. */
  ExecutionPath(double[] holdings, double tau, double expectedCost, double variance) {
    this.holdings = holdings;
    this.tau = tau;
    this.expectedCost = expectedCost;
    this.variance = variance;
  }

  /** Returns how many periods there are. */
  public int periods() {
    return holdings.length - 1;
  }

  /** Returns how long a period is, in the caller's unit of time. */
  public double periodLength() {
    return tau;
  }

  /**
   * Returns how many units are left after a number of periods; at 0 all, at the end none.
   *
   * @param afterPeriods 0 to {@link #periods()}
   */
  public double holding(int afterPeriods) {
    return holdings[afterPeriods];
  }

  /**
   * Returns how many units are sold in a period, negative if they are bought.
   *
   * @param period 0 to {@link #periods()} less one
   */
  public double trade(int period) {
    return holdings[period] - holdings[period + 1];
  }

  /** Returns what is left after each number of periods, as a new array. */
  public double[] holdings() {
    return holdings.clone();
  }

  /** Returns what is sold in each period, as a new array. */
  public double[] trades() {
    double[] trades = new double[periods()];
    Arrays.setAll(trades, this::trade);
    return trades;
  }

  /**
   * Returns by how much the proceeds are expected to fall short of the quantity at the first price,
   * in money: the implementation shortfall.
   */
  public double expectedCost() {
    return expectedCost;
  }

  /** Returns the variance of that shortfall, in money squared. */
  public double variance() {
    return variance;
  }

  /**
   * Returns the shortfall that is exceeded with a given probability, if it is normally distributed.
   *
   * @param quantile the standard normal quantile of one less that probability, 1.645 for 5 %
   */
  public double valueAtRisk(double quantile) {
    return expectedCost + quantile * Math.sqrt(variance);
  }

  @Override
  public String toString() {
    return "ExecutionPath of " + Arrays.toString(trades());
  }
}
