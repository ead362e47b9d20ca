package io.quantkit.core.time;

/** What a market offers at a moment. */
public enum Phase {
  /** Nothing. */
  CLOSED,
  /** Trading, or the collection of orders, before the session. */
  PRE_MARKET,
  /** Continuous trading. */
  REGULAR,
  /** The pause in the middle of the session. */
  BREAK,
  /** Trading after the session. */
  POST_MARKET
}
