package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;

/** The correlations of some symbols with each other at one moment. Immutable. */
public final class CorrelationMatrix {
  private final Symbols symbols;
  private final double[][] values;

  CorrelationMatrix(Symbols symbols, double[][] values) {
    this.symbols = symbols;
    this.values = values;
  }

  /** Returns the symbols, in the order of rows and columns: by name. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns the correlation of the symbols at two positions. */
  public double value(int row, int column) {
    return values[row][column];
  }

  /**
   * Returns the correlation of two symbols.
   *
   * @throws IllegalArgumentException if one of them is not among the symbols
   */
  public double value(Symbol row, Symbol column) {
    return values[symbols.require(row)][symbols.require(column)];
  }

  /** Returns a copy of the numbers. */
  public double[][] toArray() {
    double[][] copy = new double[values.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i].clone();
    }
    return copy;
  }

  /**
   * Returns the partial correlations: of each pair once all other symbols are accounted for, {@code
   * -p_ij / sqrt(p_ii p_jj)} with {@code p} the inverse of this matrix, and 1 on the diagonal.
   *
   * @param ridge what is added to the diagonal before it is inverted, at least 0; a matrix of no
   *     more returns than symbols needs some
   * @throws IllegalArgumentException if the ridge is negative or not finite
   * @throws IllegalStateException if the matrix is singular all the same
   */
  public CorrelationMatrix partial(double ridge) {
    checkRidge(ridge);
    double[][] partial = partial(values, ridge);
    if (partial.length < values.length) {
      throw new IllegalStateException(
          "the correlations of %s are singular with a ridge of %s: take a larger one"
              .formatted(symbols, ridge));
    }
    return new CorrelationMatrix(symbols, partial);
  }

  static void checkRidge(double ridge) {
    if (!(ridge >= 0 && ridge < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ridge must be at least 0, was " + ridge);
    }
  }

  /** Returns the partial correlations, nothing if the matrix is singular. */
  static double[][] partial(double[][] correlations, double ridge) {
    int n = correlations.length;
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      factor[i] = correlations[i].clone();
      factor[i][i] += ridge;
    }
    if (!Cholesky.decompose(factor)) {
      return new double[0][];
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
      Cholesky.solveLower(factor, inverse[i]);
      Cholesky.solveUpper(factor, inverse[i]);
    }
    double[][] partial = new double[n][n];
    for (int i = 0; i < n; i++) {
      partial[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double r = -inverse[i][j] / Math.sqrt(inverse[i][i] * inverse[j][j]);
        partial[i][j] = Math.max(-1, Math.min(1, r));
        partial[j][i] = partial[i][j];
      }
    }
    return partial;
  }

  /** Returns the products of rows of unit length with each other. */
  static double[][] products(double[][] z) {
    double[][] c = new double[z.length][z.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < i; j++) {
        c[i][j] = Math.max(-1, Math.min(1, dot(z[i], z[j])));
        c[j][i] = c[i][j];
      }
      c[i][i] = 1;
    }
    return c;
  }

  /** Four sums of their own let the additions overlap. */
  static double dot(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i < a.length - 3; i += 4) {
      sum0 = Math.fma(a[i], b[i], sum0);
      sum1 = Math.fma(a[i + 1], b[i + 1], sum1);
      sum2 = Math.fma(a[i + 2], b[i + 2], sum2);
      sum3 = Math.fma(a[i + 3], b[i + 3], sum3);
    }
    for (; i < a.length; i++) {
      sum0 = Math.fma(a[i], b[i], sum0);
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  @Override
  public String toString() {
    return "CorrelationMatrix of " + symbols;
  }
}
