package io.quantkit.core.market;

/**
 * The best bid and offer of one instrument from one moment on.
 *
 * <p>A side that nobody quotes has a price of {@code NaN} and a size of 0. Crossed and locked
 * quotes are possible, since venues publish them; validation names them.
 *
 * @param eventTime since when it stands, in epoch nanoseconds UTC
 * @param knownAt when it was received or published, in epoch nanoseconds UTC
 * @param bid the highest price to buy at, positive, or {@code NaN}
 * @param bidSize the units wanted at the bid, at least 0
 * @param ask the lowest price to sell at, positive, or {@code NaN}
 * @param askSize the units offered at the ask, at least 0
 */
public record Quote(
    long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize)
    implements MarketRecord {

  /**
   * Creates a quote.
   *
   * @throws IllegalArgumentException if it is known before it stands, a price is infinite or not
   *     positive, a size is negative or not finite, or a side without a price has a size
   */
  public Quote {
    String fault = fault(eventTime, knownAt, bid, bidSize, ask, askSize);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** Says what keeps the given numbers from being a quote; empty if nothing does. */
  public static String fault(
      long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
    if (knownAt < eventTime) {
      return "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime;
    }
    String side = sideFault("bid", bid, bidSize);
    return side.isEmpty() ? sideFault("ask", ask, askSize) : side;
  }

  private static String sideFault(String side, double price, double size) {
    if (price <= 0 || price == Double.POSITIVE_INFINITY) {
      return side + " must be positive and finite, was " + price;
    }
    if (!(size >= 0) || size == Double.POSITIVE_INFINITY) {
      return side + " size must be at least 0 and finite, was " + size;
    }
    if (Double.isNaN(price) && size > 0) {
      return side + " must have a price for its size of " + size;
    }
    return "";
  }

  /** Returns {@code (bid + ask) / 2}, {@code NaN} unless both sides are quoted. */
  public double mid() {
    return bid + (ask - bid) / 2;
  }

  /** Returns {@code ask - bid}: negative if crossed, 0 if locked, {@code NaN} if a side is out. */
  public double spread() {
    return ask - bid;
  }

  /** Returns whether the bid is above the ask. */
  public boolean crossed() {
    return bid > ask;
  }

  /** Returns whether the bid is at the ask. */
  public boolean locked() {
    return bid == ask;
  }
}
