package io.quantkit.core.data;

import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.series.BarSeries;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads bars from CSV files by a declared schema. Gzip is recognised by its first bytes, a
 * byte-order mark is skipped, any line end is taken.
 *
 * <p>A row that breaks a {@link RowRule} is never repaired; {@link BadRows} says what becomes of
 * it. A file that cannot be understood as a whole, because it is missing, empty, truncated, has no
 * header or not the declared columns, is a {@link DataException} that names it.
 *
 * <p>{@link #read} returns whole series. {@link #stream} hands on chunks and needs memory for one
 * of them, however large the file is.
 *
 * @param schema what the columns mean
 * @param badRows what becomes of rows that break a rule
 */
public record CsvBarReader(CsvSchema schema, BadRows badRows) {

  /** Creates a reader that reports bad rows. */
  public CsvBarReader(CsvSchema schema) {
    this(schema, BadRows.REPORT);
  }

  /**
   * Reads a file.
   *
   * @throws DataException if the file as a whole cannot be used
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public BarLoad read(Path file) {
    return read(CsvRows.open(file, schema.format()));
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param source what errors and rejections call it
   * @throws DataException if the stream as a whole cannot be used
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public BarLoad read(String source, InputStream stream) {
    return read(CsvRows.open(source, stream, schema.format()));
  }

  /**
   * Reads a file in chunks, each of so many bars but the last.
   *
   * @param chunkBars the bars of a chunk, at least 1
   * @param sink takes the chunks
   * @throws DataException if the file as a whole cannot be used; chunks may have been handed on
   *     before that is found
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public CsvSummary stream(Path file, int chunkBars, BarChunkSink sink) {
    requireChunk(chunkBars);
    return stream(CsvRows.open(file, schema.format()), chunkBars, sink);
  }

  /**
   * Reads a stream to its end in chunks and closes it; see {@link #stream(Path, int,
   * BarChunkSink)}.
   *
   * @param source what errors and rejections call it
   */
  public CsvSummary stream(String source, InputStream stream, int chunkBars, BarChunkSink sink) {
    requireChunk(chunkBars);
    return stream(CsvRows.open(source, stream, schema.format()), chunkBars, sink);
  }

  static void requireChunk(int records) {
    if (records < 1) {
      throw new IllegalArgumentException("a chunk must hold at least 1, was " + records);
    }
  }

  private CsvSummary stream(CsvRows opened, int chunkBars, BarChunkSink sink) {
    try (CsvRows rows = opened;
        Rejections rejections = new Rejections(rows, badRows)) {
      SymbolTable symbols = new SymbolTable(rows.source());
      BarChunk chunk = new BarChunk(chunkBars, symbols);
      BarParser parser =
          new BarParser(
              schema,
              rows,
              symbols,
              rejections,
              (symbol, start, known, open, high, low, close, volume, vwap, trades) -> {
                if (chunk.add(symbol, start, known, open, high, low, close, volume, vwap, trades)) {
                  sink.accept(chunk);
                  chunk.clear();
                }
              });
      parser.run();
      if (chunk.size() > 0) {
        sink.accept(chunk);
      }
      rejections.finish();
      return new CsvSummary(
          rows.source(),
          parser.rows(),
          parser.bars(),
          rejections.count(),
          rejections.byRule(),
          rejections.kept());
    }
  }

  private BarLoad read(CsvRows opened) {
    try (CsvRows rows = opened;
        Rejections rejections = new Rejections(rows, badRows)) {
      SymbolTable symbols = new SymbolTable(rows.source());
      SeriesCollector collector = new SeriesCollector(schema, symbols);
      BarParser parser = new BarParser(schema, rows, symbols, rejections, collector);
      parser.run();
      rejections.finish();
      return new BarLoad(
          rows.source(), parser.rows(), collector.series(), rejections.kept(), rejections.count());
    }
  }

  /** Collects bars into a series per symbol. */
  private static final class SeriesCollector implements BarParser.Receiver {
    private final CsvSchema schema;
    private final SymbolTable symbols;
    private final List<BarSeries.Builder> builders = new ArrayList<>();
    private int[] builderOf = new int[0];

    SeriesCollector(CsvSchema schema, SymbolTable symbols) {
      this.schema = schema;
      this.symbols = symbols;
    }

    @Override
    public void add(
        int symbol,
        long start,
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double vwap,
        double trades) {
      builder(symbol).add(start, knownAt, open, high, low, close, volume, vwap, trades);
    }

    private BarSeries.Builder builder(int symbol) {
      if (symbol >= builderOf.length) {
        int known = builderOf.length;
        builderOf = Arrays.copyOf(builderOf, Math.max(16, 2 * symbol));
        Arrays.fill(builderOf, known, builderOf.length, -1);
      }
      if (builderOf[symbol] < 0) {
        builderOf[symbol] = builders.size();
        builders.add(BarSeries.builder(symbols.symbol(symbol), schema.timeframe()));
      }
      return builders.get(builderOf[symbol]);
    }

    /** Returns the series, in the order of first bars, of a wide file in that of its columns. */
    List<BarSeries> series() {
      List<BarSeries> series = new ArrayList<>();
      if (schema.wide()) {
        for (int builder : builderOf) {
          if (builder >= 0) {
            series.add(builders.get(builder).build());
          }
        }
      } else {
        for (BarSeries.Builder builder : builders) {
          series.add(builder.build());
        }
      }
      return series;
    }
  }
}
