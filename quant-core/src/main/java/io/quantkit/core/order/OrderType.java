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
  STOP_LIMIT,
  /** At the market, once the price has come back from its best. */
  TRAILING_STOP,
  /** At a price or better, once the price has come back from its best. */
  TRAILING_STOP_LIMIT,
  /** At the market, once a better price has been touched. */
  MARKET_IF_TOUCHED,
  /** At a price or better, once a price has been touched. */
  LIMIT_IF_TOUCHED,
  /** At a price or better, showing a part only. */
  ICEBERG,
  /** At a price that follows the quote. */
  PEG
}
