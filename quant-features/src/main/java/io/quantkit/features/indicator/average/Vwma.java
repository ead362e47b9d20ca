package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import java.util.List;

/**
 * The volume-weighted moving average: {@code sum(x v) / sum(v)} over the window.
 *
 * <p>In the unit of the input and within its range; {@code NaN} where no volume was traded in the
 * window. Warm-up {@code period - 1}. Does not drift: the volume is summed without subtraction and
 * prices about one of the window.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Vwma(int period, Input input) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Vwma {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public Vwma(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "vwma", period, input.aggregation("raw")));
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
    return new State(input, new SlidingProducts(period));
  }

  private static final class State implements FeatureKernel {
    private final Input input;
    private final SlidingProducts window;
    private double value = Double.NaN;

    State(Input input, SlidingProducts window) {
      this.input = input;
      this.window = window;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double x = input.of(open, high, low, close, volume);
      if (!Double.isFinite(x) || !Double.isFinite(volume)) {
        window.clear();
        value = Double.NaN;
        return;
      }
      value = window.add(x, volume);
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(input, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
