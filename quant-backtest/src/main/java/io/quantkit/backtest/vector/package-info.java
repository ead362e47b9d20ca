/**
 * Backtests for research: prepared decisions over a panel, without an engine, in exact money.
 *
 * <p>Start with {@link io.quantkit.backtest.vector.VectorBacktest}. What is to be traded is a
 * {@link io.quantkit.backtest.vector.Plan}: target weights, signals or orders that are known
 * beforehand. The same plan {@linkplain io.quantkit.backtest.vector.Plan#strategy() replayed as a
 * strategy} by {@link io.quantkit.backtest.Backtest} leads to the same fills, fees, cash and
 * equity, to the last digit.
 *
 * <p>Plans, backtests and results are immutable and may be shared between threads; a run works on
 * the calling thread.
 *
 * <pre>{@code
 * VectorBacktest backtest = VectorBacktest.of(panel, universe).costs(new TradingCosts(1, 2, 1));
 * VectorResult result = backtest.run(SignalPlan.of(columns, signals, Sizing.NOTIONAL, 10_000));
 * }</pre>
 *
 * <p>A grid simulates the plans of many points in one pass over the prices and keeps a summary of
 * each.
 *
 * <pre>{@code
 * SweepResult<Integer, VectorSummary> all =
 *     backtest
 *         .grid(spans, span -> SignalPlan.of(columns, signals(span), Sizing.NOTIONAL, 10_000))
 *         .progress(listener)
 *         .run(executor);
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.vector;

import org.jspecify.annotations.NullMarked;
