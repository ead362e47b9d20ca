package io.quantkit.backtest.account;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Side;

/**
 * A market order that the broker places in the account's name because its equity is too small.
 *
 * @param symbol what is sold, or bought back
 * @param side {@code SELL} to close a long position, {@code BUY} to cover a short one
 * @param quantity how many units, positive and in whole lots
 * @param reason the requirement that is not met, in words
 */
public record Liquidation(Symbol symbol, Side side, Decimal quantity, String reason) {

  public Liquidation {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException(
          "quantity of " + symbol + " must be positive, was " + quantity);
    }
  }
}
