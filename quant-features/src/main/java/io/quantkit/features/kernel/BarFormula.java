package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;

/**
 * How a bar and what its stages remember become outputs; keeps nothing itself. For recipes composed
 * of {@link Stages}; one with state of its own is a {@link BarStep}.
 */
@FunctionalInterface
public interface BarFormula {

  /**
   * Computes the outputs as of the next bar. Where a number that is needed is missing all of them
   * are {@code NaN}, which must reach every stage.
   *
   * @param stages what is remembered
   * @param out receives the outputs
   */
  void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out);
}
