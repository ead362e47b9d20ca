package io.quantkit.core.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The records of a CSV file with a header, gzip or not, as they are written. */
final class CsvRows implements AutoCloseable {
  private final String source;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> names;

  private CsvRows(String source, CsvReader<CsvRecord> reader) {
    this.source = source;
    this.reader = reader;
    this.records = reader.iterator();
    CsvRecord header = advance();
    this.names = header.getFields().stream().map(String::strip).toList();
    for (int c = 0; c < names.size(); c++) {
      if (columns.put(names.get(c), c) != null) {
        throw new DataCorruptionException(
            source,
            "%s line %d: column %s occurs twice in the header"
                .formatted(source, header.getStartingLineNumber(), names.get(c)));
      }
    }
  }

  /** Opens a file. */
  static CsvRows open(Path file, char delimiter) {
    if (Files.isDirectory(file)) {
      throw new DataNotFoundException(file.toString(), file + " is a directory; give a file");
    }
    if (!Files.exists(file)) {
      throw new DataNotFoundException(file.toString(), file + " does not exist");
    }
    try {
      return open(file.toString(), Files.newInputStream(file), delimiter);
    } catch (IOException failure) {
      throw unreadable(file.toString(), failure);
    }
  }

  /** Opens a stream; closes it when done or on failure. */
  static CsvRows open(String source, InputStream stream, char delimiter) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(stream, 1 << 16);
      buffered.mark(2);
      boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
      buffered.reset();
      InputStream text = zipped ? new GZIPInputStream(buffered, 1 << 16) : buffered;
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .detectBomHeader(true)
              .ofCsvRecord(text, StandardCharsets.UTF_8);
      try {
        return new CsvRows(source, reader);
      } catch (RuntimeException failure) {
        reader.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw unreadable(source, failure);
    }
  }

  /** Returns the position of a column. */
  int column(String name) {
    Integer column = columns.get(name);
    if (column == null) {
      throw new DataCorruptionException(
          source,
          "%s has no column %s, its header names %s"
              .formatted(source, name, columns.keySet().stream().sorted().toList()));
    }
    return column;
  }

  /** Checks that a row has as many fields as the header. */
  void requireComplete(CsvRecord row) throws RowFault {
    if (row.getFieldCount() != names.size()) {
      throw new RowFault(
          RowRule.COLUMN_COUNT,
          "row must have %d fields, had %d".formatted(names.size(), row.getFieldCount()));
    }
  }

  /**
   * Returns the rejection of a row.
   *
   * @param column the column at fault, -1 if it is the row as a whole
   */
  RejectedRow rejection(CsvRecord row, int column, RowFault fault) {
    boolean named = column >= 0;
    return new RejectedRow(
        source,
        row.getStartingLineNumber(),
        named ? names.get(column) : "",
        named ? row.getField(column) : "",
        fault.rule(),
        String.valueOf(fault.getMessage()));
  }

  String source() {
    return source;
  }

  boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException failure) {
      throw broken(failure);
    }
  }

  CsvRecord next() {
    try {
      return records.next();
    } catch (CsvParseException | UncheckedIOException failure) {
      throw broken(failure);
    }
  }

  private CsvRecord advance() {
    if (!hasNext()) {
      throw new DataNotFoundException(source, source + " is empty; it must have a header line");
    }
    return next();
  }

  private DataCorruptionException broken(RuntimeException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new DataCorruptionException(
        source, source + " cannot be read to its end: " + cause.getMessage(), failure);
  }

  private static RuntimeException unreadable(String source, IOException failure) {
    if (failure instanceof ZipException || failure instanceof java.io.EOFException) {
      return new DataCorruptionException(
          source, source + " is not a whole gzip file: " + failure.getMessage(), failure);
    }
    return new DataConnectionException(
        source, source + " cannot be read: " + failure.getMessage(), failure);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failure) {
      throw unreadable(source, failure);
    }
  }
}
