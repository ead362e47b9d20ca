package io.quantkit.core.store;

import io.quantkit.core.data.BarLoad;
import io.quantkit.core.data.BarQuery;
import io.quantkit.core.data.BarSource;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parquet files of bars, trades and quotes, compressed with Zstandard.
 *
 * <p>Needs the artifact {@code org.duckdb:duckdb_jdbc} on the class path. DuckDB works with as many
 * threads as there are processors, which end with the call; a {@link #source} works on the calling
 * thread alone, so that an executor decides how many there are.
 *
 * <p>What is written is read back to the bit, {@code NaN} and the sign of zero included. A file is
 * written beside its place and moved there when it is complete, so that nobody sees half of it. A
 * row that is no bar is returned by its number, counted from 1, and never repaired; a file that
 * cannot be understood as a whole is a {@link DataException} that names it. Rows may be in any
 * order; those of a symbol are sorted by time if they are not.
 *
 * <p>The columns that are written, times being whole nanoseconds since 1970-01-01T00:00Z:
 *
 * <ul>
 *   <li>bars: {@code symbol VARCHAR, start BIGINT, known_at BIGINT, open, high, low, close, volume,
 *       vwap, trades DOUBLE}, and the timeframe in the file's metadata under {@code timeframe}
 *   <li>trades: {@code symbol VARCHAR, event_time BIGINT, known_at BIGINT, price, size DOUBLE,
 *       aggressor VARCHAR}
 *   <li>quotes: {@code symbol VARCHAR, event_time BIGINT, known_at BIGINT, bid, bid_size, ask,
 *       ask_size DOUBLE}
 * </ul>
 */
public final class ParquetFiles {
  private ParquetFiles() {}

  /**
   * Reads a file of bars that {@link #writeBars} wrote.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataCorruptionException if it is no complete Parquet file or lacks a column, or one has
   *     another type
   * @throws io.quantkit.core.error.DataValidationException if its bars are of another timeframe
   */
  public static BarLoad readBars(Path file, Timeframe timeframe) {
    return readBars(file, BarColumns.of(timeframe));
  }

  /**
   * Reads a file of bars by declared columns.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataCorruptionException if it is no complete Parquet file or lacks a column, or one has
   *     another type
   */
  public static BarLoad readBars(Path file, BarColumns columns) {
    Artifact.DUCKDB.require();
    return new ParquetBars(file, columns, Optional.empty(), 0).read();
  }

  /**
   * Writes bars; replaces a file that is there.
   *
   * @param series one per symbol, in the order in which they are to be read; all of one timeframe
   * @throws IllegalArgumentException if there is no series, two are of one symbol or timeframes
   *     differ
   */
  public static void writeBars(Path file, List<BarSeries> series) {
    Artifact.DUCKDB.require();
    ParquetBars.write(file, series);
  }

  /**
   * Returns a source that reads Parquet files, each time anew and only the rows of the symbol asked
   * for. May be used by several threads; works on the calling one.
   *
   * <p>A row that is no bar is an error, so that nothing is lost unseen; {@link #readBars} leaves
   * the decision to its caller.
   *
   * @param file tells the file of an instrument; several may be in one
   */
  public static BarSource source(BarColumns columns, Function<Symbol, Path> file) {
    Artifact.DUCKDB.require();
    return query -> {
      Path path = file.apply(query.symbol());
      if (!columns.timeframe().equals(query.timeframe())) {
        throw absent(path, query);
      }
      BarLoad load = new ParquetBars(path, columns, Optional.of(query.symbol()), 1).read();
      for (BarSeries one : load.orThrow().series()) {
        if (one.symbol().equals(query.symbol())) {
          return one.between(query.fromInclusive(), query.toExclusive());
        }
      }
      throw absent(path, query);
    };
  }

  private static DataNotFoundException absent(Path path, BarQuery query) {
    return new DataNotFoundException(
        path.toString(),
        "%s has no %s bars of %s".formatted(path, query.timeframe(), query.symbol()));
  }

  /** Reads a file of trades that {@link #writeTrades} wrote. */
  public static RecordLoad<Trade> readTrades(Path file) {
    return readTrades(file, RecordColumns.OWN);
  }

  /**
   * Reads a file of trades by declared columns; the names declared for are {@code symbol}, {@code
   * event_time}, {@code known_at}, {@code price}, {@code size} and {@code aggressor}.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataCorruptionException if it is no complete Parquet file or lacks a column, or one has
   *     another type
   */
  public static RecordLoad<Trade> readTrades(Path file, RecordColumns columns) {
    Artifact.DUCKDB.require();
    return new ParquetRecords<>(file, Layouts.TRADES, columns).read();
  }

  /** Writes trades, oldest first for each symbol; replaces a file that is there. */
  public static void writeTrades(Path file, Map<Symbol, List<Trade>> trades) {
    Artifact.DUCKDB.require();
    ParquetRecords.write(file, Layouts.TRADES, trades);
  }

  /** Reads a file of quotes that {@link #writeQuotes} wrote. */
  public static RecordLoad<Quote> readQuotes(Path file) {
    return readQuotes(file, RecordColumns.OWN);
  }

  /**
   * Reads a file of quotes by declared columns; the names declared for are {@code symbol}, {@code
   * event_time}, {@code known_at}, {@code bid}, {@code bid_size}, {@code ask} and {@code ask_size}.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataCorruptionException if it is no complete Parquet file or lacks a column, or one has
   *     another type
   */
  public static RecordLoad<Quote> readQuotes(Path file, RecordColumns columns) {
    Artifact.DUCKDB.require();
    return new ParquetRecords<>(file, Layouts.QUOTES, columns).read();
  }

  /** Writes quotes, oldest first for each symbol; replaces a file that is there. */
  public static void writeQuotes(Path file, Map<Symbol, List<Quote>> quotes) {
    Artifact.DUCKDB.require();
    ParquetRecords.write(file, Layouts.QUOTES, quotes);
  }
}
