package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;

/** How a trade is told to be a buy or a sell. */
public enum TradeSign {
  /**
   * By the tick rule: a buy if the price is above that of the trade before, a sell if below, else
   * what the trade before was. Trades before the first change of price are neither.
   *
   * <p>Source: M. López de Prado, "Advances in Financial Machine Learning" (2018), section 2.3.2.
   */
  TICK_RULE,

  /** By who crossed the spread, where the source tells; else by the tick rule. */
  AGGRESSOR;

  /**
   * Returns +1 for a buy, -1 for a sell, 0 for neither.
   *
   * @param byTick what the tick rule says
   */
  int of(Aggressor aggressor, int byTick) {
    return this == AGGRESSOR && aggressor != Aggressor.UNKNOWN ? aggressor.sign() : byTick;
  }
}
