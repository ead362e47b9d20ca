/**
 * The simulated market: a broker that fills orders from historical bars.
 *
 * <p>{@link io.quantkit.backtest.market.SimulatedMarket} is a {@link
 * io.quantkit.core.broker.Broker} like any other, so an engine trades it as it would trade a real
 * account. {@link io.quantkit.backtest.market.FillTiming} says when orders are filled and {@link
 * io.quantkit.backtest.market.TradingCosts} what that costs. A simulated market belongs to the
 * thread of its engine.
 */
@NullMarked
package io.quantkit.backtest.market;

import org.jspecify.annotations.NullMarked;
