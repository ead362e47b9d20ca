package io.quantkit.features.matrix;

/** Numbers brought within fixed limits. */
record Clipping(double low, double high) implements DenseOperator {

  Clipping {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high, were " + low + ", " + high);
    }
  }

  @Override
  public String name() {
    return OperatorName.of(OperatorName.of("clip", low), high);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> clip(values, size, low, high);
  }

  static void clip(double[] values, int size, double low, double high) {
    for (int i = 0; i < size; i++) {
      values[i] = Math.min(Math.max(values[i], low), high);
    }
  }
}
