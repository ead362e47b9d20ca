package io.quantkit.core.data;

/**
 * A row that did not become a bar.
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

  /** Returns everything on one line, as a person would want to read it. */
  @Override
  public String toString() {
    String where = column.isEmpty() ? "" : ", column " + column;
    String what = value.isEmpty() ? "" : ", was '" + value + "'";
    return source + " line " + line + where + ": " + message + what + " [" + rule + "]";
  }
}
