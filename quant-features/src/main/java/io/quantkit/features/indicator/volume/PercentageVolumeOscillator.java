package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * The percentage volume oscillator: {@code 100 (ema(volume, fast) - ema(volume, slow)) /
 * ema(volume, slow)}, its exponential average, and the line less the average.
 *
 * <p>Outputs, in order: line, signal, histogram, in hundredths; the line is at least -100. Warm-up
 * {@code slow - 1}, of the others {@code slow + signal - 2}. {@code NaN} where the slow average is
 * 0; the signal begins again after that.
 *
 * @param fast the span of the fast average, in bars, at least 1
 * @param slow the span of the slow average, greater than {@code fast}
 * @param signal the span of the signal, at least 1
 * @param seed where the averages of volume begin; the signal begins with a mean
 */
public record PercentageVolumeOscillator(int fast, int slow, int signal, Seed seed)
    implements Feature {

  /**
   * Creates an oscillator.
   *
   * @throws IllegalArgumentException if {@code fast} is below 1 or not below {@code slow}, or
   *     {@code signal} is below 1
   */
  public PercentageVolumeOscillator {
    Parameters.increasing("fast", fast, "slow", slow);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an oscillator whose averages are seeded with means. */
  public PercentageVolumeOscillator(int fast, int slow, int signal) {
    this(fast, slow, signal, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "pvo" : "pvo-first";
    String window = "%dx%dx%d".formatted(fast, slow, signal);
    return List.of(
        FeatureName.of("tech", indicator, window, "line"),
        FeatureName.of("tech", indicator, window, "signal"),
        FeatureName.of("tech", indicator, window, "histogram"));
  }

  @Override
  public int warmup(int output) {
    return output == 0 ? slow - 1 : slow + signal - 2;
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + 2 * ExponentialMean.memory(2 / (slow + 1.0), eps / 1000)
        + ExponentialMean.memory(2 / (signal + 1.0), eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.VOLUME,
        3,
        new Step(new TwoMeans(fast, slow, seed), ExponentialMean.span(signal, signal)));
  }

  private record Step(TwoMeans means, ExponentialMean signal) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (!means.add(volume)) {
        return;
      }
      double slow = means.slow();
      double line = slow > 0 ? 100 * (means.fast() - slow) / slow : Double.NaN;
      out[0] = line;
      if (Double.isFinite(line)) {
        out[1] = signal.add(line);
      } else {
        signal.clear();
        out[1] = Double.NaN;
      }
      out[2] = line - out[1];
    }

    @Override
    public void clear() {
      means.clear();
      signal.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(means.copy(), signal.copy());
    }
  }
}
