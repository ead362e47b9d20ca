package io.quantkit.features;

/** The mutable state of one running {@link Feature}. Belongs to one thread; never allocates. */
public interface FeatureKernel {

  /**
   * Consumes the next bar. A field that the source does not tell is {@code NaN}.
   *
   * @param knownAt when the bar became known, in epoch nanoseconds; after that of the bar before
   * @param open the first price
   * @param high the highest price
   * @param low the lowest price
   * @param close the last price
   * @param volume the units traded
   */
  void update(long knownAt, double open, double high, double low, double close, double volume);

  /**
   * Returns an output as of the last bar, {@code NaN} if there is none.
   *
   * @param output a position in {@link Feature#outputs()}
   */
  double value(int output);

  /**
   * Returns a kernel in exactly this state that goes on independently: a snapshot to restore from.
   */
  FeatureKernel copy();
}
