package io.quantkit.examples;

import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;

/** Buys everything that can be traded once, in equal parts, and keeps it. */
final class BuyAndHold implements Strategy {
  private boolean bought;

  @Override
  public void onBars(StrategyContext context, BarSlice bars) {
    if (!bought) {
      bought = EqualParts.trade(context, bars);
    }
  }
}
