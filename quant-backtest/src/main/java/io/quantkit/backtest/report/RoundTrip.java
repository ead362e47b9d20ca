package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

import io.quantkit.core.market.Symbol;

/**
 * A position from its opening to its closing.
 *
 * @param symbol what was held
 * @param direction whether it was bought first or sold first
 * @param quantity how much of it, in units of the instrument, positive
 * @param entryTime when it was opened, UTC epoch nanoseconds
 * @param exitTime when it was closed, UTC epoch nanoseconds, not before {@code entryTime}
 * @param entryPrice the average price of the opening fills
 * @param exitPrice the average price of the closing fills
 * @param profit what was gained or lost after {@code fees}, in the currency of the tear sheet
 * @param returnOnEntry {@code profit} as a fraction of the absolute value at entry
 * @param fees what was paid to trade it, in the currency of the tear sheet; a cost is positive
 */
public record RoundTrip(
    Symbol symbol,
    Direction direction,
    double quantity,
    long entryTime,
    long exitTime,
    double entryPrice,
    double exitPrice,
    double profit,
    double returnOnEntry,
    double fees) {

  /** Which way a position leans. */
  public enum Direction {
    /** Bought first: gains when the price rises. */
    LONG,
    /** Sold first: gains when the price falls. */
    SHORT
  }

  public RoundTrip {
    requireNonNull(symbol, "symbol");
    requireNonNull(direction, "direction");
    if (!(quantity > 0)) {
      throw new IllegalArgumentException("quantity must be positive, was " + quantity);
    }
    if (exitTime < entryTime) {
      throw new IllegalArgumentException(
          "exitTime must not be before entryTime %d, was %d".formatted(entryTime, exitTime));
    }
  }

  /** Returns how long the position was held, in nanoseconds. */
  public long holdingNanos() {
    return exitTime - entryTime;
  }
}
