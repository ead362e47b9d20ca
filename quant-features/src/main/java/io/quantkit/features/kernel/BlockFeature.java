package io.quantkit.features.kernel;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;

/**
 * A kernel with a faster way through many bars at once, once it is warm, as long as their numbers
 * are finite. The rest, such as gaps, goes the usual way.
 */
public interface BlockFeature extends FeatureKernel {
  /** The most bars in a block: few enough for some blocks to stay in the nearest cache. */
  int SIZE = 512;

  /** Returns whether the next bars may come as a block. */
  boolean warm();

  /**
   * Consumes bars as {@link #update(BarSeries, int, int, double[][])} does, if their numbers are
   * finite.
   *
   * @param to at most {@link #SIZE} after {@code from}
   * @return whether they are; otherwise nothing has changed but {@code out}
   */
  boolean block(BarSeries series, int from, int to, double[][] out);

  @Override
  default void update(BarSeries series, int from, int to, double[][] out) {
    int t = from;
    while (t < to) {
      int end = Math.min(to, t + SIZE);
      while (t < end && !warm()) {
        one(series, t, out);
        t++;
      }
      if (t < end && !block(series, t, end, out)) {
        for (int i = t; i < end; i++) {
          one(series, i, out);
        }
      }
      t = end;
    }
  }

  private void one(BarSeries series, int t, double[][] out) {
    update(
        series.knownAt(t),
        series.open(t),
        series.high(t),
        series.low(t),
        series.close(t),
        series.volume(t));
    for (int o = 0; o < out.length; o++) {
      out[o][t] = value(o);
    }
  }
}
