package io.quantkit.features.timeframe;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.SlidingMaximum;
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
    return new State(new SlidingMaximum(period), new SlidingMaximum(period));
  }

  private static final class State implements FeatureKernel {
    private final SlidingMaximum highs;
    private final SlidingMaximum lows;

    State(SlidingMaximum highs, SlidingMaximum lows) {
      this.highs = highs;
      this.lows = lows;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (Double.isFinite(high) && Double.isFinite(low) && Double.isFinite(close)) {
        highs.add(high);
        lows.add(-low);
      } else {
        highs.clear();
        lows.clear();
      }
    }

    @Override
    public double value(int output) {
      return output == HIGHEST ? highs.maximum() : -lows.maximum();
    }

    @Override
    public FeatureKernel copy() {
      return new State(highs.copy(), lows.copy());
    }
  }
}
