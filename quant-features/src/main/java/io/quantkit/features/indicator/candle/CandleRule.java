package io.quantkit.features.indicator.candle;

/** Tells a pattern in terms of the last candles. */
interface CandleRule {
  Signal signal(Candles candles);
}
