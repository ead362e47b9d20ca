package io.quantkit.core.market;

/**
 * The name by which an instrument is known in data, orders and reports, such as {@code AAPL},
 * {@code ^GSPC} or {@code BTC/USD}.
 *
 * @param value 1 to 32 printable ASCII characters without spaces; case is significant
 */
public record Symbol(String value) implements Comparable<Symbol> {

  /** The longest symbol, in characters: 32. An option symbol has 21. */
  public static final int MAX_LENGTH = 32;

  public Symbol {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "symbol must have 1 to " + MAX_LENGTH + " characters, was '" + value + "'");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            "symbol must be printable ASCII without spaces, was '" + value + "'");
      }
    }
  }

  /** Returns the symbol with the given text. */
  public static Symbol of(String value) {
    return new Symbol(value);
  }

  /** Orders symbols by their characters, independent of any locale. */
  @Override
  public int compareTo(Symbol other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
