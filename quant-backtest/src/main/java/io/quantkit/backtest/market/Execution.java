package io.quantkit.backtest.market;

import io.quantkit.core.order.Fill;

/**
 * A fill of the simulated market, and what it cost in the account's currency.
 *
 * <p>{@code spread + slippage} is how much worse than the reference price the fill is, rounding to
 * the tick included; where the bar's range did not allow the price to be that much worse, the rest
 * is part of the fill's fee, so that the total never falls short of the configured costs.
 *
 * @param fill what was executed
 * @param referencePrice the price in the data that the execution is based on
 * @param commission the commission, part of the fill's fee
 * @param spread the cost of the spread
 * @param slippage the cost of slippage and of rounding to the tick
 */
public record Execution(
    Fill fill, double referencePrice, double commission, double spread, double slippage) {

  /** Returns everything that this execution cost. */
  public double total() {
    return commission + spread + slippage;
  }
}
