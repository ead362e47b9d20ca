package io.quantkit.features.crosssection;

/** Small positive definite systems. */
final class Cholesky {
  /** A pivot below this share of its diagonal is rounding, not information. */
  private static final double SINGULAR = 1e-13;

  private Cholesky() {}

  /**
   * Replaces the lower triangle by its Cholesky factor; returns false, leaving the matrix half
   * done, if it is not positive definite.
   */
  static boolean decompose(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      double diagonal = a[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum = Math.fma(-a[i][k], a[j][k], sum);
        }
        if (j < i) {
          a[i][j] = sum / a[j][j];
        } else if (sum > SINGULAR * diagonal) {
          a[i][i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  /** Replaces x by the solution of {@code L z = x}. */
  static void solveLower(double[][] factor, double[] x) {
    for (int i = 0; i < x.length; i++) {
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum = Math.fma(-factor[i][k], x[k], sum);
      }
      x[i] = sum / factor[i][i];
    }
  }

  /** Replaces x by the solution of {@code L' z = x}. */
  static void solveUpper(double[][] factor, double[] x) {
    for (int i = x.length - 1; i >= 0; i--) {
      double z = x[i] / factor[i][i];
      x[i] = z;
      for (int k = 0; k < i; k++) {
        x[k] = Math.fma(-factor[i][k], z, x[k]);
      }
    }
  }
}
