package io.quantkit.features.matrix;

import java.util.concurrent.Executor;

/**
 * An immutable recipe that rewrites the numbers of a row from what they are among each other.
 *
 * <p>A row's result depends on that row only. Unless an operator says otherwise it treats each
 * group as a row of its own, and a number that is missing, of no group or of no weight has {@code
 * NaN} as its result and does not count for the others.
 */
public interface RowOperator {

  /** Returns what it is called in the names of features, such as {@code rank}. */
  String name();

  /**
   * Starts a computation for one thread.
   *
   * @param symbols how many numbers a row has
   */
  Kernel start(int symbols);

  /**
   * Rewrites one row.
   *
   * @param row not modified
   */
  default double[] of(double... row) {
    double[] out = new double[row.length];
    if (row.length > 0) {
      over(RowMatrix.of(row, row.length), out);
    }
    return out;
  }

  /**
   * Rewrites every row.
   *
   * @param out receives the results where the numbers are; may be the same array; modified
   * @throws IllegalArgumentException if {@code out} is shorter than the numbers
   */
  default void over(RowMatrix in, double[] out) {
    over(in, 0, in.rows(), out);
  }

  /**
   * Rewrites some rows.
   *
   * @param fromInclusive the first row
   * @param toExclusive the row after the last
   * @param out receives the results where the numbers are; may be the same array; modified
   * @throws IllegalArgumentException if {@code out} is shorter than the numbers
   * @throws IndexOutOfBoundsException if the range is not within the matrix
   */
  default void over(RowMatrix in, int fromInclusive, int toExclusive, double[] out) {
    Parts.checkRange(fromInclusive, toExclusive, in.rows());
    Parts.checkOutput(in.rows() * in.symbols(), out);
    Kernel kernel = start(in.symbols());
    for (int t = fromInclusive; t < toExclusive; t++) {
      kernel.apply(in, t, out);
    }
  }

  /**
   * Rewrites every row, several at a time, with the same bits.
   *
   * @param out receives the results where the numbers are; may be the same array; modified
   * @param executor runs parts of the work; the calling thread works too
   * @throws IllegalArgumentException if {@code out} is shorter than the numbers
   */
  default void over(RowMatrix in, double[] out, Executor executor) {
    Parts.checkOutput(in.rows() * in.symbols(), out);
    int block = Math.max(1, 200_000 / in.symbols());
    Parts.run(executor, in.rows(), block, (from, to) -> over(in, from, to, out));
  }

  /** The scratch space of a computation. Belongs to one thread. */
  @FunctionalInterface
  interface Kernel {

    /**
     * Rewrites a row.
     *
     * @param out receives the results where the row's numbers are; may be the array of the matrix
     *     itself; modified
     */
    void apply(RowMatrix in, int row, double[] out);
  }
}
