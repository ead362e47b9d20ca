package io.quantkit.features.microstructure;

/** Small dense systems of linear equations, by elimination with row pivots. */
final class LinearSystem {
  private static final double SINGULAR = 1e-13;

  private LinearSystem() {}

  /**
   * Solves {@code A X = B}.
   *
   * @param a the matrix; modified
   * @param b the right-hand sides, by row; replaced by the solutions
   * @return whether the matrix was regular; if not, both arrays are spoiled
   */
  static boolean solve(double[][] a, double[][] b) {
    int n = a.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      if (!(Math.abs(a[pivot][c]) > SINGULAR)) {
        return false;
      }
      swap(a, c, pivot);
      swap(b, c, pivot);
      for (int r = c + 1; r < n; r++) {
        double factor = a[r][c] / a[c][c];
        if (factor != 0) {
          subtract(a[r], factor, a[c], c);
          subtract(b[r], factor, b[c], 0);
        }
      }
    }
    for (int c = n - 1; c >= 0; c--) {
      for (int k = 0; k < b[c].length; k++) {
        b[c][k] /= a[c][c];
      }
      for (int r = 0; r < c; r++) {
        subtract(b[r], a[r][c], b[c], 0);
      }
    }
    return true;
  }

  private static void subtract(double[] from, double factor, double[] row, int first) {
    for (int k = first; k < row.length; k++) {
      from[k] -= factor * row[k];
    }
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }
}
