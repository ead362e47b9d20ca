package io.quantkit.features.kernel;

/**
 * What an indicator does with finite numbers; {@link GapIndicatorKernel} deals with others. For
 * recipes with state of their own and several outputs; one output that is to be chained or computed
 * in blocks is a {@link Filter}.
 */
public interface NumberStep {

  /**
   * Consumes the next number.
   *
   * @param out the outputs as of the number before, to be overwritten where there is a value;
   *     {@code NaN} at first
   */
  void step(double x, double[] out);

  /** Forgets everything. */
  void clear();

  /** Returns an independent step in the same state. */
  NumberStep copy();
}
