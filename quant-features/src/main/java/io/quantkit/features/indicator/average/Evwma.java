package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingSum;
import java.util.List;

/**
 * The elastic volume-weighted moving average: {@code e[t] = ((s - v[t]) e[t-1] + v[t] x[t]) / s}
 * where {@code s} is the volume of the last {@code period} bars; {@code e[t-1]} where that is 0.
 *
 * <p>In the unit of the input and within its range. Begins with the last number of the first
 * window, as in TTR. Warm-up {@code period - 1}. How fast it forgets depends on the volume: {@link
 * Feature#NEVER} settles by guarantee. Source: C. Fries, 2001; R package TTR.
 *
 * @param period the window of the volume, in bars, at least 1
 * @param input what is averaged
 */
public record Evwma(int period, Input input) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Evwma {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public Evwma(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "evwma", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new State(input, new SlidingSum(period));
  }

  private static final class State implements FeatureKernel {
    private final Input input;
    private final SlidingSum volumes;
    private double value = Double.NaN;

    State(Input input, SlidingSum volumes) {
      this.input = input;
      this.volumes = volumes;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double x = input.of(open, high, low, close, volume);
      if (!Double.isFinite(x) || !Double.isFinite(volume)) {
        volumes.clear();
        value = Double.NaN;
        return;
      }
      double sum = volumes.add(volume);
      if (Double.isNaN(sum)) {
        return;
      }
      if (Double.isNaN(value)) {
        value = x;
      } else if (sum > 0) {
        value += Math.min(1, volume / sum) * (x - value);
      }
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(input, volumes.copy());
      copy.value = value;
      return copy;
    }
  }
}
