package io.quantkit.features.matrix;

import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/** Numbers brought within their quantiles. */
record Winsorizing(double low, double high) implements DenseOperator {

  Winsorizing {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "low and high must be within 0 to 1 in this order, were " + low + ", " + high);
    }
  }

  @Override
  public String name() {
    return OperatorName.of(OperatorName.of("winsorize", low), high);
  }

  @Override
  public Rewrite rewrite() {
    return (values, weights, size) -> {
      double[] copy = Arrays.copyOf(values, size);
      double least = Quantiles.linearInPlace(copy, 0, size, low);
      double most = Quantiles.linearInPlace(copy, 0, size, high);
      Clipping.clip(values, size, least, most);
    };
  }
}
