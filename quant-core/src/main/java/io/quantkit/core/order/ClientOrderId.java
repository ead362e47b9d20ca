package io.quantkit.core.order;

/**
 * The name that the caller gives an order. A broker never takes two orders under one name, which is
 * what makes submission safe to look up after a lost answer.
 *
 * @param value 1 to 128 printable ASCII characters without spaces; unique in the account for ever
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {

  /** The longest identifier, in characters: 128. */
  public static final int MAX_LENGTH = 128;

  public ClientOrderId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "client order id must have 1 to " + MAX_LENGTH + " characters, was '" + value + "'");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            "client order id must be printable ASCII without spaces, was '" + value + "'");
      }
    }
  }

  /** Returns the identifier with the given text. */
  public static ClientOrderId of(String value) {
    return new ClientOrderId(value);
  }

  /** Orders identifiers by their characters, independent of any locale. */
  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
