package io.quantkit.core.market;

/**
 * What a call auction says: an indication while it collects orders, or its outcome.
 *
 * @param eventTime when, in epoch nanoseconds UTC
 * @param knownAt when it was received or published, in epoch nanoseconds UTC
 * @param kind which auction of the day
 * @param indicative whether orders are still being collected; {@code false} for the outcome
 * @param price at which most would trade or did trade; {@code NaN} if nothing matches
 * @param pairedSize the units that match at that price, at least 0
 * @param imbalance the units left over at that price: positive if buyers, negative if sellers; 0
 *     once the auction is over
 */
public record Auction(
    long eventTime,
    long knownAt,
    Kind kind,
    boolean indicative,
    double price,
    double pairedSize,
    double imbalance)
    implements MarketRecord {

  /** Which auction of the day. */
  public enum Kind {
    /** The auction that opens the session. */
    OPENING,
    /** One during the session, planned or after a halt. */
    INTRADAY,
    /** The auction that closes the session. */
    CLOSING
  }

  /**
   * Creates a message of an auction.
   *
   * @throws IllegalArgumentException if it is known before it happened, the price is infinite or
   *     not positive, the paired size is negative or not finite, or the imbalance is not finite
   */
  public Auction {
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
    if (price <= 0 || price == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("price must be positive and finite, was " + price);
    }
    if (!(pairedSize >= 0) || pairedSize == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "paired size must be at least 0 and finite, was " + pairedSize);
    }
    if (!Double.isFinite(imbalance)) {
      throw new IllegalArgumentException("imbalance must be finite, was " + imbalance);
    }
  }
}
