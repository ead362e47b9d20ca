package io.quantkit.features.kernel;

/** Numbers that are computed anew from a whole window. May keep scratch arrays, but no state. */
@FunctionalInterface
public interface WindowFunction {

  /**
   * Computes from {@code cells[from]}, the oldest, to {@code cells[to - 1]}.
   *
   * @param cells not modified
   * @param out receives the outputs
   */
  void apply(double[] cells, int from, int to, double[] out);
}
