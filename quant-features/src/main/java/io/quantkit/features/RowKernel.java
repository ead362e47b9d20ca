package io.quantkit.features;

/**
 * The mutable state of one {@link RowFeature} that runs over many symbols. Belongs to one thread;
 * never allocates.
 *
 * <p>It knows nothing of gaps: where an input was not finite, what it tells of that symbol from
 * there on means nothing. Symbols never touch each other.
 */
@FunctionalInterface
public interface RowKernel {

  /**
   * Consumes the next bar of every symbol and tells the outputs as of it: the same, to the bit, as
   * {@link FeatureKernel#update} would, once the output's warm-up is over.
   *
   * @param before the row before, zeros if there is none; not modified
   * @param in by {@link RowFeature#inputs() input} and symbol; not modified
   * @param out by output and symbol; the arrays change from row to row; modified
   */
  void update(double[][] before, double[][] in, double[][] out);

  /**
   * Returns whether the outputs of a symbol are right so far: not if its numbers have met a case
   * that only the bar by bar form attends to, such as an overflow.
   *
   * @param symbol a position in the row
   */
  default boolean sure(int symbol) {
    return true;
  }
}
