package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingWeightedMean;
import java.util.List;

/**
 * The volume-weighted mean of the last {@code period} simple returns: {@code sum(volume[t]
 * (close[t] / close[t-1] - 1)) / sum(volume[t])}.
 *
 * <p>A fraction per bar; {@code NaN} where the window has no volume. Warm-up {@code period}. Does
 * not drift.
 *
 * @param period the window, in returns, at least 1
 */
public record VolumeWeightedMomentum(int period) implements Feature {

  /**
   * Creates a momentum.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VolumeWeightedMomentum {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "volume-momentum", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.CLOSE | GapKernel.VOLUME, 1, new Step(new SlidingWeightedMean(period)));
  }

  private static final class Step implements BarStep {
    private final SlidingWeightedMean window;
    private double lastClose = Double.NaN;

    Step(SlidingWeightedMean window) {
      this.window = window;
    }

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
        window.add(close / lastClose - 1, volume);
        out[0] = window.weight() > 0 ? window.mean() : Double.NaN;
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      window.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(window.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
