package io.quantkit.core.engine;

import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;

/**
 * A market that lives in the engine's time: it is shown everything before any strategy is, and has
 * moments of its own, such as the arrival of an order that was under way.
 */
@FunctionalInterface
public interface Venue extends MarketReceiver {

  /** Returns when this venue next has something to do, {@link Long#MAX_VALUE} if it has nothing. */
  default long nextTime() {
    return Long.MAX_VALUE;
  }

  /**
   * Learns the time and does what is due up to and including it. Called at the beginning of every
   * moment, so that orders are known to arrive when they are placed; times never decrease.
   */
  default void advanceTo(long epochNanos) {}

  /** Learns that a session of one of the engine's calendars begins. */
  default void onSessionOpen(TradingCalendar calendar, Session session) {}

  /**
   * Learns that a session of one of the engine's calendars has ended, after its last bars were
   * shown.
   */
  default void onSessionClose(TradingCalendar calendar, Session session) {}
}
