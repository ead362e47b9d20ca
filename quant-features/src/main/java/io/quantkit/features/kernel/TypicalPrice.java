package io.quantkit.features.kernel;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;

/** The typical price {@code (high + low + close) / 3}. */
public final class TypicalPrice {
  private TypicalPrice() {}

  /** Returns the typical price of a bar. */
  public static double of(double high, double low, double close) {
    return (high + low + close) / 3;
  }

  /**
   * Computes the typical prices of bars, from position 0 on.
   *
   * @param price receives the prices; modified
   * @param low scratch space; modified
   * @param close scratch space; modified
   */
  public static void block(
      BarSeries series, int from, int to, double[] price, double[] low, double[] close) {
    int n = to - from;
    series.copyInto(BarField.HIGH, from, to, price, 0);
    series.copyInto(BarField.LOW, from, to, low, 0);
    series.copyInto(BarField.CLOSE, from, to, close, 0);
    for (int i = 0; i < n; i++) {
      price[i] = (price[i] + low[i] + close[i]) / 3;
    }
  }
}
