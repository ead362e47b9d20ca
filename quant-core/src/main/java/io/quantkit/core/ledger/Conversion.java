package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/**
 * What is done with the money that trading in a foreign currency costs and brings.
 *
 * @param atOnce whether it is changed into the account's currency at once, or stays what it is:
 *     what a purchase costs is then borrowed in its own currency, and what a sale brings is kept in
 *     it
 * @param cost what an exchange costs, as a part of its value at the rate, within [0, 1)
 */
public record Conversion(boolean atOnce, Decimal cost) {

  /** Foreign money is kept and borrowed as it is; nothing is ever exchanged. */
  public static final Conversion NONE = new Conversion(false, Decimal.ZERO);

  public Conversion {
    if (cost.isNegative() || cost.compareTo(Decimal.ONE) >= 0) {
      throw new IllegalArgumentException("cost must be within [0, 1), was " + cost);
    }
    if (!atOnce && !cost.isZero()) {
      throw new IllegalArgumentException("cost must be 0 where nothing is exchanged, was " + cost);
    }
  }

  /**
   * Returns the exchange of all foreign money at the moment in which it is paid or received, so
   * that none is ever held or owed.
   *
   * @param cost what that costs, as a part of its value at the rate, within [0, 1)
   */
  public static Conversion atOnce(Decimal cost) {
    return new Conversion(true, cost);
  }
}
