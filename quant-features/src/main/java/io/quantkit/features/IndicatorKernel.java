package io.quantkit.features;

/** The mutable state of one running {@link Indicator}. Belongs to one thread; never allocates. */
public interface IndicatorKernel {

  /** Consumes the next input and returns the first output at that point. */
  double update(double value);

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
