package io.quantkit.features.matrix;

import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/** Numbers of the quantiles. */
record Bucketing(int count) implements DenseOperator {

  Bucketing {
    if (count < 2) {
      throw new IllegalArgumentException("count must be at least 2, was " + count);
    }
  }

  @Override
  public String name() {
    return "buckets-" + count;
  }

  @Override
  public Rewrite rewrite() {
    double[] bounds = new double[count - 1];
    return (values, weights, size) -> {
      double[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      for (int q = 1; q < count; q++) {
        bounds[q - 1] = Quantiles.linearOfSorted(sorted, (double) q / count);
      }
      for (int i = 0; i < size; i++) {
        int bucket = 1;
        while (bucket < count && bounds[bucket - 1] < values[i]) {
          bucket++;
        }
        values[i] = bucket;
      }
    };
  }
}
