package io.quantkit.features.econometric;

/**
 * Ordinary least squares by Householder reflections, with room for one problem that is filled,
 * solved and filled again: solving allocates nothing.
 *
 * <p>The columns before any one are a regression of their own: its residual sum of squares and the
 * t-statistic of its last column cost nothing more.
 */
final class LeastSquares {
  /*
   * G. Golub and C. Van Loan, Matrix Computations, 4th edition, 2013, algorithm 5.2.1. A column is
   * taken for a combination of those before it if what is left of it is below 1e-11 of its length.
   */
  private static final double SINGULAR = 1e-11;

  private final double[][] columns;
  private final double[] target;
  private final double[] diagonal;
  private final double[] beta;
  private final double[] tails;
  private int rows;
  private int solved;
  private boolean singular;

  LeastSquares(int rows, int columns) {
    this.columns = new double[columns][rows];
    this.target = new double[rows];
    this.diagonal = new double[columns];
    this.beta = new double[columns];
    this.tails = new double[columns + 1];
  }

  /** Returns the array to write a regressor into; overwritten by {@link #solve}. */
  double[] column(int index) {
    return columns[index];
  }

  /** Returns the array to write the regressand into; overwritten by {@link #solve}. */
  double[] target() {
    return target;
  }

  /** Solves with the first {@code count} columns. */
  void solve(int rowCount, int count) {
    rows = rowCount;
    solved = count;
    singular = rows < count;
    for (int k = 0; k < count && !singular; k++) {
      reflect(k);
    }
    double sum = 0;
    for (int i = rows - 1; i >= count && !singular; i--) {
      sum = Math.fma(target[i], target[i], sum);
    }
    tails[count] = sum;
    for (int k = count - 1; k >= 0 && !singular; k--) {
      tails[k] = Math.fma(target[k], target[k], tails[k + 1]);
    }
  }

  private void reflect(int k) {
    double[] column = columns[k];
    double whole = 0;
    for (int i = 0; i < rows; i++) {
      whole = Math.fma(column[i], column[i], whole);
    }
    double rest = 0;
    for (int i = k; i < rows; i++) {
      rest = Math.fma(column[i], column[i], rest);
    }
    if (!(rest > SINGULAR * SINGULAR * whole) || !Double.isFinite(rest)) {
      singular = true;
      return;
    }
    double length = Math.sqrt(rest);
    double alpha = column[k] > 0 ? -length : length;
    column[k] -= alpha;
    double scale = -1 / (alpha * column[k]);
    for (int j = k + 1; j < solved; j++) {
      apply(column, columns[j], k, scale);
    }
    apply(column, target, k, scale);
    diagonal[k] = alpha;
  }

  private void apply(double[] reflector, double[] to, int k, double scale) {
    double product = 0;
    for (int i = k; i < rows; i++) {
      product = Math.fma(reflector[i], to[i], product);
    }
    product *= -scale;
    for (int i = k; i < rows; i++) {
      to[i] = Math.fma(product, reflector[i], to[i]);
    }
  }

  /** Returns whether a column was a combination of the others: nothing else means anything then. */
  boolean singular() {
    return singular;
  }

  int rows() {
    return rows;
  }

  /** Returns the residual sum of squares of the regression on the first {@code count} columns. */
  double squares(int count) {
    return singular ? Double.NaN : tails[count];
  }

  double squares() {
    return squares(solved);
  }

  /** Returns the t-statistic of the last of the first {@code count} columns in their regression. */
  double lastT(int count) {
    if (singular || rows <= count) {
      return Double.NaN;
    }
    double deviation = Math.sqrt(tails[count] / (rows - count));
    return target[count - 1] * Math.signum(diagonal[count - 1]) / deviation;
  }

  /** Returns the last coefficient. */
  double last() {
    return singular ? Double.NaN : target[solved - 1] / diagonal[solved - 1];
  }

  /** Returns the last coefficient's standard error over that of the residuals. */
  double lastScale() {
    return singular ? Double.NaN : 1 / Math.abs(diagonal[solved - 1]);
  }

  /** Returns the coefficients, in an array of this object. */
  double[] coefficients() {
    for (int k = solved - 1; k >= 0; k--) {
      double sum = target[k];
      for (int j = k + 1; j < solved; j++) {
        sum -= columns[j][k] * beta[j];
      }
      beta[k] = singular ? Double.NaN : sum / diagonal[k];
    }
    return beta;
  }

  /** Returns the inverse of the matrix of squares and products of the columns. */
  double[][] inverseProducts() {
    double[][] inverse = new double[solved][solved];
    for (int j = 0; j < solved; j++) {
      for (int k = j; k >= 0; k--) {
        double sum = k == j ? 1 : 0;
        for (int l = k + 1; l <= j; l++) {
          sum -= columns[l][k] * inverse[l][j];
        }
        inverse[k][j] = singular ? Double.NaN : sum / diagonal[k];
      }
    }
    double[][] products = new double[solved][solved];
    for (int i = 0; i < solved; i++) {
      for (int j = 0; j < solved; j++) {
        double sum = 0;
        for (int l = Math.max(i, j); l < solved; l++) {
          sum = Math.fma(inverse[i][l], inverse[j][l], sum);
        }
        products[i][j] = sum;
      }
    }
    return products;
  }
}
