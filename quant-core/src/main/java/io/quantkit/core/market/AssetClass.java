package io.quantkit.core.market;

/** The kind of an instrument, as far as trading and settlement rules depend on it. */
public enum AssetClass {
  /** A share of a company. */
  EQUITY,
  /** A share of an exchange-traded fund. */
  ETF,
  /** A number that is observed and cannot be traded. */
  INDEX,
  /** A crypto currency against a currency. */
  CRYPTO,
  /** A currency against a currency. */
  FX,
  /** An exchange-traded future. */
  FUTURE,
  /** An exchange-traded option. */
  OPTION
}
