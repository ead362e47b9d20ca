package io.quantkit.core.engine;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Panel;
import java.util.List;

/** Delivers what happens on markets, oldest first, each thing no earlier than it is known. */
public interface Feed {

  /** Returns every symbol that may be delivered. */
  Symbols symbols();

  /**
   * Returns a time before which nothing that is delivered happened: where an engine's clock starts.
   */
  long startTime();

  /** Returns when the next thing is known, {@link Long#MAX_VALUE} at the end; never decreases. */
  long nextTime();

  /**
   * Shows the next thing and goes on behind it.
   *
   * @throws java.util.NoSuchElementException at the end
   */
  void next(MarketReceiver receiver);

  /** Returns how many things are still to come, -1 if nobody knows; for progress. */
  default long remaining() {
    return -1;
  }

  /** Returns a feed of the rows of a panel. */
  static Feed replay(Panel panel) {
    return new PanelFeed(panel);
  }

  /**
   * Returns everything that several feeds deliver, by time; what is known at the same time comes in
   * the order of the feeds. Put corporate actions before ticks, ticks before bars, and short bars
   * before long ones.
   */
  static Feed merge(Feed... feeds) {
    return new MergedFeed(List.of(feeds));
  }
}
