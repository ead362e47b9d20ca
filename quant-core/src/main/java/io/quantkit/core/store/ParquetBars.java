package io.quantkit.core.store;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** One reading of a Parquet file of bars. */
final class ParquetBars {
  private static final BarField[] FIELDS = BarField.values();

  private final Path path;
  private final BarColumns columns;
  private final Optional<Symbol> only;
  private final int threads;
  private long rows;

  ParquetBars(Path path, BarColumns columns, Optional<Symbol> only, int threads) {
    this.path = path;
    this.columns = columns;
    this.only = only;
    this.threads = threads;
  }

  BarLoad read() {
    InputFile.require(path);
    if (columns.symbol().isEmpty() && columns.symbolColumn().isEmpty()) {
      throw new IllegalArgumentException(
          "symbol or its column must be declared for a Parquet file, neither was");
    }
    try (Duck duck = Duck.inMemory(path.toString(), threads)) {
      ParquetFile file = new ParquetFile(path, duck);
      requireTimeframe(file);
      BarCollector inFileOrder = read(duck, file, false);
      return inFileOrder.outOfOrder() ? read(duck, file, true).load(rows) : inFileOrder.load(rows);
    }
  }

  private void requireTimeframe(ParquetFile file) {
    String timeframe = file.metadata("timeframe");
    if (!timeframe.isEmpty() && !timeframe.equals(columns.timeframe().toString())) {
      throw new DataValidationException(
          path.toString(),
          "%s has bars of %s and not %s".formatted(path, timeframe, columns.timeframe()));
    }
  }

  private BarCollector read(Duck duck, ParquetFile file, boolean sorted) {
    boolean dates = file.isDate(columns.timeColumn());
    if (dates && columns.calendar().isEmpty()) {
      throw new DataCorruptionException(
          path.toString(),
          "%s: column %s has dates, which say nothing of hours; declare the calendar"
              .formatted(path, columns.timeColumn()));
    }
    if (columns.knownAtColumn().filter(file::isDate).isPresent()) {
      throw new DataCorruptionException(
          path.toString(),
          "%s: column %s has dates, which are no times; declare the calendar instead of it"
              .formatted(path, columns.knownAtColumn().get()));
    }
    BarCollector collector = new BarCollector(path.toString(), columns);
    String symbol = symbols(duck, file, collector);
    String sql = select(file, symbol, sorted);
    rows = 0;
    double[][] numbers = new double[FIELDS.length][0];
    duck.query(sql, chunk -> take(chunk, collector, dates, numbers));
    return collector;
  }

  /** Tells the collector the symbols in file order; returns the SQL for the number of a row's. */
  private String symbols(Duck duck, ParquetFile file, BarCollector collector) {
    if (columns.symbolColumn().isEmpty()) {
      long count = duck.number("SELECT count(*) FROM " + file.table(""));
      collector.symbol(columns.symbol().map(Symbol::value).orElse(""), capacity(count));
      return "0::INTEGER";
    }
    String name = file.text(columns.symbolColumn().get());
    duck.execute(
        "CREATE OR REPLACE TEMP TABLE names AS SELECT %s AS name, count(*) AS size, %s AS first"
                .formatted(name, "min(file_row_number)")
            + " FROM "
            + file.table(", file_row_number=true")
            + where(file)
            + " GROUP BY ALL");
    List<List<String>> names =
        duck.texts("SELECT name, size FROM names WHERE name IS NOT NULL ORDER BY first");
    for (List<String> one : names) {
      collector.symbol(one.get(0), capacity(Long.parseLong(one.get(1))));
    }
    if (names.isEmpty()) {
      return "-1::INTEGER";
    }
    duck.execute("DROP TYPE IF EXISTS named");
    duck.execute(
        "CREATE TYPE named AS ENUM (SELECT name FROM names WHERE name IS NOT NULL ORDER BY first)");
    return "coalesce(enum_code(" + name + "::named)::INTEGER, -1)";
  }

  private static int capacity(long rows) {
    return (int) Math.min(rows, Integer.MAX_VALUE - 8);
  }

  private String where(ParquetFile file) {
    return columns
        .symbolColumn()
        .flatMap(
            column ->
                only.map(one -> " WHERE " + file.text(column) + " = " + Duck.quoted(one.value())))
        .orElse("");
  }

  private String select(ParquetFile file, String symbol, boolean sorted) {
    long nanos = columns.timeUnit().toNanos(1);
    StringBuilder sql = new StringBuilder("SELECT ").append(symbol).append(" AS line, ");
    sql.append(file.time(columns.timeColumn(), nanos)).append(" AS began, ");
    sql.append(columns.knownAtColumn().map(name -> file.time(name, nanos)).orElse("0::BIGINT"));
    sql.append(" AS known");
    for (BarField field : FIELDS) {
      String number = columns.column(field).map(file::number).orElse("'NaN'::DOUBLE");
      sql.append(", ").append(number);
    }
    boolean numbered = sorted || only.isPresent();
    if (numbered) {
      sql.append(", file_row_number + 1 AS row");
    }
    sql.append(" FROM ").append(file.table(numbered ? ", file_row_number=true" : ""));
    sql.append(where(file));
    if (sorted) {
      sql.append(" ORDER BY line, began, row");
    }
    return sql.toString();
  }

  private void take(
      DuckDBDataChunkReader chunk, BarCollector collector, boolean dates, double[][] numbers) {
    int size = (int) chunk.rowCount();
    for (int f = 0; f < numbers.length; f++) {
      if (numbers[f].length < size) {
        numbers[f] = new double[size];
      }
      DuckDBReadableVector from = chunk.vector(3 + f);
      double[] to = numbers[f];
      for (int i = 0; i < size; i++) {
        to[i] = from.getDouble(i, Double.NaN);
      }
    }
    DuckDBReadableVector lines = chunk.vector(0);
    DuckDBReadableVector starts = chunk.vector(1);
    DuckDBReadableVector knowns = chunk.vector(2);
    boolean told = columns.knownAtColumn().isPresent();
    boolean numbered = chunk.columnCount() > 3 + numbers.length;
    double[] bar = new double[numbers.length];
    for (int i = 0; i < size; i++) {
      rows++;
      long row = numbered ? chunk.vector(3 + numbers.length).getLong(i) : rows;
      for (int f = 0; f < bar.length; f++) {
        bar[f] = numbers[f][i];
      }
      int line = lines.getInt(i, -1);
      if (starts.isNull(i) || knowns.isNull(i)) {
        collector.rejectTime(row, "");
      } else if (dates) {
        collector.addDate(row, line, starts.getLong(i), bar);
      } else {
        collector.add(row, line, starts.getLong(i), knowns.getLong(i), told, bar);
      }
    }
  }

  static void write(Path path, List<BarSeries> series) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a file of bars must have at least one series");
    }
    Timeframe timeframe = series.get(0).timeframe();
    for (BarSeries one : series) {
      if (!one.timeframe().equals(timeframe)) {
        throw new IllegalArgumentException(
            "series of a file must have one timeframe, %s has %s and not %s"
                .formatted(one.symbol(), one.timeframe(), timeframe));
      }
    }
    Symbols.copyOf(series.stream().map(BarSeries::symbol).toList());
    try (Duck duck = Duck.inMemory(path.toString(), 0)) {
      duck.execute(
          "CREATE TEMP TABLE bars (symbol VARCHAR, start BIGINT, known_at BIGINT, open DOUBLE, "
              + "high DOUBLE, low DOUBLE, close DOUBLE, volume DOUBLE, vwap DOUBLE, trades DOUBLE)");
      duck.append(
          "bars",
          appender -> {
            for (BarSeries one : series) {
              append(appender, one);
            }
          });
      String metadata = ", KV_METADATA {timeframe: " + Duck.quoted(timeframe.toString()) + "}";
      ParquetFile.write(path, duck, "FROM bars", metadata);
    }
  }

  private static void append(DuckDBAppender appender, BarSeries series) throws SQLException {
    String symbol = series.symbol().value();
    for (int i = 0; i < series.size(); i++) {
      appender.beginRow().append(symbol).append(series.start(i)).append(series.knownAt(i));
      for (BarField field : FIELDS) {
        appender.append(series.value(field, i));
      }
      appender.endRow();
    }
  }
}
