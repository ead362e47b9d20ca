package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/**
 * Profit and loss by where it comes from, of a whole account or of one symbol. Interest, and fees
 * that belong to no fill, are the account's only.
 *
 * @param realised the profit on closed lots, before fees
 * @param unrealised market value less cost, before fees
 * @param dividends earned, tax included, less those owed
 * @param interest received less paid
 * @param fees paid less rebates
 * @param taxes withheld from dividends
 */
public record Pnl(
    Decimal realised,
    Decimal unrealised,
    Decimal dividends,
    Decimal interest,
    Decimal fees,
    Decimal taxes) {

  /** Neither profit nor loss. */
  public static final Pnl NONE =
      new Pnl(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);

  /** Returns {@code realised + unrealised + dividends + interest - fees - taxes}. */
  public Decimal total() {
    return realised.plus(unrealised).plus(dividends).plus(interest).minus(fees).minus(taxes);
  }

  /** Returns both together. */
  public Pnl plus(Pnl other) {
    return new Pnl(
        realised.plus(other.realised),
        unrealised.plus(other.unrealised),
        dividends.plus(other.dividends),
        interest.plus(other.interest),
        fees.plus(other.fees),
        taxes.plus(other.taxes));
  }

  /** Returns what came since: this, known later, less what was known earlier. */
  public Pnl since(Pnl earlier) {
    return new Pnl(
        realised.minus(earlier.realised),
        unrealised.minus(earlier.unrealised),
        dividends.minus(earlier.dividends),
        interest.minus(earlier.interest),
        fees.minus(earlier.fees),
        taxes.minus(earlier.taxes));
  }
}
