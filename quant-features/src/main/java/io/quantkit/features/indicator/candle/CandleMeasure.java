package io.quantkit.features.indicator.candle;

/** What of earlier candles a size is compared with. */
public enum CandleMeasure {
  /** {@code |close - open|}. */
  BODY,
  /** {@code high - low}. */
  RANGE,
  /** Half of what the two shadows measure together: the mean shadow. */
  SHADOWS;

  Column column() {
    return switch (this) {
      case BODY -> Price.BODY;
      case RANGE -> Price.RANGE;
      case SHADOWS -> Price.SHADOWS;
    };
  }
}
