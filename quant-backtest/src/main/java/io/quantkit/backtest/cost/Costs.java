package io.quantkit.backtest.cost;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;

/**
 * What executions cost in one run. Symbols are told by their column.
 *
 * <p>{@link #onBars} is called after orders were matched against the bars, so whatever a model
 * learns from bars was known when the next bars began. Times never decrease.
 */
public interface Costs {

  /** Sees bars that orders have been matched against. */
  default void onBars(BarSlice bars) {}

  /** Sees a corporate action at its ex time: prices and volumes before it no longer compare. */
  default void onAction(CorporateAction action) {}

  /**
   * Returns half the quoted spread as a fraction of the price, at least 0.
   *
   * @param time when the execution takes place, in epoch nanoseconds
   * @param reference the price in the data
   */
  default double halfSpread(int symbol, long time, double reference) {
    return 0;
  }

  /**
   * Returns by which fraction of the reference price an order that takes liquidity executes worse
   * than the reference and half the spread. Negative if what was executed before has moved the
   * price in its favour.
   *
   * @param quantity the units about to be executed, positive
   * @param volume the units traded in the bar of the execution, {@code NaN} if nobody tells
   */
  default double slippage(
      int symbol, Side side, double quantity, double reference, double volume, long time) {
    return 0;
  }

  /**
   * Returns commission and fees of an execution that counts for itself, in the instrument's
   * currency; negative for a rebate.
   *
   * @param taking whether the order took liquidity
   */
  default Decimal fees(
      int symbol, Side side, Decimal quantity, Decimal price, boolean taking, long time) {
    return Decimal.ZERO;
  }

  /**
   * Returns commission and fees of an execution of an order, for what is charged by the order.
   *
   * @param order whose execution it is
   */
  default Decimal fees(
      ClientOrderId order,
      int symbol,
      Side side,
      Decimal quantity,
      Decimal price,
      boolean taking,
      long time) {
    return fees(symbol, side, quantity, price, taking, time);
  }

  /**
   * Learns of an execution, which may move later prices. Called once for each, after its price and
   * its fees were asked for.
   */
  default void onFill(
      int symbol, Side side, double quantity, double price, double volume, long time) {}
}
