package io.quantkit.core.engine;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** Several feeds by time, at the same time in their order. */
final class MergedFeed implements Feed {
  private final Feed[] feeds;
  private final Symbols symbols;
  private final long startTime;

  MergedFeed(List<Feed> feeds) {
    if (feeds.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one feed to merge");
    }
    this.feeds = feeds.toArray(new Feed[0]);
    Set<Symbol> all = new LinkedHashSet<>();
    long first = Long.MAX_VALUE;
    for (Feed feed : feeds) {
      all.addAll(feed.symbols().toList());
      first = Math.min(first, feed.startTime());
    }
    this.symbols = Symbols.copyOf(all);
    this.startTime = first;
  }

  @Override
  public Symbols symbols() {
    return symbols;
  }

  @Override
  public long startTime() {
    return startTime;
  }

  @Override
  public long nextTime() {
    long next = Long.MAX_VALUE;
    for (Feed feed : feeds) {
      next = Math.min(next, feed.nextTime());
    }
    return next;
  }

  @Override
  public void next(MarketReceiver receiver) {
    long time = nextTime();
    if (time == Long.MAX_VALUE) {
      throw new NoSuchElementException("the feeds have ended");
    }
    for (Feed feed : feeds) {
      if (feed.nextTime() == time) {
        feed.next(receiver);
        return;
      }
    }
  }

  @Override
  public long remaining() {
    long sum = 0;
    for (Feed feed : feeds) {
      long remaining = feed.remaining();
      if (remaining < 0) {
        return -1;
      }
      sum += remaining;
    }
    return sum;
  }
}
