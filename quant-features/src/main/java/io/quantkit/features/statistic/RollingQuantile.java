package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingOrder;
import java.util.List;

/**
 * A quantile of the window that ends with the bar, by linear interpolation between order statistics
 * (Hyndman and Fan's type 7, the default of NumPy and R); the median for a probability of 0.5.
 *
 * <p>In the unit of the input. Warm-up {@code period - 1}. A step takes a bisection and moves part
 * of a sorted window.
 *
 * @param period the window, in observations, at least 1
 * @param probability within [0, 1]
 * @param input what is measured
 */
public record RollingQuantile(int period, double probability, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1 or the probability outside [0, 1]
   */
  public RollingQuantile {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be within [0, 1], was " + probability);
    }
  }

  /** Creates a quantile of closes. */
  public RollingQuantile(int period, double probability) {
    this(period, probability, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "stat", "quantile", period + "x" + FeatureName.text(probability), input.label()));
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
    return new State(probability, new SlidingOrder(period));
  }

  private static final class State implements IndicatorKernel {
    private final double probability;
    private final SlidingOrder window;
    private double value = Double.NaN;

    State(double probability, SlidingOrder window) {
      this.probability = probability;
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
      value = window.quantile(probability);
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(probability, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
