package io.quantkit.core.store;

import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import java.util.List;

/**
 * A store of records of one kind. A restatement is another record with a later {@code knownAt};
 * {@link io.quantkit.core.series.Timeline} tells which one held when.
 *
 * @param <T> what the records are
 */
public interface RecordStore<T extends MarketRecord> {

  /**
   * Stores records, all of them or, if that fails, none. A record that is stored already is not
   * stored again: of equal records there are as many as the batch with most of them had. Two equal
   * trades are two trades if they come in one batch, so give all of an event time together.
   *
   * @param records in any order
   * @return how many are new
   * @throws IllegalArgumentException if a record that names its symbol names another one
   */
  long append(Symbol symbol, List<T> records);

  /**
   * Returns the records known at a time whose event time is in a range, in the order of their event
   * times, then of knowledge.
   *
   * @param knownAt {@link Long#MAX_VALUE} for all there are
   */
  List<T> knownBy(long knownAt, Symbol symbol, long fromInclusive, long toExclusive);

  /** Deletes the records whose event time is in a range; returns how many. */
  long delete(Symbol symbol, long fromInclusive, long toExclusive);

  /** Returns what is stored, by symbol. */
  List<RecordSpan> spans();

  /** Returns all records whose event time is in a range, restated ones included. */
  default List<T> load(Symbol symbol, long fromInclusive, long toExclusive) {
    return knownBy(Long.MAX_VALUE, symbol, fromInclusive, toExclusive);
  }
}
