package io.quantkit.core.strategy;

import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;

/**
 * Decides what to trade. The engine calls it, always on one thread, with what has become known.
 * {@link #onBars} is all that a strategy over bars needs.
 *
 * <p>A strategy must not read a clock or share state with another engine: the same events lead it
 * to the same orders.
 */
@FunctionalInterface
public interface Strategy {

  /** Begins, before the first bar. */
  default void onStart(StrategyContext context) {}

  /** Sees the bars that have just become known together. */
  void onBars(StrategyContext context, BarSlice bars);

  /** Sees a new best bid and offer. */
  default void onQuote(StrategyContext context, Symbol symbol, Quote quote) {}

  /** Sees an execution on the market. */
  default void onTrade(StrategyContext context, Symbol symbol, Trade trade) {}

  /** Sees the best levels of an order book. */
  default void onBook(StrategyContext context, Symbol symbol, BookSnapshot book) {}

  /** Sees what happens to one order, of whomever, in an order book. */
  default void onBookOrder(StrategyContext context, Symbol symbol, BookOrder order) {}

  /** Sees a message of an auction. */
  default void onAuction(StrategyContext context, Symbol symbol, Auction auction) {}

  /** Learns that an instrument begins or stops to trade. */
  default void onStatus(StrategyContext context, Symbol symbol, TradingStatus status) {}

  /** Learns of a corporate action at its ex time; what is held is adjusted already. */
  default void onAction(StrategyContext context, CorporateAction action) {}

  /**
   * Learns that a session of one of the engine's calendars begins; what was known before is known.
   */
  default void onSessionOpen(StrategyContext context, TradingCalendar calendar, Session session) {}

  /** Learns that a session of one of the engine's calendars has ended, after its last bars. */
  default void onSessionClose(StrategyContext context, TradingCalendar calendar, Session session) {}

  /** Learns that an order of its own was executed, in part or whole. */
  default void onFill(StrategyContext context, Fill fill) {}

  /** Learns that the state of an order of its own has changed. */
  default void onOrder(StrategyContext context, Order order) {}

  /** Is called at a time it asked for. */
  default void onTimer(StrategyContext context, String timer) {}

  /** Ends, after the last event. */
  default void onStop(StrategyContext context) {}
}
