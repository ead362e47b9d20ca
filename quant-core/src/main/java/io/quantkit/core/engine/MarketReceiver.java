package io.quantkit.core.engine;

import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.series.BarSlice;

/** Is shown what happens on markets, each thing when it is known. */
@FunctionalInterface
public interface MarketReceiver {

  /** Sees the bars that have just become known together. */
  void onBars(BarSlice bars);

  /** Sees a new best bid and offer. */
  default void onQuote(Symbol symbol, Quote quote) {}

  /** Sees an execution. */
  default void onTrade(Symbol symbol, Trade trade) {}

  /** Sees the best levels of an order book. */
  default void onBook(Symbol symbol, BookSnapshot book) {}

  /** Sees what happens to one order of an order book. */
  default void onBookOrder(Symbol symbol, BookOrder order) {}

  /** Sees a message of an auction. */
  default void onAuction(Symbol symbol, Auction auction) {}

  /** Sees that an instrument begins or stops to trade. */
  default void onStatus(Symbol symbol, TradingStatus status) {}

  /** Sees a corporate action at its ex time, before anything traded without the right to it. */
  default void onAction(CorporateAction action) {}
}
