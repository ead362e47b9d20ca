package io.quantkit.core.store;

import io.quantkit.core.data.RejectedRow;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of reading a file of trades or quotes: the good rows by symbol, and the bad rows by
 * name. Together they account for every row.
 *
 * @param source the file
 * @param rows how many rows it has
 * @param records by symbol in the order of their first rows, oldest first, in file order where
 *     times are equal
 * @param rejected the rows that are none
 * @param <T> what the records are
 */
public record RecordLoad<T extends MarketRecord>(
    String source, long rows, Map<Symbol, List<T>> records, List<RejectedRow> rejected) {

  /** Creates a load; keeps copies. */
  public RecordLoad {
    Map<Symbol, List<T>> copy = new LinkedHashMap<>();
    records.forEach((symbol, list) -> copy.put(symbol, List.copyOf(list)));
    records = Collections.unmodifiableMap(copy);
    rejected = List.copyOf(rejected);
  }

  /** Returns the records of one symbol, none if it has none. */
  public List<T> of(Symbol symbol) {
    return records.getOrDefault(symbol, List.of());
  }

  /**
   * Returns this if no row was rejected.
   *
   * @throws DataValidationException if one was, quoting the first
   */
  public RecordLoad<T> orThrow() {
    if (!rejected.isEmpty()) {
      throw new DataValidationException(
          source,
          "%s: %d rejected among %d rows, the first: %s"
              .formatted(source, rejected.size(), rows, rejected.get(0)));
    }
    return this;
  }
}
