package io.quantkit.core.market;

/**
 * How many contracts of a future or an option are open.
 *
 * @param eventTime the end of the trading day it counts, in epoch nanoseconds UTC
 * @param knownAt when it was published, usually the next morning, in epoch nanoseconds UTC
 * @param contracts the open contracts, at least 0 and finite
 */
public record OpenInterest(long eventTime, long knownAt, double contracts) implements MarketRecord {

  /**
   * Creates a count.
   *
   * @throws IllegalArgumentException if it is known before the day it counts is over, or is
   *     negative or not finite
   */
  public OpenInterest {
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
    if (!(contracts >= 0) || contracts == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "contracts must be at least 0 and finite, was " + contracts);
    }
  }
}
