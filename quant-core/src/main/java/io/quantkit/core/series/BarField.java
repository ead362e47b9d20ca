package io.quantkit.core.series;

/** A column of bars. */
public enum BarField {
  /** The first price of the period. */
  OPEN,
  /** The highest price of the period. */
  HIGH,
  /** The lowest price of the period. */
  LOW,
  /** The last price of the period. */
  CLOSE,
  /** The units traded in the period. */
  VOLUME,
  /** The volume-weighted average price of the period. */
  VWAP,
  /** How many trades the period had. */
  TRADES;

  static final int COUNT = values().length;

  /** How many fields every series stores; those after them are stored where they are told. */
  static final int ALWAYS = 5;
}
