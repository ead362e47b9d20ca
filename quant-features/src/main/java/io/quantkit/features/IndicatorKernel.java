package io.quantkit.features;

/** The mutable state of one running {@link Indicator}. Belongs to one thread; never allocates. */
public interface IndicatorKernel {

  /** Consumes the next input and returns the first output at that point. */
  double update(double value);

  /**
   * Consumes numbers, oldest first, and tells the outputs as of each of them: the same, to the bit,
   * as one update after the other.
   *
   * @param in the numbers; not modified unless it is one of {@code out} too
   * @param from the first position to read
   * @param to the position after the last one
   * @param out receives the outputs; may have fewer arrays than there are outputs, and one of them
   *     may be {@code in} if {@code outFrom} is {@code from}; modified
   * @param outFrom where the outputs of the first number go
   */
  default void update(double[] in, int from, int to, double[][] out, int outFrom) {
    for (int t = from; t < to; t++) {
      double first = update(in[t]);
      int at = outFrom + t - from;
      out[0][at] = first;
      for (int o = 1; o < out.length; o++) {
        out[o][at] = value(o);
      }
    }
  }

  /**
   * Returns an output as of the last input, {@code NaN} if there is none.
   *
   * @param output a position in {@link Feature#outputs()}
   */
  double value(int output);

  /**
   * Returns a kernel in exactly this state that goes on independently: a snapshot to restore from.
   */
  IndicatorKernel copy();
}
