package io.quantkit.risk.measure;

import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/**
 * Losses in the tail of past returns, as returns: a loss is negative. On the same returns the two
 * conventions differ in the third digit; say which one a number follows.
 */
public final class TailRisk {

  private TailRisk() {}

  /** How a quantile between two returns is read. */
  public enum Convention {
    /**
     * Linear between the two (type 7, NumPy's default); the shortfall is the mean of the {@code
     * floor((n - 1) tail) + 1} worst returns. This is empyrical's.
     */
    INTERPOLATED,
    /**
     * The worse of the two: the {@code ceil(n tail)}-th worst return; the shortfall weighs the
     * worst {@code n tail} returns, the last of them in part (Rockafellar and Uryasev 2002). This
     * is Riskfolio's.
     */
    ORDER_STATISTIC
  }

  /**
   * Returns the value at risk: the return that is fallen short of with the given probability.
   *
   * @param tail the probability, within (0, 1), such as 0.05
   */
  public static double valueAtRisk(double[] returns, double tail, Convention convention) {
    requireTail(tail);
    ReturnSample.require(returns);
    return convention == Convention.INTERPOLATED
        ? Quantiles.linear(returns, tail)
        : Quantiles.orderStatistic(returns, tail);
  }

  /**
   * Returns the expected shortfall, also called conditional value at risk: the mean of the returns
   * in the tail.
   *
   * @param tail the probability of the tail, within (0, 1), such as 0.05
   */
  public static double expectedShortfall(double[] returns, double tail, Convention convention) {
    requireTail(tail);
    if (returns.length == 0) {
      return Double.NaN;
    }
    double[] sorted = ReturnSample.require(returns).clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (convention == Convention.INTERPOLATED) {
      int count = (int) ((n - 1) * tail) + 1;
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += sorted[i];
      }
      return sum / count;
    }
    double atRisk = Quantiles.orderStatistic(returns, tail);
    double beyond = 0;
    for (double r : sorted) {
      beyond += Math.min(r - atRisk, 0);
    }
    return atRisk + beyond / (n * tail);
  }

  private static void requireTail(double tail) {
    if (!(tail > 0 && tail < 1)) {
      throw new IllegalArgumentException("tail must be within (0, 1), was " + tail);
    }
  }
}
