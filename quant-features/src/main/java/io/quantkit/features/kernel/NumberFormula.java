package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;

/**
 * How a number and what its stages remember become outputs; keeps nothing itself. For recipes
 * composed of {@link Stages}; one with state of its own is a {@link NumberStep} or, if its one
 * output is to be chained, a {@link Filter}.
 */
@FunctionalInterface
public interface NumberFormula {

  /**
   * Computes the outputs as of the next number.
   *
   * @param x the number; {@code NaN} where it is missing, which must reach every stage
   * @param stages what is remembered
   * @param out receives the outputs
   */
  void step(double x, IndicatorKernel[] stages, double[] out);
}
