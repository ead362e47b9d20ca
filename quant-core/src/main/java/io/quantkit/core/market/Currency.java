package io.quantkit.core.market;

/**
 * What prices, cash and fees are counted in: a national currency by its ISO 4217 code, or a crypto
 * currency by the code its venues use.
 *
 * @param code 3 to 10 upper-case letters or digits
 */
public record Currency(String code) implements Comparable<Currency> {

  /** The United States dollar. */
  public static final Currency USD = new Currency("USD");

  /** The euro. */
  public static final Currency EUR = new Currency("EUR");

  public Currency {
    if (!code.matches("[A-Z0-9]{3,10}")) {
      throw new IllegalArgumentException(
          "currency must be 3 to 10 upper-case letters or digits, was '" + code + "'");
    }
  }

  /** Returns the currency with the given code. */
  public static Currency of(String code) {
    return new Currency(code);
  }

  @Override
  public int compareTo(Currency other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
