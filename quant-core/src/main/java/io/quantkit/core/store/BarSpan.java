package io.quantkit.core.store;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;

/**
 * Which bars of a symbol are stored.
 *
 * @param symbol whose
 * @param timeframe of which length
 * @param firstStart when the oldest one starts, in epoch nanoseconds UTC
 * @param lastStart when the newest one starts, in epoch nanoseconds UTC
 * @param bars how many, restated ones once
 */
public record BarSpan(
    Symbol symbol, Timeframe timeframe, long firstStart, long lastStart, long bars) {

  /** Returns, for example, {@code SPX 1d, 252 bars from 2023-01-03T05:00:00Z to ...}. */
  @Override
  public String toString() {
    return "%s %s, %d bars from %s to %s"
        .formatted(
            symbol,
            timeframe,
            bars,
            EpochNanos.toInstant(firstStart),
            EpochNanos.toInstant(lastStart));
  }
}
