package io.quantkit.features.matrix;

import java.util.concurrent.Executor;

/**
 * The operators that go down the columns: each symbol's newest number among its own last ones.
 *
 * <p>A window is of rows. A result is {@code NaN} until there are enough rows and wherever a number
 * of the window is missing. Groups and weights are not used. Every operator reads the matrix in the
 * order it is stored, blocks of symbols for themselves, so an executor changes no bit.
 */
public final class Columns {
  private static final Executor CALLER = Runnable::run;

  private Columns() {}

  /**
   * Writes the average rank of each number among the last {@code window} of its symbol, itself
   * included; pandas' {@code rolling(window).rank()}.
   *
   * @param window how many rows, at least 1
   * @param out receives the results where the numbers are; another array; modified
   * @throws IllegalArgumentException if the window is below 1 or {@code out} is too short
   */
  public static void rank(RowMatrix in, int window, RankScale scale, double[] out) {
    rank(in, window, scale, out, CALLER);
  }

  /**
   * Writes what {@link #rank(RowMatrix, int, RankScale, double[])} does, several symbols at a time.
   *
   * @param executor runs parts of the work; the calling thread works too
   */
  public static void rank(
      RowMatrix in, int window, RankScale scale, double[] out, Executor executor) {
    check(window, 1, in, out);
    Parts.run(
        executor,
        in.symbols(),
        ColumnRanks.PART,
        (from, to) -> ColumnRanks.over(in, window, scale, from, to, out));
  }

  /**
   * Writes the correlation of each symbol's last {@code window} numbers in one matrix and the
   * other: {@code sum(dx dy) / sqrt(sum(dx^2) sum(dy^2))} of the deviations from the window's
   * means, within -1 to 1, {@code NaN} if a side is constant.
   *
   * <p>The squares of both sides are multiplied as they are. Where deviations are below about 1e-77
   * or above 1e77, say of numbers in a unit that is absurd for them, that product leaves the range
   * of a {@code double}: digits are lost, and beyond it the result is {@code NaN}, never 0 or an
   * infinity. Scale such numbers first.
   *
   * <p>O(1) a step; the sums are begun again every {@code window} rows and never subtract, so they
   * do not drift.
   *
   * @param window how many rows, at least 2
   * @param out receives the results where the numbers are; another array; modified
   * @throws IllegalArgumentException if the window is below 2, the matrices differ in size or
   *     {@code out} is too short
   */
  public static void correlation(RowMatrix x, RowMatrix y, int window, double[] out) {
    correlation(x, y, window, out, CALLER);
  }

  /**
   * Writes what {@link #correlation(RowMatrix, RowMatrix, int, double[])} does, several symbols at
   * a time.
   *
   * @param executor runs parts of the work; the calling thread works too
   */
  public static void correlation(
      RowMatrix x, RowMatrix y, int window, double[] out, Executor executor) {
    check(window, 2, x, out);
    if (x.symbols() != y.symbols() || x.rows() != y.rows()) {
      throw new IllegalArgumentException("matrices must have one size, were " + x + " and " + y);
    }
    Parts.run(
        executor,
        x.symbols(),
        ColumnCorrelation.PART,
        (from, to) -> ColumnCorrelation.over(x, y, window, from, to, out));
  }

  private static void check(int window, int least, RowMatrix in, double[] out) {
    if (window < least) {
      throw new IllegalArgumentException("window must be at least " + least + ", was " + window);
    }
    Parts.checkOutput(in.rows() * in.symbols(), out);
  }
}
