/**
 * The simulated market: a broker that fills orders from historical bars and ticks.
 *
 * <p>{@link io.quantkit.backtest.market.SimulatedMarket} is a {@link
 * io.quantkit.core.broker.Broker} like any other, so an engine trades it as it would trade a real
 * account. {@link io.quantkit.backtest.market.FillTiming} says when orders are filled, {@link
 * io.quantkit.backtest.market.IntrabarPath} and {@link io.quantkit.backtest.market.BothTouched}
 * what a bar leaves open, {@link io.quantkit.backtest.cost.CostModel} what it costs; a {@link
 * io.quantkit.backtest.market.MarketPreset} is a named choice of all of them. A simulated market
 * belongs to the thread of its engine.
 *
 * <p>An instrument of which quotes, trades, order books or auctions are fed is matched by them and
 * no longer by bars. Several markets with one account are a {@link
 * io.quantkit.backtest.market.RoutedMarket}. A {@link io.quantkit.backtest.market.QueueModel} says
 * where resting orders stand, {@link io.quantkit.backtest.market.Latencies} how long requests,
 * reports and data take, and a {@link io.quantkit.backtest.market.DelayedStrategy} sees the market
 * late.
 *
 * <pre>{@code
 * SimulatedMarket market =
 *     SimulatedMarket.builder(universe, TradingCalendar.xnys())
 *         .preset(MarketPreset.REALISTIC)
 *         .latency(Latencies.RETAIL, seed)
 *         .cash(Decimal.of(100_000))
 *         .build();
 * Strategy late = DelayedStrategy.of(mine, Latencies.RETAIL, seed);
 * TradingEngine engine =
 *     TradingEngine.builder(universe, feed, market).venue(market).strategy("mine", late).build();
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.market;

import org.jspecify.annotations.NullMarked;
