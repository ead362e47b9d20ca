package io.quantkit.features.econometric;

import io.quantkit.core.math.Normal;

/**
 * Shapiro and Wilk's statistic of samples of one size, by Royston's approximations to the weights
 * and to the distribution: algorithm AS R94, Applied Statistics 44, 1995.
 */
final class ShapiroWilk {
  static final int LEAST = 3;
  static final int MOST = 5000;

  private final int size;

  /** By rank below the middle: what the difference to the mirrored rank counts. */
  private final double[] weights;

  /** Prepares samples of a size within {@link #LEAST} and {@link #MOST}. */
  ShapiroWilk(int size) {
    this.size = size;
    this.weights = weights(size);
  }

  private static double[] weights(int n) {
    double[] m = new double[n / 2];
    if (n == 3) {
      m[0] = Math.sqrt(0.5);
      return m;
    }
    double squares = 0;
    for (int i = 0; i < m.length; i++) {
      m[i] = -Normal.quantile((i + 0.625) / (n + 0.25));
      squares += 2 * m[i] * m[i];
    }
    double root = Math.sqrt(squares);
    double u = 1 / Math.sqrt(n);
    double first =
        polynomial(u, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056) + m[0] / root;
    double left = squares - 2 * m[0] * m[0];
    double share = 1 - 2 * first * first;
    double second = 0;
    if (n > 5) {
      second = polynomial(u, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633) + m[1] / root;
      left -= 2 * m[1] * m[1];
      share -= 2 * second * second;
    }
    double scale = Math.sqrt(left / share);
    for (int i = 0; i < m.length; i++) {
      m[i] = i == 0 ? first : i == 1 && n > 5 ? second : m[i] / scale;
    }
    return m;
  }

  /**
   * Returns {@code 1 - W}, in [0, 1], of numbers in ascending order; {@code NaN} without variation.
   */
  double lack(double[] sorted) {
    double range = sorted[size - 1] - sorted[0];
    if (!(range > 0) || range == Double.POSITIVE_INFINITY) {
      return Double.NaN;
    }
    // Weights add up to zero, so only the numbers have a mean.
    double center = 0;
    for (double x : sorted) {
      center += (x - sorted[0]) / range;
    }
    center /= size;
    double weightSquares = 0;
    double squares = 0;
    double products = 0;
    for (int i = 0; i < size; i++) {
      int rank = Math.min(i, size - 1 - i);
      double weight = i == size - 1 - i ? 0 : i < rank + 1 ? -weights[rank] : weights[rank];
      double deviation = (sorted[i] - sorted[0]) / range - center;
      weightSquares = Math.fma(weight, weight, weightSquares);
      squares = Math.fma(deviation, deviation, squares);
      products = Math.fma(weight, deviation, products);
    }
    double lengths = Math.sqrt(weightSquares * squares);
    double lack = (lengths - products) * (lengths + products) / (weightSquares * squares);
    return Math.max(0, Math.min(1, lack));
  }

  /** Returns the probability of a lack of normality as large if the numbers are normal. */
  double pValue(double lack) {
    if (Double.isNaN(lack)) {
      return Double.NaN;
    }
    double n = size;
    if (size == 3) {
      double angle = StrictMath.asin(Math.sqrt(1 - lack)) - StrictMath.asin(Math.sqrt(0.75));
      return Math.max(0, Math.min(1, 6 / Math.PI * angle));
    }
    double y = StrictMath.log(lack);
    double mean;
    double deviation;
    if (size <= 11) {
      double gamma = polynomial(n, -2.273, 0.459);
      if (y >= gamma) {
        return 0;
      }
      y = -StrictMath.log(gamma - y);
      mean = polynomial(n, 0.544, -0.39978, 0.025054, -6.714e-4);
      deviation = StrictMath.exp(polynomial(n, 1.3822, -0.77857, 0.062767, -0.0020322));
    } else {
      double log = StrictMath.log(n);
      mean = polynomial(log, -1.5861, -0.31082, -0.083751, 0.0038915);
      deviation = StrictMath.exp(polynomial(log, -0.4803, -0.082676, 0.0030302));
    }
    return Normal.cdf((mean - y) / deviation);
  }

  private static double polynomial(double x, double... coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
