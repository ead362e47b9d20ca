package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import java.util.List;

/**
 * Wilder's relative strength index: {@code 100 g / (g + l)} with {@code g} and {@code l} the
 * averages of gains and losses, smoothed with weight {@code 1 / period} from the mean of the first
 * {@code period} changes.
 *
 * <p>Within [0, 100]; above 50 gains prevail. Warm-up {@code period}. 0 as long as nothing has
 * moved, as TA-Lib has it. Source: J. Welles Wilder, New Concepts in Technical Trading Systems,
 * 1978.
 *
 * @param period the smoothing, in changes, at least 1
 * @param input whose changes are measured
 */
public record Rsi(int period, Input input) implements Indicator {

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Rsi {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates an index of closes. */
  public Rsi(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "rsi", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 10);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(ExponentialMean.wilder(period), ExponentialMean.wilder(period));
  }

  private static final class State implements IndicatorKernel {
    private final ExponentialMean gains;
    private final ExponentialMean losses;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(ExponentialMean gains, ExponentialMean losses) {
      this.gains = gains;
      this.losses = losses;
    }

    @Override
    public double update(double x) {
      double change = x - last;
      if (!Double.isFinite(change)) {
        gains.clear();
        losses.clear();
        last = Double.isFinite(x) ? x : Double.NaN;
        value = Double.NaN;
        return value;
      }
      last = x;
      double gain = gains.add(Math.max(change, 0));
      double loss = losses.add(Math.max(-change, 0));
      double total = gain + loss;
      value = total == 0 ? 0 : 100 * (gain / total);
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(gains.copy(), losses.copy());
      copy.last = last;
      copy.value = value;
      return copy;
    }
  }
}
