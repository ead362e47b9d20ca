package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.TrueRange;
import java.util.List;

/**
 * Wilder's average true range: the largest of {@code high - low}, {@code |high - last close|} and
 * {@code |low - last close|}, smoothed with weight {@code 1 / period} from the mean of the first
 * {@code period} of them.
 *
 * <p>In the unit of the price, at least 0. As in TA-Lib the first bar has no true range, so the
 * warm-up is {@code period}. Source: J. Welles Wilder, New Concepts in Technical Trading Systems,
 * 1978.
 *
 * @param period the smoothing, at least 1
 */
public record Atr(int period) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Atr {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "atr", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 2);
  }

  @Override
  public FeatureKernel start() {
    return new State(ExponentialMean.wilder(period));
  }

  private static final class State implements FeatureKernel {
    private final ExponentialMean mean;
    private double lastClose = Double.NaN;
    private double value = Double.NaN;

    State(ExponentialMean mean) {
      this.mean = mean;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        mean.clear();
        lastClose = Double.NaN;
        value = Double.NaN;
        return;
      }
      if (!Double.isNaN(lastClose)) {
        value = mean.add(TrueRange.of(high, low, lastClose));
      }
      lastClose = close;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(mean.copy());
      copy.lastClose = lastClose;
      copy.value = value;
      return copy;
    }
  }
}
