package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;

/**
 * A kernel with a faster way through many finite numbers at once, once it is warm. The rest, such
 * as gaps, goes the usual way.
 */
public interface BlockIndicator extends IndicatorKernel {
  /** The most numbers in a block: few enough for some blocks to stay in the nearest cache. */
  int SIZE = 512;

  /** Returns whether the next numbers may come as a block. */
  boolean warm();

  /**
   * Consumes finite numbers as {@link #update(double[], int, int, double[][], int)} does.
   *
   * @param in at most {@link #SIZE} finite numbers; may be one of {@code out} if {@code outFrom} is
   *     {@code from}
   */
  void block(double[] in, int from, int to, double[][] out, int outFrom);

  @Override
  default void update(double[] in, int from, int to, double[][] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int limit = Math.min(to, t + SIZE);
      int end = Finite.until(in, t, limit);
      while (t < end && !warm()) {
        one(in[t], out, t + shift);
        t++;
      }
      if (t < end) {
        block(in, t, end, out, t + shift);
        t = end;
      }
      if (t < limit) {
        one(in[t], out, t + shift);
        t++;
      }
    }
  }

  private void one(double x, double[][] out, int at) {
    double first = update(x);
    out[0][at] = first;
    for (int o = 1; o < out.length; o++) {
      out[o][at] = value(o);
    }
  }
}
