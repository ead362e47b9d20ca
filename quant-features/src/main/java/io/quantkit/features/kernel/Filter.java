package io.quantkit.features.kernel;

/**
 * Turns each finite number into a number that depends on it and on earlier ones: what chains of
 * averages are made of. {@link FilterKernel} makes an indicator's kernel of it.
 */
public interface Filter {

  /** Adds a finite number and returns the value, {@code NaN} while there is none. */
  double add(double x);

  /**
   * Adds finite numbers, oldest first, and tells the value after each of them: the same, to the
   * bit, as adding one after the other.
   *
   * @param in the numbers; not modified, and another array than {@code out}
   * @param from the first position to read
   * @param to the position after the last one
   * @param out receives the values; modified
   * @param outFrom where the first one goes
   */
  default void add(double[] in, int from, int to, double[] out, int outFrom) {
    for (int t = from; t < to; t++) {
      out[outFrom + t - from] = add(in[t]);
    }
  }

  /** Forgets everything. */
  void clear();

  /** Returns an independent filter in the same state. */
  Filter copy();
}
