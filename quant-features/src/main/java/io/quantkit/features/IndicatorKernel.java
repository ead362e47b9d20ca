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
   * @param out receives the outputs, each at its number's position; may have fewer arrays than
   *     there are outputs, and one of them may be {@code in}; modified
   */
  default void update(double[] in, int from, int to, double[][] out) {
    for (int t = from; t < to; t++) {
      double first = update(in[t]);
      out[0][t] = first;
      for (int o = 1; o < out.length; o++) {
        out[o][t] = value(o);
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
