package io.quantkit.backtest.vector;

/** What the numbers of a plan count. All are rounded towards zero to whole lots. */
public enum Sizing {
  /** Units of the instrument. */
  UNITS,
  /** Money, at the last close when it is decided. */
  NOTIONAL,
  /** A fraction of the account's equity, at the last close when it is decided. */
  EQUITY
}
