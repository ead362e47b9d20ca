package io.quantkit.risk.covariance;

import io.quantkit.core.market.Symbols;

/** A symmetric matrix of the covariances of returns, per period, in the order of its symbols. */
public final class Covariance {
  private final Symbols symbols;
  private final double[] values;

  private Covariance(Symbols symbols, double[] values) {
    this.symbols = symbols;
    this.values = values;
  }

  /**
   * Returns the given matrix.
   *
   * @param values row by row; not modified, not kept
   * @throws IllegalArgumentException if the matrix is not square, symmetric and finite, or a
   *     variance is negative
   */
  public static Covariance copyOf(Symbols symbols, double[] values) {
    int n = symbols.size();
    if (values.length != n * n) {
      throw new IllegalArgumentException(
          "a covariance of %d symbols must have %d values, had %d"
              .formatted(n, n * n, values.length));
    }
    for (int i = 0; i < n; i++) {
      double variance = values[i * n + i];
      if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "variance of %s must be finite and at least 0, was %s"
                .formatted(symbols.get(i), variance));
      }
      for (int j = 0; j < i; j++) {
        double value = values[i * n + j];
        if (!Double.isFinite(value) || value != values[j * n + i]) {
          throw new IllegalArgumentException(
              "covariance of %s and %s must be finite and symmetric, was %s and %s"
                  .formatted(symbols.get(i), symbols.get(j), value, values[j * n + i]));
        }
      }
    }
    return new Covariance(symbols, values.clone());
  }

  /** Returns the symbols, in order. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns how many symbols there are. */
  public int size() {
    return symbols.size();
  }

  /** Returns one covariance. */
  public double get(int i, int j) {
    return values[i * symbols.size() + j];
  }

  /** Returns the variance of one symbol. */
  public double variance(int i) {
    return get(i, i);
  }

  /** Returns the correlation of two symbols, {@code NaN} if either has no variance. */
  public double correlation(int i, int j) {
    double scale = Math.sqrt(variance(i)) * Math.sqrt(variance(j));
    if (scale == 0) {
      return Double.NaN;
    }
    return i == j ? 1 : Math.max(-1, Math.min(1, get(i, j) / scale));
  }

  /** Returns a copy of the matrix, row by row. */
  public double[] toArray() {
    return values.clone();
  }
}
