package io.quantkit.features.kernel;

/** What bars are in relation to the range of a window that ends with them or ended before. */
@FunctionalInterface
public interface RangeFormula {

  /**
   * Computes outputs, each from the numbers at its own position: from 0 on.
   *
   * @param highest the highest prices of the windows, {@code NaN} where there is no window yet; may
   *     be modified
   * @param lowest the lowest prices likewise; may be modified
   * @param close the last prices of the bars, of no meaning if they are not needed; may be modified
   * @param count how many bars
   * @param out receives one number per output and bar; modified
   */
  void apply(double[] highest, double[] lowest, double[] close, int count, double[][] out);
}
