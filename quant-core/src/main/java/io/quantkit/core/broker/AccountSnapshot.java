package io.quantkit.core.broker;

import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;
import java.util.Objects;
import java.util.Optional;

/**
 * An account as its broker sees it at one moment.
 *
 * @param accountId the broker's identifier of the account
 * @param currency what the amounts are in
 * @param cash cash, negative if borrowed
 * @param equity cash plus the value of long and minus that of short positions
 * @param buyingPower what may be spent on new positions, borrowing included
 * @param initialMargin the equity that positions and open orders take up, so that no new position
 *     can be opened with it; zero in an account without credit, empty if the broker does not tell
 * @param maintenanceMargin the equity below which the broker calls for more or closes positions;
 *     zero in an account without credit, empty if the broker does not tell
 */
public record AccountSnapshot(
    String accountId,
    Currency currency,
    Decimal cash,
    Decimal equity,
    Decimal buyingPower,
    Optional<Decimal> initialMargin,
    Optional<Decimal> maintenanceMargin) {

  public AccountSnapshot {
    Objects.requireNonNull(initialMargin, "initialMargin");
    Objects.requireNonNull(maintenanceMargin, "maintenanceMargin");
  }

  /** Creates a snapshot of an account whose broker tells nothing about margin. */
  public AccountSnapshot(
      String accountId, Currency currency, Decimal cash, Decimal equity, Decimal buyingPower) {
    this(accountId, currency, cash, equity, buyingPower, Optional.empty(), Optional.empty());
  }

  /**
   * Returns the equity that is left for new positions, negative if there is too little for those
   * that are held; empty if the broker does not tell.
   */
  public Optional<Decimal> marginAvailable() {
    return initialMargin.map(equity::minus);
  }
}
