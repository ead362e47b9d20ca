package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;

/** Hears what a market publishes, in the order in which it happens. */
public interface TapeListener {

  /** Hears of an execution; an order that meets several resting ones makes several. */
  void trade(Trade trade);

  /** Hears of a change of the best prices or the sizes at them. */
  void quote(Quote quote);

  /** Hears of the state of the book at a moment. */
  void book(BookSnapshot book);
}
