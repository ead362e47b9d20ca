package io.quantkit.core.data;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;

/**
 * Which bars are asked for.
 *
 * @param symbol whose
 * @param timeframe of which length
 * @param fromInclusive the earliest start of a bar, in epoch nanoseconds UTC
 * @param toExclusive what a bar starts before, in epoch nanoseconds UTC; not before the beginning
 */
public record BarQuery(Symbol symbol, Timeframe timeframe, long fromInclusive, long toExclusive) {

  /**
   * Creates a query.
   *
   * @throws IllegalArgumentException if the range ends before it begins
   */
  public BarQuery {
    if (toExclusive < fromInclusive) {
      throw new IllegalArgumentException(
          "toExclusive must not be before fromInclusive, was %d < %d"
              .formatted(toExclusive, fromInclusive));
    }
  }

  /** Returns the query of all bars there are. */
  public static BarQuery all(Symbol symbol, Timeframe timeframe) {
    return new BarQuery(symbol, timeframe, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Returns, for example, {@code SPX 1d from 2000-01-03T00:00:00Z to 2001-01-01T00:00:00Z}. */
  @Override
  public String toString() {
    return symbol + " " + timeframe + " from " + side(fromInclusive) + " to " + side(toExclusive);
  }

  private static String side(long epochNanos) {
    boolean open = epochNanos == Long.MIN_VALUE || epochNanos == Long.MAX_VALUE;
    return open ? "any time" : EpochNanos.toInstant(epochNanos).toString();
  }
}
