package io.quantkit.core.order;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A sequence of order identifiers: a prefix, a dash and a number of at least six digits, such as
 * {@code qk-000001}. The same sequence comes out on every run. Belongs to one thread.
 *
 * <p>Two sequences that feed one account need different prefixes, and one that goes on after a
 * restart must go on behind its last number: a broker does not take a second order under an
 * identifier it has seen.
 */
public final class ClientOrderIds {
  private static final int DIGITS = 6;

  private final int numberStart;

  /** The next identifier; the number is counted up in place, which costs less than making it. */
  private byte[] text;

  private long number;

  /**
   * Creates a sequence that begins with 1.
   *
   * @param prefix what every identifier begins with, 1 to 100 printable ASCII characters without
   *     spaces
   */
  public ClientOrderIds(String prefix) {
    this(prefix, 1);
  }

  /**
   * Creates a sequence.
   *
   * @param prefix what every identifier begins with, 1 to 100 printable ASCII characters without
   *     spaces
   * @param first the first number, at least 1
   */
  public ClientOrderIds(String prefix, long first) {
    if (prefix.isEmpty() || prefix.length() > 100) {
      throw new IllegalArgumentException(
          "prefix must have 1 to 100 characters, was '" + prefix + "'");
    }
    if (first < 1) {
      throw new IllegalArgumentException("first must be at least 1, was " + first);
    }
    new ClientOrderId(prefix);
    String number = Long.toString(first);
    String zeros = "0".repeat(Math.max(0, DIGITS - number.length()));
    this.number = first;
    this.numberStart = prefix.length() + 1;
    this.text = (prefix + '-' + zeros + number).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the next identifier. */
  public ClientOrderId next() {
    String id = new String(text, StandardCharsets.ISO_8859_1);
    increment();
    long ending = number++;
    return ending < ClientOrderId.MOST
        ? new ClientOrderId(id, (int) ending)
        : new ClientOrderId(id);
  }

  private void increment() {
    int i = text.length - 1;
    while (i >= numberStart && text[i] == '9') {
      text[i--] = '0';
    }
    if (i >= numberStart) {
      text[i]++;
      return;
    }
    byte[] longer = Arrays.copyOf(text, text.length + 1);
    longer[numberStart] = '1';
    longer[text.length] = '0';
    text = longer;
  }
}
