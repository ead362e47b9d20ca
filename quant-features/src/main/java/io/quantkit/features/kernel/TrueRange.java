package io.quantkit.features.kernel;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;

/** Wilder's true range. */
public final class TrueRange {
  private TrueRange() {}

  /** Returns the largest of high - low, |high - last close| and |low - last close|. */
  public static double of(double high, double low, double lastClose) {
    return Math.max(high, lastClose) - Math.min(low, lastClose);
  }

  /**
   * Computes the true ranges of bars, each at its own position.
   *
   * @param lastClose the closes before the bars
   * @param out receives a range for each of its positions; modified
   */
  public static void of(double[] high, double[] low, double[] lastClose, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(high[i], lastClose[i]) - Math.min(low[i], lastClose[i]);
    }
  }

  /**
   * Computes the true ranges of bars, from position 0 on.
   *
   * @param lastClose the close before the first bar
   * @param range receives the ranges; modified
   * @param high receives the highest prices; modified
   * @param low receives the lowest prices; modified
   * @return whether all of them and all closes are finite
   */
  public static boolean block(
      BarSeries series,
      int from,
      int to,
      double lastClose,
      double[] range,
      double[] high,
      double[] low) {
    fill(series, from, to, lastClose, range, high, low);
    return Double.isFinite(series.close(to - 1)) && Finite.all(range, 0, to - from);
  }

  /** As {@link #block}, for who finds out by other means whether all of them are finite. */
  public static void fill(
      BarSeries series,
      int from,
      int to,
      double lastClose,
      double[] range,
      double[] high,
      double[] low) {
    int n = to - from;
    series.copyInto(BarField.HIGH, from, to, high, 0);
    series.copyInto(BarField.LOW, from, to, low, 0);
    series.copyInto(BarField.CLOSE, from, to - 1, range, 1);
    range[0] = lastClose;
    for (int i = 0; i < n; i++) {
      range[i] = Math.max(high[i], range[i]) - Math.min(low[i], range[i]);
    }
  }
}
