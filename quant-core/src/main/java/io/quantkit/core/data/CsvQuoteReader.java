package io.quantkit.core.data;

import io.quantkit.core.error.DataException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Quote;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads quotes from CSV files with a header, gzip or not. Quotes keep the order of the file, which
 * settles the order within one time stamp.
 *
 * <p>Files and bad rows are treated as {@link CsvBarReader} treats them.
 *
 * @param schema what the columns mean
 * @param badRows what becomes of rows that break a rule
 */
public record CsvQuoteReader(CsvQuoteSchema schema, BadRows badRows) {

  /** Creates a reader that reports bad rows. */
  public CsvQuoteReader(CsvQuoteSchema schema) {
    this(schema, BadRows.REPORT);
  }

  /**
   * Reads a file.
   *
   * @throws DataException if the file as a whole cannot be used
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public QuoteLoad read(Path file) {
    return read(CsvRows.open(file, schema.format()));
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param source what errors and rejections call it
   * @throws DataException if the stream as a whole cannot be used
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public QuoteLoad read(String source, InputStream stream) {
    return read(CsvRows.open(source, stream, schema.format()));
  }

  /**
   * Reads a file in chunks, each of so many quotes but the last.
   *
   * @param chunkQuotes the quotes of a chunk, at least 1
   * @param sink takes the chunks
   * @throws DataException if the file as a whole cannot be used; chunks may have been handed on
   *     before that is found
   * @throws DataValidationException if a row breaks a rule and {@link BadRows#STRICT} is asked for
   */
  public CsvSummary stream(Path file, int chunkQuotes, QuoteChunkSink sink) {
    CsvBarReader.requireChunk(chunkQuotes);
    return stream(CsvRows.open(file, schema.format()), chunkQuotes, sink);
  }

  /**
   * Reads a stream to its end in chunks and closes it; see {@link #stream(Path, int,
   * QuoteChunkSink)}.
   *
   * @param source what errors and rejections call it
   */
  public CsvSummary stream(
      String source, InputStream stream, int chunkQuotes, QuoteChunkSink sink) {
    CsvBarReader.requireChunk(chunkQuotes);
    return stream(CsvRows.open(source, stream, schema.format()), chunkQuotes, sink);
  }

  private CsvSummary stream(CsvRows opened, int chunkQuotes, QuoteChunkSink sink) {
    try (CsvRows rows = opened;
        Rejections rejections = new Rejections(rows, badRows)) {
      QuoteChunk chunk = new QuoteChunk(chunkQuotes);
      QuoteParser parser =
          new QuoteParser(
              schema,
              rows,
              rejections,
              (time, known, bid, bidSize, ask, askSize) -> {
                if (chunk.add(time, known, bid, bidSize, ask, askSize)) {
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
          parser.quotes(),
          rejections.count(),
          rejections.byRule(),
          rejections.kept());
    }
  }

  private QuoteLoad read(CsvRows opened) {
    try (CsvRows rows = opened;
        Rejections rejections = new Rejections(rows, badRows)) {
      List<Quote> quotes = new ArrayList<>();
      QuoteParser parser =
          new QuoteParser(
              schema,
              rows,
              rejections,
              (time, known, bid, bidSize, ask, askSize) ->
                  quotes.add(new Quote(time, known, bid, bidSize, ask, askSize)));
      parser.run();
      rejections.finish();
      return new QuoteLoad(
          rows.source(), parser.rows(), quotes, rejections.kept(), rejections.count());
    }
  }
}
