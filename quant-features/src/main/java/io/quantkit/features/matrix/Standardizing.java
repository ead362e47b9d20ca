package io.quantkit.features.matrix;

/** Distances from the mean in standard deviations. */
record Standardizing(int ddof) implements DenseOperator {

  Standardizing {
    if (ddof != 0 && ddof != 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
  }

  @Override
  public String name() {
    return ddof == 1 ? "zscore" : "zscore-ddof" + ddof;
  }

  @Override
  public boolean usesWeights() {
    return true;
  }

  @Override
  public Kernel start(int symbols) {
    return new StandardizingKernel(ddof, DenseOperator.super.start(symbols));
  }

  @Override
  public Rewrite rewrite() {
    Spread spread = new Spread();
    return (values, weights, size) -> {
      if (weights.length == 0) {
        spread.measure(values, 0, size, ddof);
        spread.standardize(values, 0, size, values);
      } else {
        standardize(values, weights, size, ddof);
      }
    };
  }

  private static void standardize(double[] x, double[] w, int size, int ddof) {
    double mean = WeightedMean.of(x, w, size);
    double base = x[0];
    double total = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < size; i++) {
      double d = x[i] - base - mean;
      squares = Math.fma(w[i] * d, d, squares);
      total += w[i];
      n += w[i] > 0 ? 1 : 0;
    }
    double variance = n > ddof ? squares / total * n / (n - ddof) : Double.NaN;
    double deviation = variance > 0 ? Math.sqrt(variance) : Double.NaN;
    for (int i = 0; i < size; i++) {
      x[i] = (x[i] - base - mean) / deviation;
    }
  }
}
