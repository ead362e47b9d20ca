package io.quantkit.backtest.cost;

import io.quantkit.core.order.Side;

/** A spread and a slippage that are always the same; learns nothing. */
record FixedCosts(double halfSpread, double slippage) implements Costs {

  @Override
  public double halfSpread(int symbol, long time, double reference) {
    return halfSpread;
  }

  @Override
  public double slippage(
      int symbol, Side side, double quantity, double reference, double volume, long time) {
    return slippage;
  }
}
