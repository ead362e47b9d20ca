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
 * Volume in relation to its simple average: {@code volume / sma(volume, n)}.
 *
 * <p>Within [0, n], 1 on average; {@code NaN} where the window has no volume. Warm-up {@code period
 * - 1}. Does not drift.
 *
 * @param period the window, in bars, at least 1; it includes the bar itself
 */
public record VolumeRatio(int period) implements Feature {

  /**
   * Creates a ratio.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VolumeRatio {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "volume-ratio", period, "raw"));
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
    return new GapKernel(GapKernel.VOLUME, 1, new Step(new WindowMean(period)));
  }

  private record Step(WindowMean window) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      window.add(volume);
      out[0] = window.mean() > 0 ? volume / window.mean() : Double.NaN;
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(window.copy());
    }
  }
}
