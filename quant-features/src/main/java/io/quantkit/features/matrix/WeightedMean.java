package io.quantkit.features.matrix;

/** A mean with or without weights. */
final class WeightedMean {
  private WeightedMean() {}

  /** Returns the mean of {@code x - x[0]}; weights are none if empty. */
  static double of(double[] x, double[] w, int size) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < size; i++) {
      double weight = w.length == 0 ? 1 : w[i];
      sum = Math.fma(weight, x[i] - x[0], sum);
      total += weight;
    }
    return sum / total;
  }
}
