package io.quantkit.backtest.market;

import org.jspecify.annotations.Nullable;

/**
 * The orders of one submission: an entry and the exits that depend on it, or two exits of which one
 * makes the other superfluous.
 */
final class OrderGroup {
  /** The order that must be executed in full before the exits work; null in an OCO. */
  @Nullable WorkingOrder entry;

  @Nullable WorkingOrder takeProfit;
  @Nullable WorkingOrder stopLoss;

  /** Returns the exit beside an exit, null if there is none or the order is the entry. */
  @Nullable WorkingOrder other(WorkingOrder order) {
    if (order == takeProfit) {
      return stopLoss;
    }
    return order == stopLoss ? takeProfit : null;
  }

  boolean isEntry(WorkingOrder order) {
    return order == entry;
  }

  /** Lets an order take the place of another one. */
  void replace(WorkingOrder old, WorkingOrder replacement) {
    if (old == takeProfit) {
      takeProfit = replacement;
    } else if (old == stopLoss) {
      stopLoss = replacement;
    }
  }
}
