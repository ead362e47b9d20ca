package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Trade;
import java.util.List;

/** A recipe for trades without a book behind them, whose parameters an estimator should find. */
public interface TradeModel {

  /**
   * Returns a sequence of trades at equal distances in time, each with its true aggressor.
   *
   * @param count how many, at least 0
   * @param from when the first one happens, in epoch nanoseconds UTC
   * @param nanosBetween the time from one to the next, at least 0
   * @param seed what the randomness grows from
   * @throws IllegalStateException if the price leaves the positive numbers
   */
  List<Trade> trades(int count, long from, long nanosBetween, long seed);
}
