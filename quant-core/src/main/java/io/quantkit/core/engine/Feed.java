package io.quantkit.core.engine;

import io.quantkit.core.action.CorporateActions;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.series.Panel;
import java.util.List;

/** Delivers what happens on markets, oldest first, each thing no earlier than it is known. */
public interface Feed {

  /** Returns every symbol that may be delivered. */
  Symbols symbols();

  /**
   * Returns a time before which nothing that is delivered happened: where an engine's clock starts.
   */
  long startTime();

  /** Returns when the next thing is known, {@link Long#MAX_VALUE} at the end; never decreases. */
  long nextTime();

  /**
   * Shows the next thing and goes on behind it.
   *
   * @throws java.util.NoSuchElementException at the end
   */
  void next(MarketReceiver receiver);

  /** Returns how many things are still to come, -1 if nobody knows; for progress. */
  default long remaining() {
    return -1;
  }

  /** Returns a feed of the rows of a panel. */
  static Feed replay(Panel panel) {
    return new PanelFeed(panel);
  }

  /**
   * Returns a feed of the quotes of a symbol.
   *
   * @param quotes in the order in which they became known
   * @throws IllegalArgumentException if they are not
   */
  static Feed quotes(Symbol symbol, List<Quote> quotes) {
    return new RecordFeed<>("quotes", symbol, quotes, MarketReceiver::onQuote);
  }

  /**
   * Returns a feed of the executions in a symbol.
   *
   * @param trades in the order in which they became known
   * @throws IllegalArgumentException if they are not
   */
  static Feed trades(Symbol symbol, List<Trade> trades) {
    return new RecordFeed<>("trades", symbol, trades, MarketReceiver::onTrade);
  }

  /**
   * Returns a feed of the order book of a symbol.
   *
   * @param books in the order in which they became known
   * @throws IllegalArgumentException if they are not
   */
  static Feed books(Symbol symbol, List<BookSnapshot> books) {
    return new RecordFeed<>("books", symbol, books, MarketReceiver::onBook);
  }

  /**
   * Returns a feed of what happens to each order in the book of a symbol.
   *
   * @param orders in the order in which they became known
   * @throws IllegalArgumentException if they are not
   */
  static Feed bookOrders(Symbol symbol, List<BookOrder> orders) {
    return new RecordFeed<>("book orders", symbol, orders, MarketReceiver::onBookOrder);
  }

  /**
   * Returns a feed of what the auctions of a symbol say.
   *
   * @param auctions in the order in which they became known
   * @throws IllegalArgumentException if they are not
   */
  static Feed auctions(Symbol symbol, List<Auction> auctions) {
    return new RecordFeed<>("auctions", symbol, auctions, MarketReceiver::onAuction);
  }

  /**
   * Returns a feed of when a symbol begins and stops to trade.
   *
   * @param statuses in the order in which they became known
   * @throws IllegalArgumentException if they are not
   */
  static Feed statuses(Symbol symbol, List<TradingStatus> statuses) {
    return new RecordFeed<>("statuses", symbol, statuses, MarketReceiver::onStatus);
  }

  /**
   * Returns a feed of corporate actions in a range of times. Each comes once, at its ex time and as
   * it was known then; one of which nobody knew before comes when it became known, and one that was
   * called off before does not come.
   *
   * @param symbols whose actions are delivered, by the names they are stated under
   * @param fromInclusive the first time, in epoch nanoseconds: where the other feeds begin
   * @param toExclusive the end of the times
   */
  static Feed actions(
      Symbols symbols, CorporateActions actions, long fromInclusive, long toExclusive) {
    return new ActionFeed(symbols, actions, fromInclusive, toExclusive);
  }

  /**
   * Returns everything that several feeds deliver, by time; what is known at the same time comes in
   * the order of the feeds. Put corporate actions before ticks, ticks before bars, and short bars
   * before long ones; an engine lets bars that end at an ex time come before the action all the
   * same.
   */
  static Feed merge(Feed... feeds) {
    return new MergedFeed(List.of(feeds));
  }
}
