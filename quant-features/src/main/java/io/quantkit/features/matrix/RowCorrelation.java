package io.quantkit.features.matrix;

/** Correlations between the rows of two matrices. */
final class RowCorrelation {
  private final boolean ranked;
  private final RadixRanks ranks = new RadixRanks();
  private final double[] a;
  private final double[] b;

  RowCorrelation(int symbols, boolean ranked) {
    this.ranked = ranked;
    this.a = new double[symbols];
    this.b = new double[symbols];
  }

  void over(RowMatrix left, RowMatrix right, double[] out) {
    if (left.symbols() != right.symbols() || left.rows() != right.rows()) {
      throw new IllegalArgumentException(
          "matrices must have one size, were " + left + " and " + right);
    }
    Parts.checkOutput(left.rows(), out);
    for (int t = 0; t < left.rows(); t++) {
      out[t] = of(left, right, t);
    }
  }

  private double of(RowMatrix left, RowMatrix right, int t) {
    left.copyRow(t, a);
    right.copyRow(t, b);
    int n = 0;
    for (int s = 0; s < a.length; s++) {
      double x = a[s];
      double y = b[s];
      a[n] = x;
      b[n] = y;
      n += Double.isFinite(x) && Double.isFinite(y) ? 1 : 0;
    }
    if (ranked) {
      ranks.average(a, n);
      ranks.average(b, n);
    }
    return pearson(n);
  }

  private double pearson(int n) {
    double meanA = mean(a, n);
    double meanB = mean(b, n);
    double baseA = a[0];
    double baseB = b[0];
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < n; i++) {
      double x = a[i] - baseA - meanA;
      double y = b[i] - baseB - meanB;
      products = Math.fma(x, y, products);
      squaresA = Math.fma(x, x, squaresA);
      squaresB = Math.fma(y, y, squaresB);
    }
    double scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
    return scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : Double.NaN;
  }

  private static double mean(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i] - x[0];
    }
    return sum / n;
  }
}
