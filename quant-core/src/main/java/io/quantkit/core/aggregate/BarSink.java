package io.quantkit.core.aggregate;

import io.quantkit.core.market.Bar;
import java.util.Set;

/** Takes the bars that an aggregator completes, in the order in which they are complete. */
@FunctionalInterface
public interface BarSink {

  /**
   * Takes a bar.
   *
   * <p>Called on the aggregator's thread, from within the call that completed the bar; it must not
   * call the aggregator back. If it fails, its exception leaves through that call and the
   * aggregator must be given up: whatever completed the bar may not have been taken.
   *
   * @param bar the bar
   * @param flags what is special about it, usually nothing; unmodifiable
   */
  void accept(Bar bar, Set<BarFlag> flags);

  /**
   * Takes a bar by its numbers, which by default are made a {@link Bar} and taken as such. A sink
   * that needs the numbers alone may take them here, and nothing is allocated for a time bar.
   *
   * @param flags what is special about it, usually nothing; unmodifiable
   */
  default void accept(
      long start,
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double vwap,
      double trades,
      Set<BarFlag> flags) {
    accept(new Bar(start, knownAt, open, high, low, close, volume, vwap, trades), flags);
  }
}
