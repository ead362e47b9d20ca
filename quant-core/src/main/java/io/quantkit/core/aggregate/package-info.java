/**
 * Making bars: of trades, and of shorter bars, from history or live.
 *
 * <p>Choose a {@link io.quantkit.core.aggregate.BarRule} — bars of equal time, of equal activity
 * (trades, units, money), of imbalance or runs, of a range of prices, Renko bricks — and {@link
 * io.quantkit.core.aggregate.BarRule#start} a {@link io.quantkit.core.aggregate.BarAggregator}. It
 * gives complete bars to a {@link io.quantkit.core.aggregate.BarSink}, shows the unfinished one and
 * counts what is in no bar. {@link io.quantkit.core.aggregate.MultiAggregator} makes several kinds
 * in one pass; {@link io.quantkit.core.aggregate.HeikinAshi} transforms bars.
 *
 * <p>Rules are immutable; an aggregator belongs to one thread. The same input gives the same bars,
 * to the last bit, whether it is loaded or comes in live, also from a snapshot taken on the way.
 *
 * <pre>{@code
 * BarAggregator minutes =
 *     BarRule.time(Timeframe.MINUTE_15, TradingCalendar.xnys())
 *         .late(LateTrades.restate(4))
 *         .start((bar, flags) -> book.put(bar.start(), bar));
 * minutes.add(trade);          // for every trade
 * minutes.advanceTo(clock);    // when nothing trades
 * }</pre>
 */
@NullMarked
package io.quantkit.core.aggregate;

import org.jspecify.annotations.NullMarked;
