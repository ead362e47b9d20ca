package io.quantkit.core.data;

/** What a row of a file must keep to become a bar. */
public enum RowRule {
  /** The row has as many fields as the header. */
  COLUMN_COUNT,
  /** The time is written as the schema declares. */
  TIME_FORMAT,
  /** The time is within the years that are believed. */
  TIME_RANGE,
  /** The calendar has a session at that time. */
  SESSION,
  /** The bar is known by the time as of which data is read: none comes from the future. */
  NOT_FROM_THE_FUTURE,
  /** A symbol is 1 to 32 printable characters. */
  SYMBOL,
  /** A number is written in plain or exponent notation, without separators. */
  NUMBER_FORMAT,
  /** Every bar has a close. */
  CLOSE_PRESENT,
  /**
   * Prices are positive and finite, high and low enclose open and close, volume is not negative.
   */
  SOUND_BAR,
  /** The price and the size of a trade are positive and finite. */
  SOUND_TRADE,
  /** No two bars of a symbol start at the same time. */
  NO_DUPLICATE,
  /** The bars of a symbol come oldest first and do not overlap. */
  TIME_ORDER
}
