package io.quantkit.features.matrix;

/** Numbers of a given sum. */
record Scaling(double total, boolean gross) implements DenseOperator {

  Scaling {
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("total must be positive, was " + total);
    }
  }

  @Override
  public String name() {
    return OperatorName.of(gross ? "gross" : "net", total);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += gross ? Math.abs(values[i]) : values[i];
      }
      double scale = sum == 0 ? Double.NaN : total / sum;
      for (int i = 0; i < size; i++) {
        values[i] = values[i] * scale;
      }
    };
  }
}
