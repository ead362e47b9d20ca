package io.quantkit.core.ledger;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;

/** Something on which a ledger and a {@link Statement} differ. */
public sealed interface Discrepancy {

  /** Returns what the ledger says. */
  Decimal ours();

  /** Returns what the statement says. */
  Decimal theirs();

  /** Returns {@code theirs - ours}. */
  default Decimal difference() {
    return theirs().minus(ours());
  }

  /**
   * The money held differs.
   *
   * @param ours the ledger's cash
   * @param theirs the statement's
   */
  record Cash(Decimal ours, Decimal theirs) implements Discrepancy {

    @Override
    public String toString() {
      return "cash is " + ours + " here and " + theirs + " there";
    }
  }

  /**
   * The units held differ; 0 where the symbol is not held.
   *
   * @param symbol what is held
   * @param ours the ledger's units
   * @param theirs the statement's
   */
  record Units(Symbol symbol, Decimal ours, Decimal theirs) implements Discrepancy {

    @Override
    public String toString() {
      return "units of " + symbol + " are " + ours + " here and " + theirs + " there";
    }
  }
}
