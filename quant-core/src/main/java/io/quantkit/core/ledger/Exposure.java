package io.quantkit.core.ledger;

import io.quantkit.core.math.Decimal;

/**
 * What positions are worth by side, at the last known prices.
 *
 * @param longValue the value of long positions, at least 0
 * @param shortValue the value of short positions, at most 0
 */
public record Exposure(Decimal longValue, Decimal shortValue) {

  /** No positions. */
  public static final Exposure NONE = new Exposure(Decimal.ZERO, Decimal.ZERO);

  public Exposure {
    if (longValue.isNegative() || shortValue.isPositive()) {
      throw new IllegalArgumentException(
          "longValue must be at least 0 and shortValue at most 0, were "
              + longValue
              + ", "
              + shortValue);
    }
  }

  /** Returns {@code longValue - shortValue}: the sizes of all positions. */
  public Decimal gross() {
    return longValue.minus(shortValue);
  }

  /** Returns {@code longValue + shortValue}. */
  public Decimal net() {
    return longValue.plus(shortValue);
  }

  /** Returns this with one more position. */
  Exposure with(Decimal value) {
    return value.isNegative()
        ? new Exposure(longValue, shortValue.plus(value))
        : new Exposure(longValue.plus(value), shortValue);
  }
}
