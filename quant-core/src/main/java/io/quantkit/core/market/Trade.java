package io.quantkit.core.market;

/**
 * One execution on a market.
 *
 * @param time when it happened, in epoch nanoseconds UTC; also when it became known
 * @param price per unit, positive and finite
 * @param size the units, positive and finite
 */
public record Trade(long time, double price, double size) {

  /**
   * Creates a trade.
   *
   * @throws IllegalArgumentException if price or size is not positive and finite
   */
  public Trade {
    String fault = fault(price, size);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** Says what keeps the given numbers from being a trade; empty if nothing does. */
  public static String fault(double price, double size) {
    if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
      return "price must be positive and finite, was " + price;
    }
    if (!(size > 0) || size == Double.POSITIVE_INFINITY) {
      return "size must be positive and finite, was " + size;
    }
    return "";
  }
}
