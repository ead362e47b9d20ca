package io.quantkit.features.microstructure;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The trades, quotes and books of one instrument in the order in which they became known.
 * Immutable.
 */
public final class FlowTape {
  private final MarketRecord[] records;

  private FlowTape(MarketRecord[] records) {
    this.records = records;
  }

  /**
   * Returns the tape of records as a feed delivered them.
   *
   * @param records trades, quotes and books, in any order; of two known at the same time the one
   *     that comes first here comes first
   * @throws IllegalArgumentException if there is a record of another kind
   */
  public static FlowTape of(Collection<? extends MarketRecord> records) {
    MarketRecord[] sorted = records.toArray(new MarketRecord[0]);
    for (MarketRecord one : sorted) {
      if (!(one instanceof Trade || one instanceof Quote || one instanceof BookSnapshot)) {
        throw new IllegalArgumentException(
            "records must be trades, quotes or books, was " + one.getClass().getSimpleName());
      }
    }
    Arrays.sort(sorted, Comparator.comparingLong(MarketRecord::knownAt));
    return new FlowTape(sorted);
  }

  /**
   * Returns the tape of records that come by kind. Of those known at the same time trades come
   * first, then books, then quotes: a change of the quote at the instant of a trade is taken for
   * its consequence, so that a trade is judged by the quote that it met.
   */
  public static FlowTape of(
      Collection<Trade> trades, Collection<BookSnapshot> books, Collection<Quote> quotes) {
    List<MarketRecord> all = new ArrayList<>(trades.size() + books.size() + quotes.size());
    all.addAll(trades);
    all.addAll(books);
    all.addAll(quotes);
    return of(all);
  }

  /** Returns the tape of everything on a time line, restatements included. */
  public static FlowTape of(Timeline<? extends MarketRecord> line) {
    return of(line.records());
  }

  /** Returns how many events there are. */
  public int size() {
    return records.length;
  }

  /** Returns when an event became known, in epoch nanoseconds. */
  public long knownAt(int index) {
    return records[index].knownAt();
  }

  /** Returns an event: a trade, a quote or a book. */
  public MarketRecord record(int index) {
    return records[index];
  }

  /** Returns the events of a range of positions. */
  public FlowTape slice(int fromInclusive, int toExclusive) {
    return new FlowTape(Arrays.copyOfRange(records, fromInclusive, toExclusive));
  }

  /** Hands an event to a kernel. */
  public void feed(int index, OrderFlowKernel kernel) {
    MarketRecord one = records[index];
    if (one instanceof Trade t) {
      kernel.trade(t.eventTime(), t.knownAt(), t.price(), t.size(), t.aggressor());
    } else if (one instanceof Quote q) {
      kernel.quote(q.eventTime(), q.knownAt(), q.bid(), q.bidSize(), q.ask(), q.askSize());
    } else {
      kernel.book((BookSnapshot) one);
    }
  }

  @Override
  public String toString() {
    return "FlowTape of " + records.length + " events";
  }
}
