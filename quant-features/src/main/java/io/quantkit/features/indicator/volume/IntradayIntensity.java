package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * David Bostian's intraday intensity: {@code volume (2 close - high - low) / (high - low)}, 0 where
 * high equals low.
 *
 * <p>In units of volume, within plus and minus the bar's. No warm-up. Its running total is {@link
 * AccumulationDistribution}, its share of a window's volume {@link ChaikinMoneyFlow}.
 */
public record IntradayIntensity() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "intraday-intensity", "1", "raw"));
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
    return new GapKernel(GapKernel.PRICES | GapKernel.VOLUME, 1, new Step());
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
      out[0] = MoneyFlow.of(high, low, close, volume);
    }

    @Override
    public void clear() {}

    @Override
    public BarStep copy() {
      return this;
    }
  }
}
