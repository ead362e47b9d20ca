package io.quantkit.core.data;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns the bytes of a field into a number. Belongs to one reading of one file. */
final class Fields {
  private static final int LONGEST_GROUPED = 64;

  private final boolean plain;
  private final byte decimal;
  private final byte thousands;
  private final byte[] scratch = new byte[LONGEST_GROUPED];

  Fields(CsvFormat format) {
    this.plain = format.decimal() == '.' && format.thousands() == CsvFormat.NONE;
    this.decimal = (byte) format.decimal();
    this.thousands = (byte) format.thousands();
  }

  /**
   * Returns the number a field holds, {@code NaN} if the field is empty.
   *
   * @param bytes not modified
   * @throws RowFault if the text is no finite decimal number
   */
  double number(byte[] bytes, int fromInclusive, int toExclusive) throws RowFault {
    int from = fromInclusive;
    int to = toExclusive;
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (from < to && bytes[to - 1] == ' ') {
      to--;
    }
    if (from == to) {
      return Double.NaN;
    }
    if (!plain) {
      int length = ungrouped(bytes, from, to);
      return orSlow(scratch, 0, length);
    }
    double value = NearestDouble.parse(bytes, from, to);
    return Double.isNaN(value) ? slow(bytes, from, to) : value;
  }

  private double orSlow(byte[] bytes, int from, int to) throws RowFault {
    double value = NearestDouble.parse(bytes, from, to);
    return Double.isNaN(value) ? slow(bytes, from, to) : value;
  }

  /**
   * Copies a number as Java writes it and returns its length. Groups of digits are of three, or as
   * in India of two before the last one.
   */
  private int ungrouped(byte[] bytes, int from, int to) throws RowFault {
    if (to - from > LONGEST_GROUPED) {
      throw malformed();
    }
    int length = 0;
    int group = 0;
    boolean grouped = false;
    boolean whole = true;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      boolean digit = b >= '0' && b <= '9';
      if (whole && thousands != 0 && b == thousands) {
        if (group == 0 || group > 3 || (grouped && group < 2)) {
          throw malformed();
        }
        grouped = true;
        group = 0;
        continue;
      }
      if (digit) {
        group++;
      } else {
        if (whole && grouped && group != 3) {
          throw malformed();
        }
        boolean sign = at == from && (b == '-' || b == '+');
        whole &= sign;
        if (b == decimal) {
          b = '.';
        } else if (b == '.') {
          throw malformed();
        }
      }
      scratch[length++] = b;
    }
    if (whole && grouped && group != 3) {
      throw malformed();
    }
    return length;
  }

  private double slow(byte[] bytes, int from, int to) throws RowFault {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    char last = text.charAt(text.length() - 1);
    boolean number = (last >= '0' && last <= '9') || last == '.';
    try {
      double value = number ? Double.parseDouble(text) : Double.NaN;
      if (!Double.isNaN(value) && !Double.isInfinite(value) && !hexadecimal(text)) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // Reported below, like every other text that is no number.
    }
    throw malformed();
  }

  private RowFault malformed() {
    if (plain) {
      return new RowFault(
          RowRule.NUMBER_FORMAT, "must be a finite number such as 1234.5, without separators");
    }
    String example =
        "1"
            + (thousands == 0 ? "" : String.valueOf((char) thousands))
            + "234"
            + (char) decimal
            + "5";
    return new RowFault(RowRule.NUMBER_FORMAT, "must be a finite number such as " + example);
  }

  private static boolean hexadecimal(String text) {
    return text.toLowerCase(Locale.ROOT).contains("x");
  }
}
