package io.quantkit.core.store;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.List;

/** Records in a table; changes go one at a time, each reader has a connection of its own. */
final class DuckRecordStore<T extends MarketRecord> implements RecordStore<T> {
  private final Duck writer;
  private final Layout<T> layout;
  private final String range;

  /**
   * Creates a store.
   *
   * @param writer the connection for changes, used by whoever holds its monitor
   */
  DuckRecordStore(Duck writer, Layout<T> layout) {
    this.writer = writer;
    this.layout = layout;
    range = " FROM " + layout.table() + " WHERE symbol = ? AND event_time >= ? AND event_time < ?";
  }

  @Override
  public long append(Symbol symbol, List<T> records) {
    for (T one : records) {
      layout.owner().accept(symbol, one);
    }
    if (records.isEmpty()) {
      return 0;
    }
    long[] added = new long[1];
    synchronized (writer) {
      writer.transaction(
          () -> {
            DuckBarStore.takeTurn(writer);
            writer.execute(
                "CREATE OR REPLACE TEMP TABLE offered_records (" + layout.definitions() + ")");
            layout.append(writer, "offered_records", records, symbol);
            added[0] = writer.update(insert(), symbol.value());
          });
    }
    return added[0];
  }

  /** Numbers equal rows on both sides and takes those that the table has not as many of. */
  private String insert() {
    String numbered =
        "SELECT *, row_number() OVER (PARTITION BY " + layout.names() + ") AS nth FROM ";
    return "INSERT INTO %s SELECT %s FROM (%soffered_records) o WHERE NOT EXISTS (SELECT 1 FROM"
            .formatted(layout.table(), layout.names(), numbered)
        + " (%s%s WHERE symbol = ? AND event_time BETWEEN".formatted(numbered, layout.table())
        + " (SELECT min(event_time) FROM offered_records) AND"
        + " (SELECT max(event_time) FROM offered_records)) h WHERE h.nth = o.nth AND "
        + layout.same("h", "o")
        + ") ORDER BY event_time, known_at";
  }

  @Override
  public List<T> knownBy(long knownAt, Symbol symbol, long fromInclusive, long toExclusive) {
    List<T> found = new ArrayList<>();
    try (Duck reader = writer.duplicate()) {
      reader.query(
          "SELECT "
              + layout.names()
              + range
              + " AND known_at <= ? ORDER BY event_time, known_at, rowid",
          chunk -> {
            RowReader row = new RowReader(chunk);
            for (long i = 0; i < chunk.rowCount(); i++) {
              found.add(read(row.at(i)));
            }
          },
          symbol.value(),
          fromInclusive,
          toExclusive,
          knownAt);
    }
    return List.copyOf(found);
  }

  private T read(RowReader row) {
    try {
      return layout.reader().read(row);
    } catch (IllegalArgumentException unsound) {
      throw new DataCorruptionException(
          writer.source(),
          "%s has an unsound row in %s of %s: %s"
              .formatted(writer.source(), layout.table(), row.text(0), unsound.getMessage()),
          unsound);
    }
  }

  @Override
  public long delete(Symbol symbol, long fromInclusive, long toExclusive) {
    long[] deleted = new long[1];
    synchronized (writer) {
      writer.transaction(
          () -> {
            DuckBarStore.takeTurn(writer);
            deleted[0] =
                writer.update("DELETE" + range, symbol.value(), fromInclusive, toExclusive);
          });
    }
    return deleted[0];
  }

  @Override
  public List<RecordSpan> spans() {
    List<RecordSpan> spans = new ArrayList<>();
    try (Duck reader = writer.duplicate()) {
      for (List<String> row :
          reader.texts(
              "SELECT symbol, min(event_time), max(event_time), count(*) FROM "
                  + layout.table()
                  + " GROUP BY symbol ORDER BY symbol")) {
        spans.add(
            new RecordSpan(
                Symbol.of(row.get(0)),
                Long.parseLong(row.get(1)),
                Long.parseLong(row.get(2)),
                Long.parseLong(row.get(3))));
      }
    }
    return List.copyOf(spans);
  }
}
