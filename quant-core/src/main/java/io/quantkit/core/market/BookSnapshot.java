package io.quantkit.core.market;

import java.util.Arrays;

/**
 * The best levels of an order book at one moment, up to {@value #MAX_LEVELS} a side.
 *
 * <p>Level 0 is the best: bids fall and asks rise from there. The two sides may have different
 * numbers of levels. A book that is crossed can be represented; validation names it.
 */
public final class BookSnapshot implements MarketRecord {
  /** The most levels a side has. */
  public static final int MAX_LEVELS = 10;

  private final long eventTime;
  private final long knownAt;
  private final double[] bids;
  private final double[] bidSizes;
  private final double[] asks;
  private final double[] askSizes;

  private BookSnapshot(
      long eventTime,
      long knownAt,
      double[] bids,
      double[] bidSizes,
      double[] asks,
      double[] askSizes) {
    this.eventTime = eventTime;
    this.knownAt = knownAt;
    this.bids = bids;
    this.bidSizes = bidSizes;
    this.asks = asks;
    this.askSizes = askSizes;
  }

  /**
   * Returns a snapshot of the given levels.
   *
   * @param eventTime when the book stood so, in epoch nanoseconds UTC
   * @param knownAt when it was received or published, in epoch nanoseconds UTC
   * @param bids prices to buy at, falling
   * @param bidSizes the units at each, positive
   * @param asks prices to sell at, rising
   * @param askSizes the units at each, positive
   * @throws IllegalArgumentException if it is known before it stood, a side has more than {@value
   *     #MAX_LEVELS} levels or not as many sizes as prices, prices are not positive and strictly
   *     ordered, or a size is not positive and finite
   */
  public static BookSnapshot of(
      long eventTime,
      long knownAt,
      double[] bids,
      double[] bidSizes,
      double[] asks,
      double[] askSizes) {
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
    checkSide("bid", bids, bidSizes, -1);
    checkSide("ask", asks, askSizes, 1);
    return new BookSnapshot(
        eventTime, knownAt, bids.clone(), bidSizes.clone(), asks.clone(), askSizes.clone());
  }

  private static void checkSide(String side, double[] prices, double[] sizes, int direction) {
    if (prices.length > MAX_LEVELS || prices.length != sizes.length) {
      throw new IllegalArgumentException(
          "%s side must have up to %d prices and as many sizes, was %d and %d"
              .formatted(side, MAX_LEVELS, prices.length, sizes.length));
    }
    for (int level = 0; level < prices.length; level++) {
      double price = prices[level];
      if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "%s %d must be positive and finite, was %s".formatted(side, level, price));
      }
      if (level > 0 && (price - prices[level - 1]) * direction <= 0) {
        throw new IllegalArgumentException(
            "%s %d must be worse than the one before it, was %s after %s"
                .formatted(side, level, price, prices[level - 1]));
      }
      if (!(sizes[level] > 0) || sizes[level] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "%s size %d must be positive and finite, was %s".formatted(side, level, sizes[level]));
      }
    }
  }

  @Override
  public long eventTime() {
    return eventTime;
  }

  @Override
  public long knownAt() {
    return knownAt;
  }

  /** Returns how many prices to buy at there are. */
  public int bidLevels() {
    return bids.length;
  }

  /** Returns how many prices to sell at there are. */
  public int askLevels() {
    return asks.length;
  }

  /** Returns a price to buy at, {@code NaN} if the side is not that deep; level 0 is the best. */
  public double bid(int level) {
    return level < bids.length ? bids[level] : Double.NaN;
  }

  /** Returns the units wanted at a level, 0 if the side is not that deep. */
  public double bidSize(int level) {
    return level < bids.length ? bidSizes[level] : 0;
  }

  /** Returns a price to sell at, {@code NaN} if the side is not that deep; level 0 is the best. */
  public double ask(int level) {
    return level < asks.length ? asks[level] : Double.NaN;
  }

  /** Returns the units offered at a level, 0 if the side is not that deep. */
  public double askSize(int level) {
    return level < asks.length ? askSizes[level] : 0;
  }

  /** Returns the best of both sides. */
  public Quote quote() {
    return new Quote(eventTime, knownAt, bid(0), bidSize(0), ask(0), askSize(0));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BookSnapshot that
        && eventTime == that.eventTime
        && knownAt == that.knownAt
        && Arrays.equals(bids, that.bids)
        && Arrays.equals(bidSizes, that.bidSizes)
        && Arrays.equals(asks, that.asks)
        && Arrays.equals(askSizes, that.askSizes);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(eventTime) * 31 + Arrays.hashCode(bids) * 7 + Arrays.hashCode(asks);
  }

  @Override
  public String toString() {
    return "BookSnapshot of %d bids from %s and %d asks from %s at %d"
        .formatted(bids.length, bid(0), asks.length, ask(0), eventTime);
  }
}
