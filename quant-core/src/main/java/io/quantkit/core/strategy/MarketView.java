package io.quantkit.core.strategy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;

/** What is known of the market at this moment. Belongs to the engine's thread. */
public interface MarketView {

  /** Returns the time, in epoch nanoseconds. */
  long now();

  /** Returns the instruments. */
  Universe universe();

  /** Returns the last known price of a symbol, {@code NaN} if there is none yet. */
  double lastPrice(Symbol symbol);
}
