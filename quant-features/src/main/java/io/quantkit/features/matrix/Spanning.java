package io.quantkit.features.matrix;

/** Positions between the extremes. */
record Spanning() implements DenseOperator {

  @Override
  public String name() {
    return "minmax";
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double min = values[0];
      double max = values[0];
      for (int i = 1; i < size; i++) {
        min = Math.min(min, values[i]);
        max = Math.max(max, values[i]);
      }
      double span = max > min ? max - min : Double.NaN;
      for (int i = 0; i < size; i++) {
        values[i] = (values[i] - min) / span;
      }
    };
  }
}
