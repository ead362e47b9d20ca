package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Walid Khalil and David Steckler's volume zone oscillator: {@code 100 ema(signed volume, n) /
 * ema(volume, n)}, where volume counts negative on bars that do not close higher than the one
 * before.
 *
 * <p>Within [-100, 100]; {@code NaN} where there was no volume. Warm-up {@code period}; the first
 * bar has no sign. Source: Technical Analysis of Stocks and Commodities 29, May 2011.
 *
 * @param period the span, in bars, at least 1; 14 in the source
 */
public record VolumeZoneOscillator(int period) implements Feature {

  /**
   * Creates an oscillator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VolumeZoneOscillator {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "vzo", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return period + ExponentialMean.memory(2 / (period + 1.0), eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.CLOSE | GapKernel.VOLUME,
        1,
        new Step(ExponentialMean.span(period, period), ExponentialMean.span(period, period)));
  }

  private static final class Step implements BarStep {
    private final ExponentialMean signed;
    private final ExponentialMean volumes;
    private double lastClose = Double.NaN;

    Step(ExponentialMean signed, ExponentialMean volumes) {
      this.signed = signed;
      this.volumes = volumes;
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
        double net = signed.add(close > lastClose ? volume : -volume);
        double total = volumes.add(volume);
        boolean defined = total > 0 || Double.isNaN(total);
        out[0] = defined ? 100 * Math.max(-1, Math.min(1, net / total)) : Double.NaN;
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      signed.clear();
      volumes.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(signed.copy(), volumes.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
