package io.quantkit.core.order;

/** The kinds of {@link OrderTerms}, for brokers to declare which they take. */
public enum OrderType {
  /** At whatever price the market gives. */
  MARKET,
  /** At a price or better. */
  LIMIT,
  /** At the market, once a price has traded. */
  STOP,
  /** At a price or better, once another price has traded. */
  STOP_LIMIT
}
