package io.quantkit.core.data;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import io.quantkit.core.math.CompensatedSum;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.Optional;

/**
 * Makes bars of trades as they come, for history and a live feed alike.
 *
 * <p>A bar is the trades of its period: first, highest, lowest and last price and the sum of the
 * sizes, compensated so that rounding does not add up. A period without trades has no bar. A bar is
 * complete when a trade of a later period arrives or the clock says that its period is over. A
 * trade that arrives after its bar is complete is late: it is counted, in no bar.
 *
 * <p>Belongs to one thread.
 */
public final class TradeAggregator {
  private final Timeframe timeframe;
  private final TradingCalendar calendar;
  private final CompensatedSum volume = new CompensatedSum();
  private boolean open;
  private long start;
  private long end = Long.MIN_VALUE;
  private double first;
  private double high;
  private double low;
  private double last;
  private long late;

  /**
   * Creates an aggregator without a trade.
   *
   * @param timeframe the length of a bar
   * @param calendar from which the periods follow
   */
  public TradeAggregator(Timeframe timeframe, TradingCalendar calendar) {
    this.timeframe = timeframe;
    this.calendar = calendar;
  }

  /**
   * Takes the next trade.
   *
   * @return the bar that this trade shows to be complete, if there is one
   */
  public Optional<Bar> add(Trade trade) {
    if (trade.eventTime() < (open ? start : end)) {
      late++;
      return Optional.empty();
    }
    Optional<Bar> complete = advanceTo(trade.eventTime());
    double price = trade.price();
    if (!open) {
      open = true;
      start = timeframe.startOf(trade.eventTime(), calendar);
      end = timeframe.endOf(start, calendar);
      volume.reset();
      first = price;
      high = price;
      low = price;
    }
    high = Math.max(high, price);
    low = Math.min(low, price);
    last = price;
    volume.add(trade.size());
    return complete;
  }

  /**
   * Tells the time, so that a bar is complete although no trade follows it.
   *
   * @return the bar whose period is over at that time, if there is one
   */
  public Optional<Bar> advanceTo(long epochNanos) {
    if (!open || epochNanos < end) {
      return Optional.empty();
    }
    open = false;
    return Optional.of(bar());
  }

  /** Returns the bar that is not complete yet, as it stands, if there is one. */
  public Optional<Bar> partial() {
    return open ? Optional.of(bar()) : Optional.empty();
  }

  /** Returns how many trades came after their bar was complete. */
  public long late() {
    return late;
  }

  private Bar bar() {
    return new Bar(start, end, first, high, low, last, volume.value());
  }
}
