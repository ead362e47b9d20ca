package io.quantkit.core.order;

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

  private final String prefix;
  private long next;

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
    this.prefix = prefix + '-';
    this.next = first;
  }

  /** Returns the next identifier. */
  public ClientOrderId next() {
    String number = Long.toString(next++);
    int zeros = Math.max(0, DIGITS - number.length());
    return new ClientOrderId(prefix + "0".repeat(zeros) + number);
  }
}
