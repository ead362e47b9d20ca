package io.quantkit.core.order;

/**
 * The name that the caller gives an order: 1 to 128 printable ASCII characters without spaces,
 * unique in the account for ever. A broker never takes two orders under one name, which is what
 * makes submission safe to look up after a lost answer. Identifiers are equal if their characters
 * are.
 */
public final class ClientOrderId implements Comparable<ClientOrderId> {

  /** The longest identifier, in characters: 128. */
  public static final int MAX_LENGTH = 128;

  /** Numbers at the end are below this. */
  static final int MOST = 1_000_000_000;

  private final String value;
  private final int number;

  /** Creates the identifier with the given text. */
  public ClientOrderId(String value) {
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
    this.value = value;
    this.number = number(value);
  }

  /** Creates an identifier that is known to be well-formed and to end with a number. */
  ClientOrderId(String value, int number) {
    this.value = value;
    this.number = number;
  }

  private static int number(String text) {
    int number = 0;
    int power = 1;
    int i = text.length() - 1;
    while (i >= 0 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      if (power == MOST) {
        return -1;
      }
      number += (text.charAt(i--) - '0') * power;
      power *= 10;
    }
    return power == 1 ? -1 : number;
  }

  /** Returns the identifier with the given text. */
  public static ClientOrderId of(String value) {
    return new ClientOrderId(value);
  }

  /** Returns the text. */
  public String value() {
    return value;
  }

  /** Returns the number that the text ends with; -1 if it has no digit there or more than nine. */
  int number() {
    return number;
  }

  /** Orders identifiers by their characters, independent of any locale. */
  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof ClientOrderId id && value.equals(id.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
