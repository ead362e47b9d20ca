package io.quantkit.core.ledger;

import io.quantkit.core.market.Currency;
import io.quantkit.core.math.Decimal;

/**
 * What an account has in one currency.
 *
 * @param currency the currency, which the other amounts are in
 * @param cash the money held, negative if borrowed
 * @param marketValue the value of long less that of short positions
 * @param equity cash, dividends to be paid and positions
 * @param rate what one unit of the currency is worth in that of the account
 */
public record CurrencyBalance(
    Currency currency, Decimal cash, Decimal marketValue, Decimal equity, Decimal rate) {}
