package io.quantkit.features.kernel;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;

/** The typical price {@code (high + low + close) / 3}. */
public final class TypicalPrice {
  private static final double THIRD = 1.0 / 3;

  private TypicalPrice() {}

  /** Returns the typical price of a bar. */
  public static double of(double high, double low, double close) {
    return third(high + low + close);
  }

  /**
   * Returns a third of a finite number, rounded as a division does, in a fraction of its time: the
   * remainder of the first try is exact.
   */
  private static double third(double x) {
    double third = x * THIRD;
    return Math.fma(Math.fma(-3.0, third, x), THIRD, third);
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
      price[i] = third(price[i] + low[i] + close[i]);
    }
  }
}
