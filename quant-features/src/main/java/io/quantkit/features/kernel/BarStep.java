package io.quantkit.features.kernel;

/**
 * What a feature does with bars whose numbers are all there; {@link GapKernel} deals with others.
 */
public interface BarStep {

  /**
   * Consumes the next bar.
   *
   * @param out the outputs as of the bar before, to be overwritten where there is a value; {@code
   *     NaN} at first
   */
  void step(
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double[] out);

  /** Forgets everything. */
  void clear();

  /** Returns an independent step in the same state. */
  BarStep copy();
}
