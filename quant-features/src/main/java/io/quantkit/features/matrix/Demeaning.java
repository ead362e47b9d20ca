package io.quantkit.features.matrix;

/** Distances from the mean. */
record Demeaning() implements DenseOperator {

  @Override
  public String name() {
    return "demean";
  }

  @Override
  public boolean usesWeights() {
    return true;
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double base = values[0];
      double mean = WeightedMean.of(values, weights, size);
      for (int i = 0; i < size; i++) {
        values[i] = values[i] - base - mean;
      }
    };
  }
}
