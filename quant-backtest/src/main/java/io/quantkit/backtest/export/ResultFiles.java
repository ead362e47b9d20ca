package io.quantkit.backtest.export;

import io.quantkit.backtest.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link ResultTables} to files and reads them back, equal.
 *
 * <p>The same tables give the same CSV and JSON bytes on every machine: doubles are the shortest
 * decimals that read back to the same bits ({@code NaN}, {@code Infinity} and {@code -Infinity}
 * where they are no numbers), decimals are plain and exact, times are ISO-8601 in UTC to the
 * nanosecond, text is UTF-8, lines end in {@code \n}. Missing folders are created. A file is
 * written beside its place and moved there when it is complete, so that a reader sees the old
 * content or the new, never half of it.
 */
public final class ResultFiles {
  private ResultFiles() {}

  /** Writes a file {@code <table>.csv} with a header for each table. */
  public static void writeCsv(ResultTables tables, Path folder) throws IOException {
    for (ResultTable table : tables.tables()) {
      AtomicFile.write(
          folder.resolve(table.name() + ".csv"), draft -> CsvTables.write(table, draft));
    }
  }

  /**
   * Reads what {@link #writeCsv} wrote.
   *
   * @throws IOException if a file is missing
   * @throws io.quantkit.core.error.DataCorruptionException if a file is not what was written
   */
  public static ResultTables readCsv(Path folder) throws IOException {
    return readAll(schema -> CsvTables.read(schema, folder.resolve(schema.tableName() + ".csv")));
  }

  /**
   * Writes one JSON file: an object {@code {"schemaVersion": 1, "tables": {...}}}, in it an object
   * per table, in that an array per column. Decimals are strings, so that no reader rounds them.
   */
  public static void writeJson(ResultTables tables, Path file) throws IOException {
    AtomicFile.write(file, draft -> JsonTables.write(tables, draft));
  }

  /**
   * Reads what {@link #writeJson} wrote.
   *
   * @throws IOException if the file is missing
   * @throws io.quantkit.core.error.DataCorruptionException if the file is not what was written
   */
  public static ResultTables readJson(Path file) throws IOException {
    return JsonTables.read(file);
  }

  /**
   * Writes a file {@code <table>.parquet} for each table, compressed with Zstandard. Decimals are
   * {@code DECIMAL(38, 18)}, times are {@code BIGINT} nanoseconds since 1970. Needs the artifact
   * {@code org.duckdb:duckdb_jdbc} on the class path.
   *
   * @throws io.quantkit.core.error.MissingConfigException if the artifact is missing
   */
  public static void writeParquet(ResultTables tables, Path folder) throws IOException {
    ParquetTables.require();
    for (ResultTable table : tables.tables()) {
      AtomicFile.write(
          folder.resolve(table.name() + ".parquet"), draft -> ParquetTables.write(table, draft));
    }
  }

  /**
   * Reads what {@link #writeParquet} wrote.
   *
   * @throws io.quantkit.core.error.DataCorruptionException if a file is missing or not what was
   *     written
   * @throws io.quantkit.core.error.MissingConfigException if the artifact is missing
   */
  public static ResultTables readParquet(Path folder) throws IOException {
    ParquetTables.require();
    return readAll(
        schema -> ParquetTables.read(schema, folder.resolve(schema.tableName() + ".parquet")));
  }

  private static ResultTables readAll(Reading reading) throws IOException {
    List<ResultTable> tables = new ArrayList<>();
    for (TableSchema schema : TableSchema.ALL) {
      tables.add(reading.read(schema));
    }
    return new ResultTables(tables);
  }

  /** Reads a table. */
  @FunctionalInterface
  private interface Reading {
    ResultTable read(TableSchema schema) throws IOException;
  }
}
