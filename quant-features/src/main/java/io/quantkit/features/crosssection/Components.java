package io.quantkit.features.crosssection;

/** The largest eigenvalues of a window's correlation matrix and their vectors. */
final class Components {
  /** An eigenvalue below this share of the largest is rounding. */
  private static final double NOTHING = 1e-13;

  private final double[] values;
  private final double[][] vectors;

  private Components(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  static void check(int components, int period) {
    if (components < 1) {
      throw new IllegalArgumentException("components must be at least 1, were " + components);
    }
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /**
   * Returns at most {@code most} components. With more symbols than rows the products of rows are
   * decomposed instead, which have the same eigenvalues: {@code u = Z v / sqrt(lambda)}.
   */
  static Components of(ReturnWindow window, int most) {
    double[][] z = window.standardized();
    int n = z.length;
    boolean wide = n > window.period();
    SymmetricEigen eigen =
        SymmetricEigen.of(wide ? plainProducts(transposed(z)) : CorrelationMatrix.products(z));
    int count = Math.min(most, eigen.size());
    while (count > 1 && !(eigen.value(count - 1) > NOTHING * eigen.value(0))) {
      count--;
    }
    double[] values = new double[count];
    double[][] vectors = new double[count][];
    for (int k = 0; k < count; k++) {
      values[k] = Math.max(0, eigen.value(k));
      vectors[k] = wide ? lifted(z, eigen.vector(k), Math.sqrt(values[k])) : eigen.vector(k);
    }
    return new Components(values, vectors);
  }

  int count() {
    return values.length;
  }

  double value(int k) {
    return values[k];
  }

  double[] vector(int k) {
    return vectors[k];
  }

  /** Returns a number whose sign is that of the sum, or else of the first part that is not 0. */
  static double lean(double[] vector) {
    double sum = 0;
    double first = 0;
    for (double part : vector) {
      sum += part;
      first = first == 0 ? part : first;
    }
    return sum == 0 ? first : sum;
  }

  private static double[][] transposed(double[][] z) {
    double[][] t = new double[z[0].length][z.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = z[i][j];
      }
    }
    return t;
  }

  private static double[][] plainProducts(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = CorrelationMatrix.dot(rows[i], rows[j]);
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  private static double[] lifted(double[][] z, double[] v, double norm) {
    double[] u = new double[z.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = CorrelationMatrix.dot(z[i], v) / norm;
    }
    return u;
  }
}
