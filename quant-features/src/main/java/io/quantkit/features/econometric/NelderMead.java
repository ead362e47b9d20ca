package io.quantkit.features.econometric;

import java.util.function.ToDoubleFunction;

/**
 * Minimisation without derivatives by a simplex. Source: J. Nelder and R. Mead, Computer Journal 7,
 * 1965; coefficients that adapt to the dimension by F. Gao and L. Han, 2012.
 */
final class NelderMead {
  private NelderMead() {}

  /** Returns the best point found once values differ by less than a relative tolerance. */
  static double[] minimize(
      ToDoubleFunction<double[]> function,
      double[] start,
      double size,
      double tolerance,
      int evaluations) {
    int n = start.length;
    double expansion = 1 + 2.0 / n;
    double contraction = 0.75 - 0.5 / n;
    double shrinkage = 1 - 1.0 / n;
    double[][] points = new double[n + 1][];
    double[] values = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      points[i] = start.clone();
      if (i > 0) {
        points[i][i - 1] += size;
      }
      values[i] = function.applyAsDouble(points[i]);
    }
    int left = evaluations;
    sort(points, values);
    while (left > 0 && values[n] - values[0] > tolerance * (1 + Math.abs(values[0]))) {
      double[] center = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          center[j] += points[i][j] / n;
        }
      }
      double[] reflected = along(center, points[n], -1);
      double value = function.applyAsDouble(reflected);
      left--;
      double[] candidate = reflected;
      if (value < values[0]) {
        double[] further = along(center, points[n], -expansion);
        double there = function.applyAsDouble(further);
        left--;
        if (there < value) {
          candidate = further;
          value = there;
        }
      } else if (!(value < values[n - 1])) {
        boolean outside = value < values[n];
        double[] nearer = along(center, points[n], outside ? -contraction : contraction);
        double there = function.applyAsDouble(nearer);
        left--;
        if (there < Math.min(value, values[n])) {
          candidate = nearer;
          value = there;
        } else {
          for (int i = 1; i <= n; i++) {
            points[i] = along(points[0], points[i], Math.max(shrinkage, 0.5));
            values[i] = function.applyAsDouble(points[i]);
            left--;
          }
          sort(points, values);
          continue;
        }
      }
      points[n] = candidate;
      values[n] = value;
      sort(points, values);
    }
    return points[0];
  }

  private static double[] along(double[] center, double[] to, double share) {
    double[] out = new double[center.length];
    for (int j = 0; j < out.length; j++) {
      out[j] = center[j] + share * (to[j] - center[j]);
    }
    return out;
  }

  private static void sort(double[][] points, double[] values) {
    for (int i = 1; i < values.length; i++) {
      double value = values[i];
      double[] point = points[i];
      int j = i;
      while (j > 0 && value < values[j - 1]) {
        values[j] = values[j - 1];
        points[j] = points[j - 1];
        j--;
      }
      values[j] = value;
      points[j] = point;
    }
  }
}
