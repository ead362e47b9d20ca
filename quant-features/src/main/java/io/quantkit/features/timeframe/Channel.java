package io.quantkit.features.timeframe;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.RangeKernel;
import java.util.List;

/** The highest high and the lowest low of the last bars: what {@link TimeframeLevels} looks at. */
final class Channel implements Feature {
  static final int HIGHEST = 0;
  static final int LOWEST = 1;

  private final int period;

  Channel(int period) {
    this.period = period;
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "channel", period, "highest"),
        FeatureName.of("tech", "channel", period, "lowest"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new RangeKernel(period, 0, true, 2, Channel::bounds);
  }

  static void bounds(double[] highest, double[] lowest, double[] close, int count, double[][] out) {
    System.arraycopy(highest, 0, out[HIGHEST], 0, count);
    System.arraycopy(lowest, 0, out[LOWEST], 0, count);
  }
}
