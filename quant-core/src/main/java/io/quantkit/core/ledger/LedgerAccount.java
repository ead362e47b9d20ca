package io.quantkit.core.ledger;

/**
 * The accounts of a {@link Ledger}. Debits are positive and credits negative, so what is owned and
 * what was spent has a positive balance, what was put in or earned a negative one.
 */
public enum LedgerAccount {
  /** Money held, settled or not; negative if borrowed. */
  CASH,
  /** What the lots held have cost; short lots count negative, by what they brought. */
  POSITIONS,
  /** Fees paid, less rebates received. */
  FEES,
  /** Deposits less withdrawals, as a credit. */
  CAPITAL,
  /** Profit on closed lots before fees, as a credit. */
  REALISED,
  /** Dividends earned, tax included, less those owed on short positions, as a credit. */
  DIVIDENDS,
  /** Interest received less interest paid, as a credit. */
  INTEREST,
  /** Dividends of shares that trade without them but that are not paid yet; owed if negative. */
  RECEIVABLES,
  /** Taxes withheld from dividends. */
  TAXES
}
