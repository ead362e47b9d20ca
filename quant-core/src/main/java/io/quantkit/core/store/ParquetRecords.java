package io.quantkit.core.store;

import io.quantkit.core.data.RejectedRow;
import io.quantkit.core.data.RowRule;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;

/** One reading of a Parquet file of trades or quotes. */
final class ParquetRecords<T extends MarketRecord> {
  private final Path path;
  private final Layout<T> layout;
  private final RecordColumns columns;
  private final Map<Symbol, List<T>> records = new LinkedHashMap<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private String lastName = "";
  private List<T> last = List.of();
  private long rows;

  ParquetRecords(Path path, Layout<T> layout, RecordColumns columns) {
    this.path = path;
    this.layout = layout;
    this.columns = columns;
  }

  RecordLoad<T> read() {
    InputFile.require(path);
    try (Duck duck = Duck.inMemory(path.toString(), 0)) {
      duck.query(select(new ParquetFile(path, duck)), this::take);
    }
    for (List<T> list : records.values()) {
      sort(list);
    }
    return new RecordLoad<>(path.toString(), rows, records, rejected);
  }

  private String select(ParquetFile file) {
    StringBuilder sql = new StringBuilder("SELECT ");
    String symbol = columns.theirs("symbol");
    sql.append(columns.symbol().map(one -> Duck.quoted(one.value())).orElse(""));
    if (columns.symbol().isEmpty()) {
      sql.append(file.text(symbol));
    }
    long nanos = columns.timeUnit().toNanos(1);
    String event = columns.theirs("event_time");
    String known = columns.theirs("known_at");
    sql.append(", ").append(time(file, event, nanos));
    sql.append(", ").append(time(file, known, nanos));
    for (Layout.Column column : layout.columns()) {
      String name = columns.theirs(column.name());
      boolean text = column.type() == Layout.Type.TEXT;
      boolean untold = text && !file.has(name);
      sql.append(", ").append(untold ? "''" : text ? file.text(name) : file.number(name));
    }
    return sql.append(" FROM ").append(file.table("")).toString();
  }

  private String time(ParquetFile file, String column, long nanos) {
    if (file.isDate(column)) {
      throw new DataCorruptionException(
          path.toString(), "%s: column %s has dates, which are no times".formatted(path, column));
    }
    return file.time(column, nanos);
  }

  private void take(DuckDBDataChunkReader chunk) {
    RowReader row = new RowReader(chunk);
    for (long i = 0; i < chunk.rowCount(); i++) {
      rows++;
      row.at(i);
      if (row.missing(RowReader.EVENT_TIME) || row.missing(RowReader.KNOWN_AT)) {
        reject(columns.theirs("event_time"), RowRule.TIME_RANGE, "times must be present and fit");
        continue;
      }
      String name = row.text(0);
      try {
        select(name);
      } catch (IllegalArgumentException malformed) {
        reject(columns.theirs("symbol"), RowRule.SYMBOL, String.valueOf(malformed.getMessage()));
        continue;
      }
      try {
        last.add(layout.reader().read(row));
      } catch (IllegalArgumentException unsound) {
        reject("", RowRule.SOUND_TRADE, String.valueOf(unsound.getMessage()));
      }
    }
  }

  /** Goes to the records of a symbol. */
  private void select(String name) {
    if (!name.equals(lastName)) {
      last = records.computeIfAbsent(Symbol.of(name), symbol -> new ArrayList<>());
      lastName = name;
    } else if (name.isEmpty()) {
      throw new IllegalArgumentException("symbol must be present");
    }
  }

  private void reject(String column, RowRule rule, String message) {
    rejected.add(new RejectedRow(path.toString(), rows, column, "", rule, message));
  }

  private static <T extends MarketRecord> void sort(List<T> list) {
    for (int i = 1; i < list.size(); i++) {
      if (list.get(i).eventTime() < list.get(i - 1).eventTime()) {
        list.sort(java.util.Comparator.comparingLong(MarketRecord::eventTime));
        return;
      }
    }
  }

  static <T extends MarketRecord> void write(
      Path path, Layout<T> layout, Map<Symbol, List<T>> records) {
    try (Duck duck = Duck.inMemory(path.toString(), 0)) {
      duck.execute("CREATE TEMP TABLE rows (" + layout.definitions() + ")");
      records.forEach((symbol, list) -> layout.append(duck, "rows", list, symbol));
      ParquetFile.write(path, duck, "FROM rows", "");
    }
  }
}
