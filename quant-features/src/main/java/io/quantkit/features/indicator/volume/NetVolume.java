package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * Volume counted positive on a bar that closes higher than the one before, negative on one that
 * closes lower, and 0 on others: what {@link Obv} is the running total of.
 *
 * <p>In units of volume. Warm-up 1.
 */
public record NetVolume() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "net-volume", "1", "raw"));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return 1;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.CLOSE | GapKernel.VOLUME, 1, new Step());
  }

  private static final class Step implements BarStep {
    private double lastClose = Double.NaN;

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (!Double.isNaN(lastClose)) {
        out[0] = volume * Math.signum(close - lastClose);
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step();
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
