package io.quantkit.features.indicator.volume;

/** The volume that a bar's close location gives to buyers less that it gives to sellers. */
final class MoneyFlow {
  private MoneyFlow() {}

  /** Returns {@code volume ((close - low) - (high - close)) / (high - low)}, 0 without a range. */
  static double of(double high, double low, double close, double volume) {
    return high > low ? (close - low - (high - close)) / (high - low) * volume : 0;
  }
}
