package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Don Worden's time segmented volume: the sum over a window of {@code volume[t] (close[t] -
 * close[t-1])}.
 *
 * <p>In price times volume. Warm-up {@code period}. Does not drift.
 *
 * @param period the window, in bars, at least 1; 13 or 18 usually
 */
public record TimeSegmentedVolume(int period) implements Feature {

  /**
   * Creates a sum.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public TimeSegmentedVolume {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "tsv", period, "raw"));
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
        GapKernel.CLOSE | GapKernel.VOLUME, 1, new Step(period, new WindowMean(period)));
  }

  private static final class Step implements BarStep {
    private final int period;
    private final WindowMean window;
    private double lastClose = Double.NaN;

    Step(int period, WindowMean window) {
      this.period = period;
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
        window.add(volume * (close - lastClose));
        out[0] = window.sum();
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
      Step copy = new Step(period, window.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
