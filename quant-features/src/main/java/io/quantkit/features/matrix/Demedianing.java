package io.quantkit.features.matrix;

/** Distances from the median, in robust deviations or plain. */
record Demedianing(boolean scaled) implements DenseOperator {

  @Override
  public String name() {
    return scaled ? "robust-zscore" : "demedian";
  }

  @Override
  public Rewrite rewrite() {
    Middle middle = new Middle();
    return (values, weights, size) -> {
      double median = middle.median(values, size);
      double scale = 1;
      if (scaled) {
        double deviation = middle.deviation(values, size, median);
        scale = deviation > 0 ? deviation : Double.NaN;
      }
      for (int i = 0; i < size; i++) {
        values[i] = (values[i] - median) / scale;
      }
    };
  }
}
