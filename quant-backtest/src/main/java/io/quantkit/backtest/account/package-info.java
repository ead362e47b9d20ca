/**
 * What a broker allows an account to do and charges it for: cash and margin accounts, short sales,
 * settlement, interest and margin calls.
 *
 * <p>An {@link io.quantkit.backtest.account.AccountModel} is an immutable recipe; each backtest
 * opens its own {@link io.quantkit.backtest.account.BrokerAccount}, which belongs to the thread of
 * that backtest's engine.
 */
@NullMarked
package io.quantkit.backtest.account;

import org.jspecify.annotations.NullMarked;
