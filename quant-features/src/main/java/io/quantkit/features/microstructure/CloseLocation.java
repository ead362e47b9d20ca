package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * The close location value: {@code ((close - low) - (high - close)) / (high - low)}, 1 at the high
 * and -1 at the low. {@code NaN} in a bar of one price. M. Chaikin.
 */
public record CloseLocation() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(Check.name("close-location", "1", "raw"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return 0;
  }

  @Override
  public FeatureKernel start() {
    return new State();
  }

  private static final class State implements FeatureKernel {
    private double value = Double.NaN;

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double range = high - low;
      double location = ((close - low) - (high - close)) / range;
      value = range > 0 && Double.isFinite(location) ? location : Double.NaN;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State();
      copy.value = value;
      return copy;
    }
  }
}
