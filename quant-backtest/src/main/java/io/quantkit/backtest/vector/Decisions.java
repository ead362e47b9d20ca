package io.quantkit.backtest.vector;

/** A plan in one run. */
@FunctionalInterface
interface Decisions {

  /** Places the orders that are decided when a row is known. */
  void decide(int row);
}
