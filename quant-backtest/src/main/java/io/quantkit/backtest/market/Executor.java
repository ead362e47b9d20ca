package io.quantkit.backtest.market;

import io.quantkit.core.math.Decimal;

/** Is told by a matcher what is executed: makes the fill, charges for it and reports it. */
@FunctionalInterface
interface Executor {

  /**
   * Executes a part of an order or all that is left.
   *
   * @param reference the price in the data that the execution is based on
   * @param price the execution price, on the instrument's tick and within the order's limit
   * @param taking whether the order takes liquidity
   * @param time when, in epoch nanoseconds
   */
  void execute(
      WorkingOrder order,
      double reference,
      Decimal price,
      Decimal quantity,
      boolean taking,
      long time);
}
