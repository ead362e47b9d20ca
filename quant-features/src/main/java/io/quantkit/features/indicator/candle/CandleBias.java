package io.quantkit.features.indicator.candle;

/** What a candle pattern is said to foretell. */
public enum CandleBias {
  /** Rising prices: reported as positive numbers. */
  BULLISH,
  /** Falling prices: reported as negative numbers. */
  BEARISH,
  /** Either, by the sign that is reported. */
  EITHER,
  /** Nothing by itself: reported as a positive number all the same. */
  NEUTRAL
}
