package io.quantkit.core.ledger;

/** What is done with rights to buy new shares. */
public enum RightsPolicy {
  /** They are sold at the price of a right. */
  SELL,
  /** They are used: new shares are bought at the subscription price. */
  EXERCISE,
  /** They run out of time and are worth nothing. */
  LAPSE
}
