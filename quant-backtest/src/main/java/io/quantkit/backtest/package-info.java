/**
 * Backtests: the trading engine on history, against a simulated market.
 *
 * <p>{@link io.quantkit.backtest.Backtest} is the front door, {@link
 * io.quantkit.backtest.BacktestResult} what comes out. A backtest runs on the calling thread and
 * shares nothing with any other.
 *
 * <pre>{@code
 * BacktestResult result =
 *     Backtest.of(panel, universe, TradingCalendar.xnys())
 *         .cash(Decimal.of(100_000))
 *         .costs(new TradingCosts(1, 2, 1))
 *         .run("trend", strategy);
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest;

import org.jspecify.annotations.NullMarked;
