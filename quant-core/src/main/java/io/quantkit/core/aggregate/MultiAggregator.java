package io.quantkit.core.aggregate;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import java.util.List;

/**
 * Several aggregators fed from one stream in one pass, such as those of 1, 5 and 15 minutes.
 *
 * <p>Each is given everything, in the order of the list: of bars that are complete at one instant,
 * those of the first aggregator come first. None is made from the bars of another, so that each has
 * the bits it would have alone.
 *
 * <p>Belongs to one thread.
 */
public final class MultiAggregator {
  private final BarAggregator[] aggregators;

  private MultiAggregator(BarAggregator[] aggregators) {
    this.aggregators = aggregators;
  }

  /** Returns the given aggregators as one. */
  public static MultiAggregator of(List<BarAggregator> aggregators) {
    return new MultiAggregator(aggregators.toArray(new BarAggregator[0]));
  }

  /** Gives each the next trade. */
  public void add(Trade trade) {
    for (BarAggregator aggregator : aggregators) {
      aggregator.add(trade);
    }
  }

  /**
   * Gives each the next trade by its numbers; see {@link BarAggregator#add(long, long, double,
   * double, Aggressor)}.
   */
  public void add(long eventTime, long knownAt, double price, double size, Aggressor aggressor) {
    for (BarAggregator aggregator : aggregators) {
      aggregator.add(eventTime, knownAt, price, size, aggressor);
    }
  }

  /** Gives each the next bar. */
  public void add(Bar bar) {
    for (BarAggregator aggregator : aggregators) {
      aggregator.add(bar);
    }
  }

  /** Tells each the time. */
  public void advanceTo(long epochNanos) {
    for (BarAggregator aggregator : aggregators) {
      aggregator.advanceTo(epochNanos);
    }
  }

  /** Lets each emit its unfinished bar. */
  public void finish() {
    for (BarAggregator aggregator : aggregators) {
      aggregator.finish();
    }
  }

  /** Returns the aggregators, in order. */
  public List<BarAggregator> aggregators() {
    return List.of(aggregators);
  }
}
