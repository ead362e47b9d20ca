package io.quantkit.backtest.export;

/** What a column of a table holds. */
public enum ColumnKind {
  /** Text, possibly empty. */
  TEXT,
  /** Whole numbers. */
  WHOLE,
  /** Times, in epoch nanoseconds. */
  TIME,
  /** Exact decimals: money, prices and quantities of orders. */
  DECIMAL,
  /** Doubles, {@code NaN} where there is no number. */
  NUMBER
}
