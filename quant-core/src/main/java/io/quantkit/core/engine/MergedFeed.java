package io.quantkit.core.engine;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Several feeds by time, at the same time in their order. A heap of the feeds that have not ended:
 * a step costs O(log n) comparisons and allocates nothing.
 */
final class MergedFeed implements Feed {
  private final Feed[] feeds;
  private final Symbols symbols;
  private final long startTime;

  /** When each feed is next, and the feeds as a heap by that and their number. */
  private final long[] times;

  private final int[] heap;
  private int size;

  MergedFeed(List<Feed> feeds) {
    if (feeds.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one feed to merge");
    }
    this.feeds = feeds.toArray(new Feed[0]);
    this.times = new long[this.feeds.length];
    this.heap = new int[this.feeds.length];
    Set<Symbol> all = new LinkedHashSet<>();
    long first = Long.MAX_VALUE;
    for (int f = 0; f < this.feeds.length; f++) {
      Feed feed = this.feeds[f];
      all.addAll(feed.symbols().toList());
      times[f] = feed.nextTime();
      if (times[f] != Long.MAX_VALUE) {
        first = Math.min(first, feed.startTime());
        heap[size++] = f;
      }
    }
    for (int at = size / 2 - 1; at >= 0; at--) {
      sink(at);
    }
    this.symbols = Symbols.copyOf(all);
    this.startTime = first == Long.MAX_VALUE ? this.feeds[0].startTime() : first;
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
    return size == 0 ? Long.MAX_VALUE : times[heap[0]];
  }

  @Override
  public void next(MarketReceiver receiver) {
    if (size == 0) {
      throw new NoSuchElementException("the feeds have ended");
    }
    int f = heap[0];
    feeds[f].next(receiver);
    long time = feeds[f].nextTime();
    if (time < times[f]) {
      throw new IllegalStateException(
          "feed %d went back in time, was %d after %d".formatted(f, time, times[f]));
    }
    times[f] = time;
    if (time == Long.MAX_VALUE) {
      heap[0] = heap[--size];
    }
    sink(0);
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

  private void sink(int from) {
    int at = from;
    int feed = heap[at];
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], feed)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = feed;
  }

  private boolean before(int feed, int other) {
    return times[feed] < times[other] || (times[feed] == times[other] && feed < other);
  }
}
