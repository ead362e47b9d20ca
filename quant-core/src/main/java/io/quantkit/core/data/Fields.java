package io.quantkit.core.data;

import java.util.Locale;

/** Turns the text of a field into a number. */
final class Fields {

  private Fields() {}

  /**
   * Returns the number a field holds, {@code NaN} if the field is empty.
   *
   * @throws RowFault if the text is no finite decimal number
   */
  static double number(String text) throws RowFault {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return Double.NaN;
    }
    char last = trimmed.charAt(trimmed.length() - 1);
    boolean plain = (last >= '0' && last <= '9') || last == '.';
    try {
      double value = plain ? Double.parseDouble(trimmed) : Double.NaN;
      if (!Double.isNaN(value) && !Double.isInfinite(value) && !hexadecimal(trimmed)) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // Reported below, like every other text that is no number.
    }
    throw new RowFault(
        RowRule.NUMBER_FORMAT, "must be a finite number such as 1234.5, without separators");
  }

  private static boolean hexadecimal(String text) {
    return text.toLowerCase(Locale.ROOT).contains("x");
  }
}
