package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/**
 * Money of trades that changes hands at one time to come.
 *
 * @param time when, in epoch nanoseconds
 * @param receipts what sales bring then, at least 0
 * @param payments what purchases take then, at least 0
 */
public record PendingSettlement(long time, Decimal receipts, Decimal payments) {

  /** Returns {@code receipts - payments}. */
  public Decimal net() {
    return receipts.minus(payments);
  }
}
