package io.quantkit.backtest.export;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.MissingConfigException;
import io.quantkit.core.math.Decimal;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Tables as Parquet, by DuckDB. */
final class ParquetTables {
  private static final String ARTIFACT = "org.duckdb:duckdb_jdbc";
  private static final String DRIVER = "org.duckdb.DuckDBConnection";

  private ParquetTables() {}

  static void require() {
    try {
      Class.forName(DRIVER, false, ParquetTables.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new MissingConfigException(
          ARTIFACT,
          "Parquet files need a library that is not on the class path: add the artifact "
              + ARTIFACT,
          absent);
    }
  }

  static void write(ResultTable table, Path file) throws IOException {
    try (DuckDBConnection duck = open();
        Statement statement = duck.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE cells (%s)"
              .formatted(
                  table.columns().stream()
                      .map(column -> "\"%s\" %s".formatted(column.name(), type(column)))
                      .collect(Collectors.joining(", "))));
      try (DuckDBAppender appender = duck.createAppender("temp", "main", "cells")) {
        for (int row = 0; row < table.rows(); row++) {
          appender.beginRow();
          for (int column = 0; column < table.columns().size(); column++) {
            append(appender, table, column, row);
          }
          appender.endRow();
        }
      }
      statement.execute(
          "COPY cells TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(quoted(file)));
    } catch (SQLException failure) {
      throw new IOException(file + " cannot be written: " + failure.getMessage(), failure);
    }
  }

  private static String type(TableColumn column) {
    return switch (column.kind()) {
      case TEXT -> "VARCHAR";
      case WHOLE, TIME -> "BIGINT";
      case DECIMAL -> "DECIMAL(38, 18)";
      case NUMBER -> "DOUBLE";
    };
  }

  private static void append(DuckDBAppender appender, ResultTable table, int column, int row)
      throws SQLException {
    switch (table.columns().get(column).kind()) {
      case TEXT -> appender.append(table.text(column, row));
      case WHOLE -> appender.append(table.whole(column, row));
      case TIME -> appender.append(table.time(column, row));
      case DECIMAL ->
          appender.append(
              table
                  .decimal(column, row)
                  .toBigDecimal()
                  .setScale(Decimal.MAX_DIGITS, RoundingMode.UNNECESSARY));
      case NUMBER -> appender.append(table.number(column, row));
    }
  }

  static ResultTable read(TableSchema schema, Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    String columns =
        schema.columns().stream()
            .map(column -> "\"%s\"::%s".formatted(column.name(), type(column)))
            .collect(Collectors.joining(", "));
    ResultTable.Builder rows = ResultTable.builder(schema);
    try (DuckDBConnection duck = open();
        Statement statement = duck.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT %s FROM read_parquet(%s)".formatted(columns, pattern(file)))) {
      while (result.next()) {
        for (int column = 1; column <= schema.columns().size(); column++) {
          switch (rows.next()) {
            case TEXT -> rows.text(result.getString(column));
            case WHOLE -> rows.whole(result.getLong(column));
            case TIME -> rows.time(result.getLong(column));
            case DECIMAL -> rows.decimal(Decimal.from(result.getBigDecimal(column)));
            case NUMBER -> rows.number(result.getDouble(column));
          }
        }
      }
    } catch (SQLException failure) {
      throw new DataCorruptionException(
          file.toString(), file + " is no table of a result: " + failure.getMessage(), failure);
    }
    return rows.build();
  }

  private static DuckDBConnection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("threads", "1");
    try {
      return DuckDBConnection.newConnection("jdbc:duckdb:", false, settings);
    } catch (SQLException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new SQLException("DuckDB cannot be opened: " + failure.getMessage(), failure);
    }
  }

  private static String quoted(Path file) {
    return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
  }

  /** Returns the name of one file, as a pattern that matches nothing else. */
  private static String pattern(Path file) {
    return quoted(file).replaceAll("([\\[*?])", "[$1]");
  }
}
