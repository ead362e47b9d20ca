package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;

/**
 * A kernel with a faster way through many numbers at once, once it is warm, that finds out itself,
 * by what it computes, whether one of them is missing: to look at them first costs half as much as
 * an average. What has gaps goes the usual way.
 */
public interface CheckedIndicator extends IndicatorKernel {
  /** The most numbers in a block: few enough for some blocks to stay in the nearest cache. */
  int SIZE = 512;

  /** Returns whether the next numbers may come as a block. */
  boolean warm();

  /**
   * Consumes numbers as {@link #update(double[], int, int, double[][], int)} does, if they are
   * finite.
   *
   * @param in at most {@link #SIZE} numbers; may be one of {@code out} if {@code outFrom} is {@code
   *     from}
   * @return whether they are; otherwise nothing has changed but what {@code out} holds, and that
   *     not where it is {@code in}
   */
  boolean attempt(double[] in, int from, int to, double[][] out, int outFrom);

  @Override
  default void update(double[] in, int from, int to, double[][] out, int outFrom) {
    for (int begin = from; begin < to; begin += SIZE) {
      int end = Math.min(to, begin + SIZE);
      int at = outFrom + begin - from;
      if (!warm() || !attempt(in, begin, end, out, at)) {
        carefully(in, begin, end, out, at);
      }
    }
  }

  private void carefully(double[] in, int from, int to, double[][] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int end = Finite.until(in, t, to);
      while (t < end && !warm()) {
        one(in[t], out, t + shift);
        t++;
      }
      if (t < end && attempt(in, t, end, out, t + shift)) {
        t = end;
      }
      for (int gap = Math.min(to, end + 1); t < gap; t++) {
        one(in[t], out, t + shift);
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

  /** Returns whether what is read is overwritten. */
  static boolean inPlace(double[] in, double[][] out) {
    for (double[] output : out) {
      if (output == in) {
        return true;
      }
    }
    return false;
  }
}
