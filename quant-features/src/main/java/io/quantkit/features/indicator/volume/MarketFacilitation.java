package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * Bill Williams' market facilitation index: {@code (high - low) / volume}; Tulip's {@code
 * marketfi}.
 *
 * <p>In price per unit of volume, at least 0; {@code NaN} without volume. No warm-up. Source: B.
 * Williams, Trading Chaos, 1995.
 */
public record MarketFacilitation() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "marketfi", "1", "raw"));
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
    return new GapKernel(GapKernel.RANGE | GapKernel.VOLUME, 1, new Step());
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
      out[0] = volume > 0 ? (high - low) / volume : Double.NaN;
    }

    @Override
    public void clear() {}

    @Override
    public BarStep copy() {
      return this;
    }
  }
}
