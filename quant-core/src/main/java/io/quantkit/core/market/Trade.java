package io.quantkit.core.market;

/**
 * One execution on a market.
 *
 * @param eventTime when it happened, in epoch nanoseconds UTC
 * @param knownAt when it was received or published, in epoch nanoseconds UTC
 * @param price per unit, positive and finite
 * @param size the units, positive and finite
 * @param aggressor who crossed the spread
 */
public record Trade(long eventTime, long knownAt, double price, double size, Aggressor aggressor)
    implements MarketRecord {

  /**
   * Creates a trade.
   *
   * @throws IllegalArgumentException if price or size is not positive and finite, or the trade is
   *     known before it happened
   */
  public Trade {
    String fault =
        knownAt < eventTime
            ? "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime
            : fault(price, size);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** Returns a trade that was known at once, of which nobody tells who crossed the spread. */
  public static Trade of(long time, double price, double size) {
    return new Trade(time, time, price, size, Aggressor.UNKNOWN);
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
