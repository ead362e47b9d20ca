package io.quantkit.core.store;

import com.google.common.base.Splitter;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Symbol;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * How records of one kind lie in columns, in files and in tables alike. The first three columns are
 * always {@code symbol}, {@code event_time} and {@code known_at}.
 *
 * @param table the name of their table
 * @param columns those after the first three
 * @param writer puts a record into the columns after the first three, in their order
 * @param reader makes a record of a row; throws {@code IllegalArgumentException} if it is none
 * @param owner checks that a record may be filed under a symbol; throws {@code
 *     IllegalArgumentException} if not
 * @param <T> what the records are
 */
record Layout<T extends MarketRecord>(
    String table,
    List<Column> columns,
    Writer<T> writer,
    Reader<T> reader,
    BiConsumer<Symbol, T> owner) {

  /** A column and what it holds. */
  record Column(String name, Type type) {}

  /** What a column holds. */
  enum Type {
    TIME("BIGINT"),
    WHOLE("BIGINT"),
    NUMBER("DOUBLE"),
    MONEY("DECIMAL(20,9)"),
    TEXT("VARCHAR");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }
  }

  /** Puts a record into columns. */
  @FunctionalInterface
  interface Writer<T> {
    void write(T one, RowWriter row) throws SQLException;
  }

  /** Makes a record of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(RowReader row);
  }

  /** Returns all columns with their types, as SQL that creates a table. */
  String definitions() {
    return "symbol VARCHAR, event_time BIGINT, known_at BIGINT, "
        + columns.stream()
            .map(column -> column.name() + " " + column.type().sql)
            .collect(Collectors.joining(", "));
  }

  /** Returns the names of all columns, as SQL. */
  String names() {
    return "symbol, event_time, known_at, "
        + columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** Returns the condition that two rows are equal in all columns, as SQL. */
  String same(String one, String other) {
    return Splitter.on(", ")
        .splitToStream(names())
        .map(name -> "%s.%s IS NOT DISTINCT FROM %s.%s".formatted(one, name, other, name))
        .collect(Collectors.joining(" AND "));
  }

  /** Puts records of a symbol into a temporary table of these columns. */
  void append(Duck duck, String table, Iterable<T> records, Symbol symbol) {
    duck.append(
        table,
        appender -> {
          RowWriter row = new RowWriter(appender);
          for (T one : records) {
            appender.beginRow();
            row.text(symbol.value()).whole(one.eventTime()).whole(one.knownAt());
            writer.write(one, row);
            appender.endRow();
          }
        });
  }
}
