package io.quantkit.features.econometric;

import io.quantkit.core.math.Correlation;
import java.util.Arrays;

/**
 * Differences of fractional order: as much memory as the weights {@code w[0] = 1, w[k] = -w[k-1] (d
 * - k + 1) / k} keep, which decay the slower the smaller the order {@code d}; 1 is the first
 * difference, 0 the series itself. Source: J. Hosking, Biometrika 68, 1981; the fixed width is M.
 * Lopez de Prado's, Advances in Financial Machine Learning, 2018, chapter 5.
 */
public final class FractionalDifferences {
  private FractionalDifferences() {}

  /**
   * Returns the weights down to the last one that is not smaller in magnitude than a threshold, the
   * one for the latest number first.
   *
   * @param order {@code d}, within [0, 2]
   * @param threshold above 0 and below 1; 1e-4 and 1e-5 are usual
   * @throws IllegalArgumentException if more than a million weights are needed
   */
  public static double[] weights(double order, double threshold) {
    checkOrder(order);
    Samples.checkWithin("threshold", threshold, 0, 1);
    double[] out = new double[64];
    out[0] = 1;
    int count = 1;
    while (true) {
      double next = -out[count - 1] * (order - count + 1) / count;
      if (Math.abs(next) < threshold) {
        return Arrays.copyOf(out, count);
      }
      if (count == 1_000_000) {
        throw new IllegalArgumentException(
            "threshold must leave at most a million weights, was " + threshold);
      }
      if (count == out.length) {
        out = Arrays.copyOf(out, 2 * count);
      }
      out[count++] = next;
    }
  }

  /**
   * Returns the differences with weights of fixed width, {@code NaN} where there is too little
   * history.
   *
   * @param x the series, usually logarithms of prices, oldest first; not modified
   */
  public static double[] fixedWidth(double[] x, double order, double threshold) {
    double[] w = weights(order, threshold);
    double[] out = new double[x.length];
    for (int t = 0; t < x.length; t++) {
      out[t] = t < w.length - 1 ? Double.NaN : at(x, t, w, w.length);
    }
    return out;
  }

  /** Returns the differences with all weights that the history before each number allows. */
  public static double[] expanding(double[] x, double order) {
    checkOrder(order);
    double[] w = new double[x.length];
    for (int k = 0; k < w.length; k++) {
      w[k] = k == 0 ? 1 : -w[k - 1] * (order - k + 1) / k;
    }
    double[] out = new double[x.length];
    for (int t = 0; t < x.length; t++) {
      out[t] = at(x, t, w, t + 1);
    }
    return out;
  }

  private static double at(double[] x, int t, double[] w, int count) {
    double sum = 0;
    for (int k = count - 1; k >= 0; k--) {
      sum = Math.fma(w[k], x[t - k], sum);
    }
    return sum;
  }

  /**
   * The smallest order that makes a series stationary.
   *
   * @param order {@code d}
   * @param unitRoot the test of the differences
   * @param correlation of the differences with the series: how much memory is left
   */
  public record MinimumOrder(double order, UnitRootResult unitRoot, double correlation) {}

  /**
   * Returns the smallest order among 0, {@code step}, {@code 2 step} and so on up to 2 whose
   * differences of fixed width have {@link DickeyFuller} p-values, with a constant, below a level.
   *
   * @param x the series, usually logarithms of prices; not modified
   * @param step above 0 and at most 1
   * @param lags of the test, at least 0
   * @param level such as 0.05
   * @throws IllegalArgumentException if no order does, or too little history is left by one
   */
  public static MinimumOrder minimumOrder(
      double[] x, double step, double threshold, int lags, double level) {
    Samples.check(x, 20, "x");
    if (!(step > 0 && step <= 1)) {
      throw new IllegalArgumentException("step must be within (0, 1], was " + step);
    }
    for (int i = 0; i * step <= 2; i++) {
      double order = i * step;
      double[] w = weights(order, threshold);
      if (x.length - w.length + 1 < 2 * lags + 5) {
        continue;
      }
      double[] all = fixedWidth(x, order, threshold);
      double[] values = Arrays.copyOfRange(all, w.length - 1, all.length);
      UnitRootResult result = DickeyFuller.test(values, Deterministic.CONSTANT, lags);
      if (result.pValue() < level) {
        double[] same = Arrays.copyOfRange(x, w.length - 1, x.length);
        return new MinimumOrder(order, result, Correlation.pearson(values, same));
      }
    }
    throw new IllegalArgumentException("x must become stationary by differences of order 2");
  }

  private static void checkOrder(double order) {
    if (!(order >= 0 && order <= 2)) {
      throw new IllegalArgumentException("order must be within [0, 2], was " + order);
    }
  }
}
