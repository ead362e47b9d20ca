package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/** The balances of all accounts of a ledger at one moment. Debits equal credits, always. */
public final class TrialBalance {
  private final Decimal[] balances;

  /** Copies {@code balances}, which has one amount per account in the order of the enum. */
  TrialBalance(Decimal[] balances) {
    this.balances = balances.clone();
  }

  /** Returns the balance of an account: positive if debits outweigh credits. */
  public Decimal balance(LedgerAccount account) {
    return balances[account.ordinal()];
  }

  /** Returns the sum of the balances that are positive. */
  public Decimal debits() {
    Decimal sum = Decimal.ZERO;
    for (Decimal balance : balances) {
      sum = balance.isPositive() ? sum.plus(balance) : sum;
    }
    return sum;
  }

  /** Returns the sum of the balances that are negative, as a positive amount. */
  public Decimal credits() {
    Decimal sum = Decimal.ZERO;
    for (Decimal balance : balances) {
      sum = balance.isNegative() ? sum.minus(balance) : sum;
    }
    return sum;
  }

  /** Returns whether debits equal credits exactly. */
  public boolean balanced() {
    return debits().equals(credits());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("TrialBalance[");
    for (LedgerAccount account : LedgerAccount.values()) {
      text.append(account.ordinal() == 0 ? "" : ", ");
      text.append(account).append(' ').append(balance(account));
    }
    return text.append(']').toString();
  }
}
