package io.quantkit.features.matrix;

/** An operator that needs no more than the finite numbers of a row or group, and their weights. */
interface DenseOperator extends RowOperator {

  /** Returns a rewriting for one thread. */
  Rewrite rewrite();

  /** Returns whether weights matter; if not, a matrix with weights is refused. */
  default boolean usesWeights() {
    return false;
  }

  @Override
  default Kernel start(int symbols) {
    return new DenseKernel(this, symbols);
  }

  /** Rewrites numbers in place. */
  @FunctionalInterface
  interface Rewrite {

    /**
     * Rewrites the first {@code size} numbers, at least 1, all finite.
     *
     * @param values modified
     * @param weights as many, at least 0 and finite; empty if there are none; not modified
     */
    void apply(double[] values, double[] weights, int size);
  }
}
