package io.quantkit.features.matrix;

/** Positive shares that grow exponentially. */
record Softmax(double temperature) implements DenseOperator {

  Softmax {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be positive, was " + temperature);
    }
  }

  @Override
  public String name() {
    return OperatorName.of("softmax", temperature);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double max = values[0];
      for (int i = 1; i < size; i++) {
        max = Math.max(max, values[i]);
      }
      double sum = 0;
      for (int i = 0; i < size; i++) {
        values[i] = StrictMath.exp((values[i] - max) / temperature);
        sum += values[i];
      }
      for (int i = 0; i < size; i++) {
        values[i] = values[i] / sum;
      }
    };
  }
}
