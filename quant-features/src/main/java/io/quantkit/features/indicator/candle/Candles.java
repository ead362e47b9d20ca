package io.quantkit.features.indicator.candle;

/**
 * The last candles, as a rule sees them.
 *
 * @param penetration how far a close must reach into an earlier body, as a fraction of it
 */
record Candles(CandleSettings settings, double penetration) {
  Candle ago(int bars) {
    return new Candle(bars, settings);
  }
}
