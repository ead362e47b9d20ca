package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;

/**
 * An immutable recipe for making bars of trades, or of other bars.
 *
 * <p>{@link #start} gives the aggregator that makes them, for history and for a live feed alike:
 * the same input gives the same bars to the last bit, in however many pieces it comes.
 *
 * <p>Of every bar these things hold, whatever the rule:
 *
 * <ul>
 *   <li>Open and close are the prices of the earliest and the latest trade by event time; of trades
 *       of one instant, of the first and the last to arrive. High and low are the extremes.
 *   <li>The volume is the exact sum of the sizes, rounded once to the nearest double: no order of
 *       arrival changes it. As long as sizes are multiples of some power of two and sums stay below
 *       2⁵³ of it, such as whole shares, nothing is rounded, and the volumes of the bars add up to
 *       the volume of the trades exactly. Of decimal sizes, which no double holds exactly, the same
 *       is true after rounding to their decimals. Of any sizes at all, the volumes of the bars
 *       differ from that of the trades by at most half a unit in the last place of each bar.
 *   <li>The average price is the sum of price times size, exact and rounded once, by the volume,
 *       and never beyond high or low by rounding.
 *   <li>The count is that of the trades; none is counted twice.
 * </ul>
 *
 * <p>A bar as input counts for the trades within it. Its prices, volume, average and count go into
 * one bar as a whole; what its source does not tell is untold in the result. Rules that follow the
 * price see its close.
 */
public sealed interface BarRule
    permits ActivityBars, ImbalanceBars, RangeBars, RenkoBars, RunsBars, TimeBars {

  /** Returns bars of equal time within the sessions of a calendar. */
  static TimeBars time(Timeframe timeframe, TradingCalendar calendar) {
    return TimeBars.of(timeframe, calendar);
  }

  /** Returns bars of a number of trades each. */
  static ActivityBars ticks(int trades) {
    return new ActivityBars(Measure.TICKS, trades, false);
  }

  /** Returns bars of a number of units traded each. */
  static ActivityBars volume(double units) {
    return new ActivityBars(Measure.VOLUME, units, false);
  }

  /** Returns bars of an amount of money traded each: dollar bars. */
  static ActivityBars value(double money) {
    return new ActivityBars(Measure.VALUE, money, false);
  }

  /** Returns bars that are complete when buying and selling are out of balance. */
  static ImbalanceBars imbalance(Measure measure, Threshold threshold) {
    return new ImbalanceBars(measure, threshold, TradeSign.TICK_RULE);
  }

  /** Returns bars that are complete when one side has traded much. */
  static RunsBars runs(Measure measure, Threshold threshold) {
    return new RunsBars(measure, threshold, TradeSign.TICK_RULE);
  }

  /** Returns Renko bricks of a fixed height. */
  static RenkoBars renko(double brick) {
    return new RenkoBars(brick);
  }

  /** Returns bars whose high and low are a fixed distance apart. */
  static RangeBars range(double range) {
    return new RangeBars(range);
  }

  /** Starts to make bars. The aggregator belongs to one thread. */
  default BarAggregator start(BarSink sink) {
    return new BarAggregator(this, sink);
  }

  /**
   * Goes on where another aggregator of the same rule was.
   *
   * @param snapshot what {@link BarAggregator#snapshot} returned; not modified
   * @throws IllegalArgumentException if it is the snapshot of another rule
   * @throws io.quantkit.core.error.DataCorruptionException if it is damaged
   */
  default BarAggregator restore(byte[] snapshot, BarSink sink) {
    BarAggregator aggregator = start(sink);
    aggregator.load(snapshot);
    return aggregator;
  }

  /** Returns the complete bars of trades; what is unfinished at the end is left out. */
  default List<Bar> over(Iterable<Trade> trades) {
    List<Bar> bars = new ArrayList<>();
    BarAggregator aggregator = start((bar, flags) -> bars.add(bar));
    for (Trade trade : trades) {
      aggregator.add(trade);
    }
    return bars;
  }
}
