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
 * The volume oscillator: {@code 100 (sma(volume, fast) / sma(volume, slow) - 1)}; Tulip's {@code
 * vosc}.
 *
 * <p>In hundredths, at least -100; {@code NaN} where the slow window has no volume. Warm-up {@code
 * slow - 1}. Does not drift.
 *
 * @param fast the short window, in bars, at least 1
 * @param slow the long window, greater than {@code fast}
 */
public record VolumeOscillator(int fast, int slow) implements Feature {

  /**
   * Creates an oscillator.
   *
   * @throws IllegalArgumentException if {@code fast} is below 1 or not below {@code slow}
   */
  public VolumeOscillator {
    Parameters.increasing("fast", fast, "slow", slow);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "vosc", fast + "x" + slow, "raw"));
  }

  @Override
  public int warmup(int output) {
    return slow - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.VOLUME, 1, new Step(new WindowMean(fast), new WindowMean(slow)));
  }

  private record Step(WindowMean fast, WindowMean slow) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      fast.add(volume);
      slow.add(volume);
      double mean = slow.mean();
      out[0] = mean > 0 ? 100 * (fast.mean() - mean) / mean : Double.NaN;
    }

    @Override
    public void clear() {
      fast.clear();
      slow.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(fast.copy(), slow.copy());
    }
  }
}
