package io.quantkit.features.indicator.volume;

import io.quantkit.features.kernel.BarBlock;

/** The volume that a bar's close location gives to buyers less that it gives to sellers. */
final class MoneyFlow {
  private MoneyFlow() {}

  /** Returns {@code volume ((close - low) - (high - close)) / (high - low)}, 0 without a range. */
  static double of(double high, double low, double close, double volume) {
    return high > low ? (close - low - (high - close)) / (high - low) * volume : 0;
  }

  /** Computes {@link #of(double, double, double, double)} of bars, from position 0 on. */
  static void of(BarBlock bars, double[] flows) {
    int count = bars.count();
    double[] high = bars.high();
    double[] low = bars.low();
    double[] close = bars.close();
    double[] volume = bars.volume();
    for (int i = 0; i < count; i++) {
      double range = Math.max(high[i] - low[i], Double.MIN_VALUE);
      flows[i] = (close[i] - low[i] - (high[i] - close[i])) / range * volume[i];
    }
  }
}
