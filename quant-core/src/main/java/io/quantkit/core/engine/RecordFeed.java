package io.quantkit.core.engine;

import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import java.util.List;
import java.util.NoSuchElementException;

/** Replays the records of one symbol, each when it became known. Allocates nothing on the way. */
final class RecordFeed<T extends MarketRecord> implements Feed {
  private final Symbol symbol;
  private final Symbols symbols;
  private final List<T> records;
  private final Delivery<T> delivery;
  private final long startTime;
  private int next;
  private long nextTime;

  /** Shows one record to a receiver. */
  @FunctionalInterface
  interface Delivery<T> {
    void deliver(MarketReceiver receiver, Symbol symbol, T record);
  }

  /**
   * Creates a feed.
   *
   * @param what what the records are, for the error
   * @throws IllegalArgumentException if a record became known before the one in front of it
   */
  RecordFeed(String what, Symbol symbol, List<T> records, Delivery<T> delivery) {
    this.symbol = symbol;
    this.symbols = Symbols.of(symbol);
    this.records = List.copyOf(records);
    this.delivery = delivery;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int at = 0;
    for (T record : this.records) {
      long known = record.knownAt();
      if (known < last) {
        throw new IllegalArgumentException(
            "%s of %s must be in the order in which they became known, was %d after %d at %d"
                .formatted(what, symbol, known, last, at));
      }
      first = Math.min(first, Math.min(record.eventTime(), known));
      last = known;
      at++;
    }
    this.startTime = at == 0 ? 0 : first;
    this.nextTime = timeOf(0);
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
    return nextTime;
  }

  @Override
  public void next(MarketReceiver receiver) {
    if (next == records.size()) {
      throw new NoSuchElementException("the records of " + symbol + " have ended");
    }
    T record = records.get(next++);
    nextTime = timeOf(next);
    delivery.deliver(receiver, symbol, record);
  }

  @Override
  public long remaining() {
    return (long) records.size() - next;
  }

  private long timeOf(int index) {
    return index < records.size() ? records.get(index).knownAt() : Long.MAX_VALUE;
  }
}
