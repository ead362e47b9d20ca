package io.quantkit.core.store;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One Parquet file as DuckDB sees it. */
final class ParquetFile {
  static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT");

  private final Path path;
  private final Duck duck;
  private final Map<String, String> types = new LinkedHashMap<>();

  /** Looks at a file's columns; throws if it is no Parquet file. */
  ParquetFile(Path path, Duck duck) {
    this.path = path;
    this.duck = duck;
    for (List<String> column : duck.texts("DESCRIBE SELECT * FROM " + table(path, ""))) {
      types.put(column.get(0), column.get(1));
    }
  }

  /**
   * Returns the SQL for the rows of this file.
   *
   * @param options what is to be told besides, beginning with a comma, or nothing
   */
  String table(String options) {
    return table(path, options);
  }

  private static String table(Path path, String options) {
    String name = path.toAbsolutePath().toString();
    String literal = name.replaceAll("([\\[*?])", "[$1]");
    return "read_parquet(" + Duck.quoted(literal) + ", hive_partitioning=false" + options + ")";
  }

  /** Returns one entry of the file's metadata, {@code ""} if there is none. */
  String metadata(String key) {
    String name = path.toAbsolutePath().toString().replaceAll("([\\[*?])", "[$1]");
    String from = " FROM parquet_kv_metadata(" + Duck.quoted(name) + ")";
    for (List<String> row : duck.texts("SELECT decode(key), decode(value)" + from)) {
      if (row.get(0).equals(key)) {
        return row.get(1);
      }
    }
    return "";
  }

  boolean has(String column) {
    return types.containsKey(column);
  }

  boolean isDate(String column) {
    return "DATE".equals(types.get(column));
  }

  /** Returns the SQL for a column of numbers. */
  String number(String column) {
    String type = type(column);
    boolean number =
        WHOLE.contains(type)
            || type.equals("DOUBLE")
            || type.equals("FLOAT")
            || type.equals("HUGEINT")
            || type.startsWith("DECIMAL");
    if (!number) {
      throw wrongType(column, type, "a number");
    }
    return Duck.named(column) + "::DOUBLE";
  }

  /** Returns the SQL for a column of text. */
  String text(String column) {
    String type = type(column);
    if (!type.equals("VARCHAR") && !type.startsWith("ENUM")) {
      throw wrongType(column, type, "a text");
    }
    return Duck.named(column) + "::VARCHAR";
  }

  /**
   * Returns the SQL for a column of times as nanoseconds since 1970, null where they do not fit; of
   * dates, as days.
   *
   * @param nanos how many nanoseconds a whole number counts
   */
  String time(String column, long nanos) {
    String type = type(column);
    String name = Duck.named(column);
    if (WHOLE.contains(type)) {
      String whole = type.equals("BIGINT") ? name : "TRY_CAST(" + name + " AS BIGINT)";
      return nanos == 1 ? whole : "TRY(" + whole + " * " + nanos + "::BIGINT)";
    }
    if (type.equals("DATE")) {
      return "TRY((" + name + " - DATE '1970-01-01')::BIGINT)";
    }
    if (type.equals("TIMESTAMP_NS")) {
      return "TRY(epoch_ns(" + name + "))";
    }
    if (type.startsWith("TIMESTAMP")) {
      return "TRY(epoch_ns(" + name + "))";
    }
    throw wrongType(column, type, "a whole number, a timestamp or a date");
  }

  private String type(String column) {
    String type = types.get(column);
    if (type == null) {
      throw new DataCorruptionException(
          path.toString(),
          "%s has no column %s, its columns are %s; declare which one is meant"
              .formatted(path, column, types.keySet()));
    }
    return type;
  }

  private DataCorruptionException wrongType(String column, String type, String wanted) {
    return new DataCorruptionException(
        path.toString(),
        "%s: column %s must be %s, is %s; convert it or declare another column"
            .formatted(path, column, wanted, type));
  }

  /**
   * Writes the rows of a query to a file, which appears complete or not at all.
   *
   * @param metadata what to write into the file's metadata, as SQL
   */
  static void write(Path path, Duck duck, String rows, String metadata) {
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new DataNotFoundException(
          path.toString(), "the directory of " + path + " does not exist; create it first");
    }
    if (Files.isDirectory(path)) {
      throw new DataNotFoundException(path.toString(), path + " is a directory; give a file");
    }
    try {
      Path unfinished = Files.createTempFile(directory, ".quantkit", ".unfinished");
      try {
        Files.delete(unfinished);
        duck.execute(
            "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd%s)"
                .formatted(rows, Duck.quoted(unfinished.toString()), metadata));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException failure) {
      throw new DataConnectionException(
          path.toString(), path + " cannot be written: " + failure.getMessage(), failure);
    }
  }
}
