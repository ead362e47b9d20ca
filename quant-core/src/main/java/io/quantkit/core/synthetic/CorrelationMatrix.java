package io.quantkit.core.synthetic;

import java.util.Arrays;
import java.util.Objects;

/**
 * How strongly the shocks of several instruments go together: 1 with itself, symmetric, within -1
 * to 1, and possible.
 *
 * <p>Not every table of pairwise correlations is possible: no random numbers have it if an
 * eigenvalue is negative. Such a table is rejected, never repaired.
 *
 * <p>Shocks are made by the Cholesky factor, row by row: those of an instrument depend on the
 * instruments before it and not on those after, so that adding one at the end changes none. A
 * matrix of one factor costs {@code O(n)} a step and not {@code O(n^2)}.
 */
public final class CorrelationMatrix {
  /** How far below 0 an eigenvalue may lie from rounding alone: 1e-12 for each instrument. */
  private static final double ROUNDING = 1e-12;

  private static final int MAX_SWEEPS = 60;

  private final int size;

  /** One loading for each instrument, or the rows of the lower triangle one after the other. */
  private final double[] weights;

  private final boolean oneFactor;

  private CorrelationMatrix(int size, double[] weights, boolean oneFactor) {
    this.size = size;
    this.weights = weights;
    this.oneFactor = oneFactor;
  }

  /**
   * Returns the given correlations.
   *
   * @param rows a square table; not modified, not kept
   * @throws IllegalArgumentException if the table is not square and symmetric with ones on the
   *     diagonal, or its smallest eigenvalue, which the message tells, is negative
   */
  public static CorrelationMatrix of(double[][] rows) {
    int n = rows.length;
    if (n < 1) {
      throw new IllegalArgumentException("a correlation matrix must have at least 1 row, had 0");
    }
    for (int i = 0; i < n; i++) {
      checkRow(rows, i);
    }
    double smallest = smallestEigenvalue(rows);
    if (smallest < -ROUNDING * n) {
      throw new IllegalArgumentException(
          "correlations must be positive semi-definite, the smallest eigenvalue was " + smallest);
    }
    return new CorrelationMatrix(n, cholesky(rows), false);
  }

  /**
   * Returns the correlations that one common factor makes: {@code loading(i) * loading(j)}.
   *
   * @param loadings each instrument's correlation with the factor, within [-1, 1]
   */
  public static CorrelationMatrix oneFactor(double... loadings) {
    if (loadings.length < 1) {
      throw new IllegalArgumentException("there must be at least 1 loading, was 0");
    }
    for (double loading : loadings) {
      Check.within("loading", loading, -1, 1);
    }
    return new CorrelationMatrix(loadings.length, loadings.clone(), true);
  }

  /** Returns a matrix with the same correlation, within [0, 1], between any two of {@code size}. */
  public static CorrelationMatrix uniform(int size, double correlation) {
    Check.within("correlation", correlation, 0, 1);
    double[] loadings = new double[size];
    Arrays.fill(loadings, Math.sqrt(correlation));
    return oneFactor(loadings);
  }

  /** Returns how many instruments there are. */
  public int size() {
    return size;
  }

  /** Returns the correlation of two instruments. */
  public double value(int i, int j) {
    Objects.checkIndex(i, size);
    Objects.checkIndex(j, size);
    if (i == j) {
      return 1;
    }
    if (oneFactor) {
      return weights[i] * weights[j];
    }
    double sum = 0;
    int row = i * (i + 1) / 2;
    int other = j * (j + 1) / 2;
    for (int k = 0; k <= Math.min(i, j); k++) {
      sum += weights[row + k] * weights[other + k];
    }
    return sum;
  }

  /** Returns whether a step takes a number for the common factor besides one per instrument. */
  boolean hasFactor() {
    return oneFactor;
  }

  /**
   * Makes correlated standard normal numbers of independent ones.
   *
   * @param factor the common factor, if there is one
   * @param independent one per instrument; not modified
   * @param out receives one per instrument; modified, must be another array
   */
  void correlate(double factor, double[] independent, double[] out) {
    int w = 0;
    for (int i = 0; i < size; i++) {
      if (oneFactor) {
        double loading = weights[i];
        out[i] = loading * factor + Math.sqrt(1 - loading * loading) * independent[i];
      } else {
        double sum = 0;
        for (int k = 0; k <= i; k++) {
          sum += weights[w++] * independent[k];
        }
        out[i] = sum;
      }
    }
  }

  private static void checkRow(double[][] rows, int i) {
    int n = rows.length;
    if (rows[i].length != n) {
      throw new IllegalArgumentException(
          "correlations must be square, row %d has %d of %d".formatted(i, rows[i].length, n));
    }
    for (int j = 0; j < n; j++) {
      double value = rows[i][j];
      if (i == j ? value != 1 : !(value >= -1 && value <= 1)) {
        throw new IllegalArgumentException(
            "correlations must be 1 with itself and within [-1, 1], %d with %d was %s"
                .formatted(i, j, value));
      }
      if (j < i && value != rows[j][i]) {
        throw new IllegalArgumentException(
            "correlations must be symmetric, %d with %d was %s and %s"
                .formatted(i, j, value, rows[j][i]));
      }
    }
  }

  /** The factor {@code L} of {@code L L' = C}; a column whose pivot is rounding only is 0. */
  private static double[] cholesky(double[][] rows) {
    int n = rows.length;
    double[] lower = new double[Math.multiplyExact(n, n + 1) / 2];
    for (int i = 0; i < n; i++) {
      int row = i * (i + 1) / 2;
      for (int j = 0; j <= i; j++) {
        int other = j * (j + 1) / 2;
        double sum = rows[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[row + k] * lower[other + k];
        }
        if (i == j) {
          lower[row + i] = sum > ROUNDING * n ? Math.sqrt(sum) : 0;
        } else {
          lower[row + j] = lower[other + j] == 0 ? 0 : sum / lower[other + j];
        }
      }
    }
    return lower;
  }

  /** Cyclic Jacobi rotations (G. H. Golub and C. F. Van Loan, "Matrix Computations", 8.5). */
  private static double smallestEigenvalue(double[][] rows) {
    int n = rows.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = rows[i].clone();
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 1e-26 * n; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, p, q);
        }
      }
    }
    double smallest = a[0][0];
    for (int i = 1; i < n; i++) {
      smallest = Math.min(smallest, a[i][i]);
    }
    return smallest;
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double x = a[k][p];
      double y = a[k][q];
      a[k][p] = c * x - s * y;
      a[k][q] = s * x + c * y;
    }
    double[] rowP = a[p];
    double[] rowQ = a[q];
    for (int k = 0; k < a.length; k++) {
      double x = rowP[k];
      double y = rowQ[k];
      rowP[k] = c * x - s * y;
      rowQ[k] = s * x + c * y;
    }
  }
}
