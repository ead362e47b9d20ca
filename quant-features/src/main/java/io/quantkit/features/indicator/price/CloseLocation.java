package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * The close location value: {@code ((close - low) - (high - close)) / (high - low)}.
 *
 * <p>Within [-1, 1]; 0 where high equals low, as in TTR's {@code CLV} and in every indicator of
 * money flow. No warm-up.
 */
public record CloseLocation() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "close-location", "1", "raw"));
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
    return new GapKernel(GapKernel.PRICES, 1, new Step());
  }

  private record Step() implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      out[0] = high > low ? (close - low - (high - close)) / (high - low) : 0;
    }

    @Override
    public void clear() {}

    @Override
    public BarStep copy() {
      return this;
    }
  }
}
