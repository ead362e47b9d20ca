package io.quantkit.features.kernel;

/**
 * A kernel with a faster way through many finite numbers at once, once it is warm. The rest, such
 * as gaps, goes the usual way.
 */
public interface BlockIndicator extends CheckedIndicator {
  /**
   * Consumes finite numbers as {@link #update(double[], int, int, double[][], int)} does.
   *
   * @param in at most {@link #SIZE} finite numbers; may be one of {@code out} if {@code outFrom} is
   *     {@code from}
   */
  void block(double[] in, int from, int to, double[][] out, int outFrom);

  @Override
  default boolean attempt(double[] in, int from, int to, double[][] out, int outFrom) {
    if (!Finite.all(in, from, to)) {
      return false;
    }
    block(in, from, to, out, outFrom);
    return true;
  }
}
