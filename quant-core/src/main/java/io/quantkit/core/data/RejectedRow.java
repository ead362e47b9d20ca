package io.quantkit.core.data;

import io.quantkit.core.error.DataValidationException;
import java.util.List;

/**
 * A row that did not become a record.
 *
 * @param source the file
 * @param line the line the row starts on, counted from 1
 * @param column the column at fault, {@code ""} if it is the row as a whole
 * @param value what the column holds
 * @param rule the rule that is broken
 * @param message what the rule asks for
 */
public record RejectedRow(
    String source, long line, String column, String value, RowRule rule, String message) {

  /** Throws if there is a rejected row, quoting the first few. */
  static void requireNone(String source, long rows, long rejections, List<RejectedRow> rejected) {
    if (rejections == 0) {
      return;
    }
    StringBuilder message =
        new StringBuilder(source + ": " + rejections + " rejected among " + rows + " rows:");
    for (RejectedRow row : rejected.subList(0, Math.min(5, rejected.size()))) {
      message.append("\n  ").append(row);
    }
    throw new DataValidationException(source, message.toString());
  }

  /** Returns everything on one line, as a person would want to read it. */
  @Override
  public String toString() {
    String where = column.isEmpty() ? "" : ", column " + column;
    String what = value.isEmpty() ? "" : ", was '" + value + "'";
    return source + " line " + line + where + ": " + message + what + " [" + rule + "]";
  }
}
