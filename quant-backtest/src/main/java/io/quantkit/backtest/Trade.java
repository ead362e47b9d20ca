package io.quantkit.backtest;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.order.Side;

/**
 * A round trip: units that were bought and sold again, or sold short and bought back, matched first
 * in, first out.
 *
 * @param symbol what was traded
 * @param side {@code BUY} for a long trade, {@code SELL} for a short one
 * @param quantity the units
 * @param entryTime when they were acquired, in epoch nanoseconds
 * @param exitTime when they were disposed of, in epoch nanoseconds
 * @param entryPrice the price per unit at entry
 * @param exitPrice the price per unit at exit
 * @param fees the share of both executions' fees
 */
public record Trade(
    Symbol symbol,
    Side side,
    double quantity,
    long entryTime,
    long exitTime,
    double entryPrice,
    double exitPrice,
    double fees) {

  /** Returns the profit after fees, in the account's currency. */
  public double profit() {
    return side.sign() * (exitPrice - entryPrice) * quantity - fees;
  }

  /** Returns the profit after fees as a fraction of the notional at entry. */
  public double profitRate() {
    return profit() / (entryPrice * quantity);
  }
}
