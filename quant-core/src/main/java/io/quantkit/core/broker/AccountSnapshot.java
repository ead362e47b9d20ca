package io.quantkit.core.broker;

import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;

/**
 * An account as its broker sees it at one moment.
 *
 * @param accountId the broker's identifier of the account
 * @param currency what the amounts are in
 * @param cash cash, negative if borrowed
 * @param equity cash plus the value of long and minus that of short positions
 * @param buyingPower what may be spent on new positions, borrowing included
 */
public record AccountSnapshot(
    String accountId, Currency currency, Decimal cash, Decimal equity, Decimal buyingPower) {}
