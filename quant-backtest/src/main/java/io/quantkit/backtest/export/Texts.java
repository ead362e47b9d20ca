package io.quantkit.backtest.export;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.math.Decimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/** Cells as text, the same on every JDK, and back. */
final class Texts {
  private static final long SECOND = 1_000_000_000L;

  private Texts() {}

  static String cell(ResultTable table, int column, int row) {
    return switch (table.columns().get(column).kind()) {
      case TEXT -> table.text(column, row);
      case WHOLE -> Long.toString(table.whole(column, row));
      case TIME -> time(table.time(column, row));
      case DECIMAL -> table.decimal(column, row).toString();
      case NUMBER -> number(table.number(column, row));
    };
  }

  static String time(long epochNanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND))
        .toString();
  }

  /** Returns the shortest text; unlike that of older JDKs it never has a digit too many. */
  static String number(double value) {
    return NumberOutput.toString(value, true);
  }

  /** Adds a cell to the table that is being read. */
  static void parse(ResultTable.Builder rows, String text, Path file) {
    try {
      switch (rows.next()) {
        case TEXT -> rows.text(text);
        case WHOLE -> rows.whole(Long.parseLong(text));
        case TIME -> rows.time(nanos(Instant.parse(text)));
        case DECIMAL -> rows.decimal(Decimal.parse(text));
        case NUMBER -> rows.number(Double.parseDouble(text));
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException malformed) {
      throw new DataCorruptionException(
          file.toString(),
          "%s is no table of a result: '%s' should be a %s".formatted(file, text, rows.next()));
    }
  }

  private static long nanos(Instant instant) {
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
  }
}
