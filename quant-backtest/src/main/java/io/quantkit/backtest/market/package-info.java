/**
 * The simulated market: a broker that fills orders from historical bars.
 *
 * <p>{@link io.quantkit.backtest.market.SimulatedMarket} is a {@link
 * io.quantkit.core.broker.Broker} like any other, so an engine trades it as it would trade a real
 * account. {@link io.quantkit.backtest.market.FillTiming} says when orders are filled, {@link
 * io.quantkit.backtest.market.IntrabarPath} and {@link io.quantkit.backtest.market.BothTouched}
 * what a bar leaves open, {@link io.quantkit.backtest.cost.CostModel} what it costs; a {@link
 * io.quantkit.backtest.market.MarketPreset} is a named choice of all of them. A simulated market
 * belongs to the thread of its engine.
 *
 * <pre>{@code
 * SimulatedMarket market =
 *     SimulatedMarket.builder(universe, TradingCalendar.xnys())
 *         .preset(MarketPreset.REALISTIC)
 *         .cash(Decimal.of(100_000))
 *         .build();
 * TradingEngine engine =
 *     TradingEngine.builder(universe, feed, market).venue(market).strategy("mine", mine).build();
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.market;

import org.jspecify.annotations.NullMarked;
