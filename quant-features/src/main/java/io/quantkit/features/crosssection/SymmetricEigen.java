package io.quantkit.features.crosssection;

import java.util.Arrays;

/** The eigenvalues of a symmetric matrix, largest first, and their vectors of unit length. */
final class SymmetricEigen {
  /*
   * Householder reflections make the matrix tridiagonal; QL steps with implicit shifts make that
   * diagonal (G. Golub, C. Van Loan, Matrix Computations, 4th ed., 8.3). Vectors are kept as rows,
   * so that a rotation runs along two of them.
   */
  private static final int MOST_STEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** Decomposes a matrix, which is not modified. */
  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    double[][] q = new double[n][n];
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    reduce(a, q, diagonal, beside);
    for (int l = 0; l < n; l++) {
      deflate(l, diagonal, beside, q);
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(diagonal[j], diagonal[i]));
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = diagonal[order[i]];
      vectors[i] = q[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }

  int size() {
    return values.length;
  }

  double value(int i) {
    return values[i];
  }

  /** Returns a vector; not to be modified. */
  double[] vector(int i) {
    return vectors[i];
  }

  /** Makes the matrix tridiagonal; row i of q becomes column i of the product of reflections. */
  private static void reduce(double[][] a, double[][] q, double[] diagonal, double[] beside) {
    int n = a.length;
    double[][] reflections = new double[n][];
    double[] w = new double[n];
    for (int k = 0; k < n - 2; k++) {
      double[] v = new double[n];
      double squares = 0;
      for (int i = k + 1; i < n; i++) {
        v[i] = a[i][k];
        squares += v[i] * v[i];
      }
      double rest = squares - v[k + 1] * v[k + 1];
      beside[k] = a[k + 1][k];
      if (!(rest > 0)) {
        continue;
      }
      double alpha = -Math.copySign(Math.sqrt(squares), v[k + 1]);
      v[k + 1] -= alpha;
      double norm = Math.sqrt(rest + v[k + 1] * v[k + 1]);
      for (int i = k + 1; i < n; i++) {
        v[i] /= norm;
      }
      beside[k] = alpha;
      reflections[k] = v;
      double vp = 0;
      for (int i = k + 1; i < n; i++) {
        w[i] = CorrelationMatrix.dot(a[i], v);
        vp += v[i] * w[i];
      }
      for (int i = k + 1; i < n; i++) {
        w[i] -= vp * v[i];
      }
      for (int i = k + 1; i < n; i++) {
        for (int j = k + 1; j < n; j++) {
          a[i][j] -= 2 * (v[i] * w[j] + w[i] * v[j]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
      q[i][i] = 1;
    }
    if (n > 1) {
      beside[n - 2] = a[n - 1][n - 2];
    }
    for (int k = n - 3; k >= 0; k--) {
      double[] v = reflections[k];
      if (v != null) {
        for (int i = k + 1; i < n; i++) {
          double twice = 2 * CorrelationMatrix.dot(q[i], v);
          for (int j = k + 1; j < n; j++) {
            q[i][j] -= twice * v[j];
          }
        }
      }
    }
  }

  /** Turns until the element beside diagonal number l is nothing. */
  private static void deflate(int l, double[] diagonal, double[] beside, double[][] q) {
    int n = diagonal.length;
    for (int step = 0; step < MOST_STEPS; step++) {
      int m = l;
      while (m < n - 1 && !negligible(beside[m], diagonal[m], diagonal[m + 1])) {
        m++;
      }
      if (m == l) {
        return;
      }
      double half = (diagonal[l + 1] - diagonal[l]) / (2 * beside[l]);
      double root = Math.sqrt(half * half + 1);
      double g = diagonal[m] - diagonal[l] + beside[l] / (half + Math.copySign(root, half));
      chase(l, m, g, diagonal, beside, q);
    }
    throw new IllegalStateException("eigenvalue " + l + " did not converge");
  }

  private static boolean negligible(double beside, double above, double below) {
    return Math.abs(beside) <= 0x1p-53 * (Math.abs(above) + Math.abs(below));
  }

  /** Runs one sweep of rotations from m down to l. */
  private static void chase(
      int l, int m, double shifted, double[] diagonal, double[] beside, double[][] q) {
    double g = shifted;
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = s * beside[i];
      double b = c * beside[i];
      double r = Math.sqrt(f * f + g * g);
      beside[i + 1] = r;
      if (r == 0) {
        diagonal[i + 1] -= p;
        beside[m] = 0;
        return;
      }
      s = f / r;
      c = g / r;
      g = diagonal[i + 1] - p;
      r = (diagonal[i] - g) * s + 2 * c * b;
      p = s * r;
      diagonal[i + 1] = g + p;
      g = c * r - b;
      rotate(q[i], q[i + 1], c, s);
    }
    diagonal[l] -= p;
    beside[l] = g;
    beside[m] = 0;
  }

  private static void rotate(double[] low, double[] high, double c, double s) {
    for (int k = 0; k < low.length; k++) {
      double x = low[k];
      double y = high[k];
      high[k] = s * x + c * y;
      low[k] = c * x - s * y;
    }
  }
}
