/**
 * What a broker allows an account to do and charges it for: cash and margin accounts, short sales,
 * settlement, interest and margin calls.
 *
 * <p>An {@link io.quantkit.backtest.account.AccountModel} is an immutable recipe; each backtest
 * opens its own {@link io.quantkit.backtest.account.BrokerAccount}, which belongs to the thread of
 * that backtest's engine. {@link io.quantkit.backtest.account.Unrestricted}, {@link
 * io.quantkit.backtest.account.CashAccount} and {@link io.quantkit.backtest.account.RegTMargin} are
 * the models, and {@link io.quantkit.backtest.account.DayTradeLimit} limits any of them; {@link
 * io.quantkit.backtest.account.Financing} says what money and borrowed shares cost.
 *
 * <pre>{@code
 * SimulatedMarket market =
 *     SimulatedMarket.builder(universe, calendar)
 *         .cash(Decimal.of(100_000))
 *         .account(RegTMargin.FINRA)
 *         .financing(Financing.NONE.withMargin(Interest.flat(Decimal.parse("0.065"))))
 *         .build();
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.account;

import org.jspecify.annotations.NullMarked;
