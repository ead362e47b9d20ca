package io.quantkit.core.aggregate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The exponentially weighted mean with weights that are divided by their sum:
 *
 * <p>{@code sum(d^(n-i) x[i]) / sum(d^(n-i))} with {@code d = 1 - 2 / (span + 1)}; {@code NaN}
 * without numbers.
 */
final class WeightedMean {
  private final double decay;
  private double sum;
  private double weight;

  WeightedMean(double span) {
    decay = 1 - 2 / (span + 1);
  }

  void add(double value) {
    sum = sum * decay + value;
    weight = weight * decay + 1;
  }

  double value() {
    return sum / weight;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeDouble(sum);
    out.writeDouble(weight);
  }

  void load(DataInputStream in) throws IOException {
    sum = in.readDouble();
    weight = in.readDouble();
  }
}
