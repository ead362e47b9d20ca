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

  /**
   * Returns what one unit of the currency of a symbol's prices is worth in the account's own: 1
   * unless the account has several currencies, {@code NaN} while no rate is known.
   */
  default double rate(Symbol symbol) {
    return 1;
  }

  /**
   * Returns what one unit of a symbol is worth in the account's currency at the last known price,
   * {@code NaN} if that is not known.
   */
  default double unitValue(Symbol symbol) {
    return lastPrice(symbol) * rate(symbol);
  }
}
