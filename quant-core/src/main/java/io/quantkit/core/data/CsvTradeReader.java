package io.quantkit.core.data;

import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Trade;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads trades from CSV files with a header, gzip or not. Trades keep the order of the file, which
 * settles the order within one time stamp.
 *
 * <p>Files and bad rows are treated as {@link CsvBarReader} treats them.
 *
 * @param schema what the columns mean
 * @param badRows what becomes of rows that break a rule
 */
public record CsvTradeReader(CsvTradeSchema schema, BadRows badRows) {

  /** Creates a reader that reports bad rows. */
  public CsvTradeReader(CsvTradeSchema schema) {
    this(schema, BadRows.REPORT);
  }

  /**
   * Creates a reader of comma-separated files that reports bad rows.
   *
   * @param timeColumn the column of times
   * @param timeFormat how they are written
   * @param priceColumn the column of prices
   * @param sizeColumn the column of units traded
   * @throws IllegalArgumentException if times are dates
   */
  public CsvTradeReader(
      String timeColumn, TimeFormat timeFormat, String priceColumn, String sizeColumn) {
    this(CsvTradeSchema.trades(timeColumn, timeFormat).price(priceColumn).size(sizeColumn).build());
  }

  /**
   * Reads a file.
   *
   * @throws DataException if the file as a whole cannot be used
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public TradeLoad read(Path file) {
    return read(CsvRows.open(file, schema.format()));
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param source what errors and rejections call it
   * @throws DataException if the stream as a whole cannot be used
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public TradeLoad read(String source, InputStream stream) {
    return read(CsvRows.open(source, stream, schema.format()));
  }

  /**
   * Reads a file in chunks, each of so many trades but the last.
   *
   * @param chunkTrades the trades of a chunk, at least 1
   * @param sink takes the chunks
   * @throws DataException if the file as a whole cannot be used; chunks may have been handed on
   *     before that is found
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public CsvSummary stream(Path file, int chunkTrades, TradeChunkSink sink) {
    CsvBarReader.requireChunk(chunkTrades);
    return stream(CsvRows.open(file, schema.format()), chunkTrades, sink);
  }

  /**
   * Reads a stream to its end in chunks and closes it; see {@link #stream(Path, int,
   * TradeChunkSink)}.
   *
   * @param source what errors and rejections call it
   */
  public CsvSummary stream(
      String source, InputStream stream, int chunkTrades, TradeChunkSink sink) {
    CsvBarReader.requireChunk(chunkTrades);
    return stream(CsvRows.open(source, stream, schema.format()), chunkTrades, sink);
  }

  private CsvSummary stream(CsvRows opened, int chunkTrades, TradeChunkSink sink) {
    try (CsvRows rows = opened;
        Rejections rejections = new Rejections(rows, badRows)) {
      TradeChunk chunk = new TradeChunk(chunkTrades);
      TradeParser parser =
          new TradeParser(
              schema,
              rows,
              rejections,
              (time, known, price, size, aggressor) -> {
                if (chunk.add(time, known, price, size, aggressor)) {
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
          parser.trades(),
          rejections.count(),
          rejections.byRule(),
          rejections.kept());
    }
  }

  private TradeLoad read(CsvRows opened) {
    try (CsvRows rows = opened;
        Rejections rejections = new Rejections(rows, badRows)) {
      List<Trade> trades = new ArrayList<>();
      TradeParser parser =
          new TradeParser(
              schema,
              rows,
              rejections,
              (time, known, price, size, aggressor) ->
                  trades.add(new Trade(time, known, price, size, aggressor)));
      parser.run();
      rejections.finish();
      return new TradeLoad(
          rows.source(), parser.rows(), trades, rejections.kept(), rejections.count());
    }
  }
}
