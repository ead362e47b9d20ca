package io.quantkit.risk.covariance;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.math.CompensatedSum;
import io.quantkit.core.series.Returns;

/** Returns with the mean of each symbol taken off. */
final class Centered {
  final Symbols symbols;
  final int rows;
  final int columns;

  /** Column by column, so that inner products run over contiguous memory. */
  final double[][] values;

  Centered(Returns returns) {
    this.symbols = returns.symbols();
    this.rows = returns.rows();
    this.columns = symbols.size();
    this.values = new double[columns][rows];
    if (rows < 2) {
      throw new IllegalArgumentException("returns must have at least 2 rows, had " + rows);
    }
    for (int c = 0; c < columns; c++) {
      for (int t = 0; t < rows; t++) {
        double value = returns.value(t, c);
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "return of %s in row %d must be finite, was %s".formatted(symbols.get(c), t, value));
        }
        values[c][t] = value;
      }
      center(values[c]);
    }
  }

  /** Takes the mean off. Starting from the first value leaves exact zeros if all are equal. */
  private static void center(double[] values) {
    double first = values[0];
    for (int t = 0; t < values.length; t++) {
      values[t] -= first;
    }
    double mean = CompensatedSum.of(values) / values.length;
    for (int t = 0; t < values.length; t++) {
      values[t] -= mean;
    }
  }

  /** Returns the sums of products over {@code rows - ddof}, row by row. */
  double[] covariance(int ddof) {
    double[] out = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j <= i; j++) {
        double product = dot(values[i], values[j]) / (rows - ddof);
        out[i * columns + j] = product;
        out[j * columns + i] = product;
      }
    }
    return out;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int t = 0; t < x.length; t++) {
      sum += x[t] * y[t];
    }
    return sum;
  }
}
