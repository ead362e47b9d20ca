package io.quantkit.core.data;

/** What a row of a file must keep to become a record. */
public enum RowRule {
  /** A quoted field ends with its quote, and a delimiter or the end of the line follows. */
  QUOTING,
  /** The row has as many fields as the header. */
  COLUMN_COUNT,
  /** The time is written as the schema declares. */
  TIME_FORMAT,
  /** The time is within the years that are believed, and not what another unit looks like. */
  TIME_RANGE,
  /** The calendar has a session at that time. */
  SESSION,
  /** The record is known by the time as of which data is read: none comes from the future. */
  NOT_FROM_THE_FUTURE,
  /** A symbol is 1 to 32 printable characters. */
  SYMBOL,
  /** A number is written in plain or exponent notation, with no separators but declared ones. */
  NUMBER_FORMAT,
  /** Every bar has a close. */
  CLOSE_PRESENT,
  /**
   * Prices are positive and finite, high and low enclose open and close, volume is not negative,
   * the number of trades is whole.
   */
  SOUND_BAR,
  /** The price and the size of a trade are positive and finite. */
  SOUND_TRADE,
  /** The side that crossed the spread is written as the schema declares. */
  AGGRESSOR,
  /** The prices of a quote are positive and finite or missing, its sizes at least 0. */
  SOUND_QUOTE,
  /** No two bars of a symbol start at the same time. */
  NO_DUPLICATE,
  /** Records come oldest first, by symbol where a file has several, and bars do not overlap. */
  TIME_ORDER
}
