package io.quantkit.core.store;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataValidationException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A connection to a DuckDB database whose failures are named. Belongs to one thread at a time;
 * {@link #duplicate} gives another thread one of its own.
 */
final class Duck implements AutoCloseable {
  private final String source;
  private final DuckDBConnection connection;

  private Duck(String source, DuckDBConnection connection) {
    this.source = source;
    this.connection = connection;
  }

  /**
   * Opens an empty database in memory.
   *
   * @param source what errors name: the file that is read or written with it
   * @param threads how many threads DuckDB may use, the calling one included; 0 for one per
   *     processor
   */
  static Duck inMemory(String source, int threads) {
    return connect(source, "jdbc:duckdb:", threads);
  }

  /** Opens a database file, which is created if it does not exist. */
  static Duck open(Path file) {
    return connect(file.toString(), "jdbc:duckdb:" + file.toAbsolutePath(), 0);
  }

  private static Duck connect(String source, String url, int threads) {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    if (threads > 0) {
      settings.setProperty("threads", Integer.toString(threads));
    }
    try {
      return new Duck(source, DuckDBConnection.newConnection(url, false, settings));
    } catch (SQLException failure) {
      throw failure(source, failure);
    } catch (Exception failure) {
      throw new DataConnectionException(
          source, source + " cannot be opened: " + failure.getMessage(), failure);
    }
  }

  /** Returns another connection to the same database. */
  Duck duplicate() {
    try {
      return new Duck(source, connection.duplicate());
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  String source() {
    return source;
  }

  /** Runs one statement without parameters. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  /** Runs one statement that changes rows; returns how many. */
  long update(String sql, Object... arguments) {
    try (DuckDBPreparedStatement statement = prepare(sql, arguments)) {
      return statement.executeLargeUpdate();
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  /** Runs a query and hands over its result, chunk by chunk, in order. */
  void query(String sql, Consumer<DuckDBDataChunkReader> chunks, Object... arguments) {
    try (DuckDBPreparedStatement statement = prepare(sql, arguments);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        chunks.accept(result.chunk());
      }
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  /** Returns the first number of a query, 0 if it has no row. */
  long number(String sql, Object... arguments) {
    long[] number = new long[1];
    query(
        sql,
        chunk -> {
          if (chunk.rowCount() > 0) {
            number[0] = chunk.vector(0).getLong(0, 0);
          }
        },
        arguments);
    return number[0];
  }

  /** Returns the rows of a query as text, {@code ""} for null. */
  List<List<String>> texts(String sql) {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
          String text = result.getString(c);
          row.add(text == null ? "" : text);
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  /** Appends rows to a temporary table. */
  void append(String table, Rows rows) {
    try (DuckDBAppender appender = connection.createAppender("temp", "main", table)) {
      rows.appendTo(appender);
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  /** Runs a change that happens as a whole or not at all. */
  void transaction(Runnable change) {
    execute("BEGIN TRANSACTION");
    try {
      change.run();
      execute("COMMIT");
    } catch (RuntimeException | Error failure) {
      try {
        execute("ROLLBACK");
      } catch (DataException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw failure(failure);
    }
  }

  /** Writes a text as SQL. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Writes a name as SQL. */
  static String named(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private DuckDBPreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    DuckDBPreparedStatement statement = connection.prepare(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement;
    } catch (SQLException failure) {
      statement.close();
      throw failure;
    }
  }

  private DataException failure(SQLException failure) {
    return failure(source, failure);
  }

  private static DataException failure(String source, SQLException failure) {
    String reason = String.valueOf(failure.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.startsWith("transactioncontext error")) {
      return new DataConnectionException(
          source, source + " is being changed by another writer, try again: " + reason, failure);
    }
    boolean elsewhere =
        lower.startsWith("out of memory")
            || lower.startsWith("io error: could not set lock")
            || lower.contains("no space left")
            || lower.contains("permission denied");
    if (elsewhere) {
      return new DataConnectionException(source, source + " cannot be used: " + reason, failure);
    }
    if (lower.startsWith("conversion error") || lower.startsWith("out of range error")) {
      return new DataValidationException(source, source + ": " + reason, failure);
    }
    return new DataCorruptionException(
        source, source + " cannot be read or written: " + reason, failure);
  }

  /** Rows to append. */
  @FunctionalInterface
  interface Rows {
    void appendTo(DuckDBAppender appender) throws SQLException;
  }
}
