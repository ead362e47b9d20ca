package io.quantkit.features.matrix;

import java.util.Arrays;

/** Marks of the largest or smallest. */
record Choosing(int count, boolean largest) implements DenseOperator {

  Choosing {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  @Override
  public String name() {
    return (largest ? "top-" : "bottom-") + count;
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      double last = largest ? sorted[Math.max(0, size - count)] : sorted[Math.min(size, count) - 1];
      for (int i = 0; i < size; i++) {
        values[i] = (largest ? values[i] >= last : values[i] <= last) ? 1 : 0;
      }
    };
  }
}
