package io.quantkit.backtest.report;

/** What a measure counts, which decides how a page writes it. The JSON always holds the number. */
public enum Unit {
  /** A fraction of one, written in percent: {@code 0.1234} reads {@code 12.34%}. */
  PERCENT,
  /** A number without unit such as a Sharpe ratio, written with two decimals. */
  RATIO,
  /** A probability in [0, 1], written with three decimals. */
  PROBABILITY,
  /** An amount in the currency of the tear sheet. */
  MONEY,
  /** How many things there are. */
  COUNT,
  /** A number of periods of the tear sheet. */
  PERIODS,
  /** A number of calendar days. */
  DAYS
}
