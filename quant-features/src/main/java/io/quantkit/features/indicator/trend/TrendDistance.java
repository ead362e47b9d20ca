package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingMean;
import java.util.List;

/**
 * How far a price is from its simple moving average: {@code x[t] / sma[t] - 1}.
 *
 * <p>A fraction: 0.05 is 5 % above the average, 0 on it. Warm-up {@code period - 1}. {@code NaN}
 * where the average is 0.
 *
 * @param period the window of the average, in observations, at least 1
 * @param input what is averaged
 */
public record TrendDistance(int period, Input input) implements Indicator {

  /**
   * Creates a distance.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public TrendDistance {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates a distance of closes. */
  public TrendDistance(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "trend-distance", period, input.aggregation("raw")));
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
  public IndicatorKernel kernel() {
    return new State(new SlidingMean(period));
  }

  private static final class State implements IndicatorKernel {
    private final SlidingMean window;
    private double value = Double.NaN;

    State(SlidingMean window) {
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        window.clear();
        value = Double.NaN;
        return value;
      }
      window.add(x);
      double mean = window.mean();
      value = mean == 0 ? Double.NaN : (x - mean) / mean;
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(window.copy());
      copy.value = value;
      return copy;
    }
  }
}
