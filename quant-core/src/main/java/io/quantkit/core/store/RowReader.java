package io.quantkit.core.store;

import io.quantkit.core.math.Decimal;
import org.duckdb.DuckDBDataChunkReader;

/** A row that is being read. Columns are counted from 0, {@code symbol} being the first. */
final class RowReader {
  static final int EVENT_TIME = 1;
  static final int KNOWN_AT = 2;

  /** The first column after {@code symbol}, {@code event_time} and {@code known_at}. */
  static final int REST = 3;

  private final DuckDBDataChunkReader chunk;
  private long row;

  RowReader(DuckDBDataChunkReader chunk) {
    this.chunk = chunk;
  }

  RowReader at(long index) {
    row = index;
    return this;
  }

  boolean missing(int column) {
    return chunk.vector(column).isNull(row);
  }

  long eventTime() {
    return whole(EVENT_TIME);
  }

  long knownAt() {
    return whole(KNOWN_AT);
  }

  /** Returns a whole number; throws if there is none. */
  long whole(int column) {
    if (missing(column)) {
      throw new IllegalArgumentException("column %d must have a value".formatted(column));
    }
    return chunk.vector(column).getLong(row);
  }

  /** Returns a number, {@code NaN} if there is none. */
  double number(int column) {
    return chunk.vector(column).getDouble(row, Double.NaN);
  }

  /** Returns a text, {@code ""} if there is none. */
  String text(int column) {
    return missing(column) ? "" : chunk.vector(column).getString(row);
  }

  /** Returns an amount, 0 if there is none. */
  Decimal money(int column) {
    return missing(column)
        ? Decimal.ZERO
        : Decimal.from(chunk.vector(column).getBigDecimal(row).stripTrailingZeros());
  }
}
