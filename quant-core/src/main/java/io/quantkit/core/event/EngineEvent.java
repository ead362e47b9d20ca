package io.quantkit.core.event;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;

/** Something that happened inside an engine. */
public sealed interface EngineEvent {

  /** Returns when the engine learnt of it, in epoch nanoseconds; never decreases. */
  long time();

  /** Bars became known. Strategies have not seen them yet. */
  record BarsClosed(BarSlice bars) implements EngineEvent {
    @Override
    public long time() {
      return bars.knownAt();
    }
  }

  /** A timer that a strategy set has come due. */
  record TimerFired(long time, String strategy, String timer) implements EngineEvent {}

  /** An order was created or its state changed; {@code order} is the state afterwards. */
  record OrderChanged(long time, String strategy, Order order) implements EngineEvent {}

  /**
   * A check did not let an order pass unchanged.
   *
   * @param check the name of the check
   * @param code a stable, machine-readable reason
   * @param reason the same for people, with the numbers
   * @param allowed the quantity that remains, zero if the order was rejected
   */
  record OrderChecked(
      long time,
      ClientOrderId orderId,
      Symbol symbol,
      String check,
      String code,
      String reason,
      Decimal allowed)
      implements EngineEvent {}

  /** An execution was booked. */
  record Filled(long time, String strategy, Fill fill) implements EngineEvent {}

  /**
   * Everything that a moment's bars led to has been done.
   *
   * @param equity cash plus the value of all positions at the last prices
   * @param cash settled and unsettled cash
   */
  record Settled(long time, Decimal equity, Decimal cash) implements EngineEvent {}

  /**
   * A quote, trade, book, auction or status became known. Strategies have not seen it yet.
   *
   * @param time when the engine learnt of it
   */
  record MarketChanged(long time, Symbol symbol, MarketRecord record) implements EngineEvent {}

  /** A corporate action went ex; what is held has been adjusted. */
  record ActionApplied(long time, CorporateAction action) implements EngineEvent {}

  /** The broker credited or charged money outside of any execution, and it was booked. */
  record ActivityBooked(long time, AccountActivity activity) implements EngineEvent {}

  /**
   * A session of one of the engine's calendars begins.
   *
   * @param calendar the calendar's code
   */
  record SessionOpened(long time, String calendar, Session session) implements EngineEvent {}

  /**
   * A session of one of the engine's calendars has ended, after its last bars.
   *
   * @param calendar the calendar's code
   */
  record SessionClosed(long time, String calendar, Session session) implements EngineEvent {}

  /**
   * A strategy has something to record.
   *
   * @param kind what sort of thing it is, in the strategy's own terms
   */
  record Noted(long time, String strategy, String kind, String text) implements EngineEvent {}

  /**
   * A strategy threw and is not called again; its open orders are cancelled.
   *
   * @param failure what it threw and what it held, in words
   */
  record StrategyFailed(long time, String strategy, String failure) implements EngineEvent {}

  /** The engine has started; {@code cash} is what the account begins with. */
  record Started(long time, Decimal cash) implements EngineEvent {}

  /** The engine has stopped. */
  record Stopped(long time) implements EngineEvent {}
}
