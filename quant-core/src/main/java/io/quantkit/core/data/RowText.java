package io.quantkit.core.data;

import io.quantkit.core.time.EpochNanos;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The bytes of rows on their way to a file. The text of a number has as few decimals as lead back
 * to it, or 16 or 17 digits; it is the same on every JDK, which {@link Double#toString} is not.
 */
final class RowText {
  private static final long EXACT = 1L << 53;
  private static final int MOST_DECIMALS = 15;
  private static final double[] TENS = new double[MOST_DECIMALS + 1];

  static {
    double ten = 1;
    for (int k = 0; k < TENS.length; k++) {
      TENS[k] = ten;
      ten *= 10;
    }
  }

  private final WholeFile file;
  private byte[] bytes = new byte[1 << 12];
  private int length;

  RowText(WholeFile file) {
    this.file = file;
  }

  RowText separator() {
    put((byte) ',');
    return this;
  }

  /** Ends the row. */
  void end() {
    put((byte) '\n');
    if (length > 1 << 11) {
      flush();
    }
  }

  void flush() {
    file.write(bytes, 0, length);
    length = 0;
  }

  /** Appends a text, quoted if need be. */
  RowText text(String text) {
    boolean marked = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    putAll(marked ? '"' + text.replace("\"", "\"\"") + '"' : text);
    return this;
  }

  /** Appends an ISO instant. */
  RowText time(long epochNanos) {
    Instant instant = EpochNanos.toInstant(epochNanos);
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < TimeFormat.FIRST_YEAR || year > TimeFormat.LAST_YEAR) {
      throw new IllegalArgumentException(
          "time must be within %d to %d, or it cannot be read again; was %s"
              .formatted(TimeFormat.FIRST_YEAR, TimeFormat.LAST_YEAR, instant));
    }
    putAll(instant.toString());
    return this;
  }

  /** Appends a number that reads back to the same bits, nothing if it is {@code NaN}. */
  RowText number(double value) {
    if (Double.isNaN(value)) {
      return this;
    }
    double magnitude = Math.abs(value);
    if (Double.doubleToRawLongBits(value) < 0) {
      put((byte) '-');
    }
    for (int k = 0; k <= MOST_DECIMALS; k++) {
      double scaled = Math.rint(magnitude * TENS[k]);
      if (scaled > EXACT) {
        break;
      }
      if (scaled / TENS[k] == magnitude) {
        decimal((long) scaled, k);
        return this;
      }
    }
    BigDecimal exact = new BigDecimal(magnitude);
    BigDecimal shorter = exact.round(new MathContext(16, RoundingMode.HALF_EVEN));
    boolean enough = shorter.doubleValue() == magnitude;
    BigDecimal text = enough ? shorter : exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    putAll(text.toString());
    return this;
  }

  /** Appends {@code unscaled / 10^decimals}. */
  private void decimal(long unscaled, int decimals) {
    String digits = Long.toString(unscaled);
    int whole = digits.length() - decimals;
    if (decimals == 0) {
      putAll(digits);
    } else if (whole > 0) {
      putAll(digits.substring(0, whole));
      put((byte) '.');
      putAll(digits.substring(whole));
    } else {
      putAll("0." + "0".repeat(-whole) + digits);
    }
  }

  private void putAll(String text) {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    require(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(byte one) {
    require(1);
    bytes[length++] = one;
  }

  private void require(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
  }
}
