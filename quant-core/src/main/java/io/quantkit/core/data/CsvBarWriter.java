package io.quantkit.core.data;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes bars to a CSV file that reads back to the same bits: a row per bar with its symbol, its
 * start and when it became known as ISO instants, and its seven numbers, empty where not told. A
 * name that ends in {@code .gz} asks for compression.
 *
 * <p>The file appears under its name when {@link #finish} has written all of it, and replaces what
 * was there; a writer closed without that leaves nothing. Belongs to one thread.
 *
 * <pre>{@code
 * try (CsvBarWriter writer = CsvBarWriter.open(file)) {
 *   writer.write(series);
 *   writer.finish();
 * }
 * BarLoad same = new CsvBarReader(CsvBarWriter.schema(timeframe, calendar)).read(file);
 * }</pre>
 */
public final class CsvBarWriter implements AutoCloseable {
  private static final String HEADER =
      "symbol,time,known_at,open,high,low,close,volume,vwap,trades\n";
  private static final BarField[] FIELDS = BarField.values();

  private final WholeFile file;
  private final RowText row;

  private CsvBarWriter(WholeFile file) {
    this.file = file;
    this.row = new RowText(file);
    file.write(HEADER.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Starts a file.
   *
   * @throws DataConnectionException if its folder cannot be written to
   */
  public static CsvBarWriter open(Path file) {
    return new CsvBarWriter(new WholeFile(file));
  }

  /**
   * Writes all bars of some series to a file.
   *
   * @throws DataConnectionException if the file cannot be written; then there is none
   */
  public static void write(Path file, List<BarSeries> series) {
    try (CsvBarWriter writer = open(file)) {
      for (BarSeries one : series) {
        writer.write(one);
      }
      writer.finish();
    }
  }

  /**
   * Returns the schema of the files that are written here.
   *
   * @param timeframe that of the bars
   * @param calendar that of their market
   */
  public static CsvSchema schema(Timeframe timeframe, TradingCalendar calendar) {
    return CsvSchema.bars(timeframe, calendar)
        .time("time", TimeFormat.ISO_INSTANT)
        .knownAt("known_at", TimeFormat.ISO_INSTANT)
        .symbolColumn("symbol")
        .vwap("vwap")
        .trades("trades")
        .build();
  }

  /**
   * Writes the bars of a series.
   *
   * @throws IllegalArgumentException if a bar starts before 1900 or after 2199
   * @throws DataConnectionException if the file cannot be written
   */
  public void write(BarSeries series) {
    for (int i = 0; i < series.size(); i++) {
      begin(series.symbol(), series.start(i), series.knownAt(i));
      for (BarField field : FIELDS) {
        row.separator().number(series.value(field, i));
      }
      row.end();
    }
  }

  /** Writes the bars of a chunk; see {@link #write(BarSeries)}. */
  public void write(BarChunk chunk) {
    for (int i = 0; i < chunk.size(); i++) {
      begin(chunk.symbol(i), chunk.start(i), chunk.knownAt(i));
      for (BarField field : FIELDS) {
        row.separator().number(chunk.value(field, i));
      }
      row.end();
    }
  }

  private void begin(Symbol symbol, long start, long knownAt) {
    row.text(symbol.value()).separator().time(start).separator().time(knownAt);
  }

  /**
   * Puts the file in its place.
   *
   * @throws DataConnectionException if it cannot be written
   */
  public void finish() {
    row.flush();
    file.finish();
  }

  /** Leaves nothing behind unless {@link #finish} was called. */
  @Override
  public void close() {
    file.close();
  }
}
