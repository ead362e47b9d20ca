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
  VOLUME;

  static final int COUNT = values().length;
}
