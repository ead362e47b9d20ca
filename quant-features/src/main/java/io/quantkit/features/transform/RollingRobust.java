package io.quantkit.features.transform;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingOrder;
import java.util.List;

/**
 * How many interquartile ranges a number is from the median of the window that ends with it: {@code
 * (x[t] - median) / (q75 - q25)}, quartiles by Hyndman and Fan's type 7.
 *
 * <p>Dimensionless; unchanged when the input is shifted or scaled by a positive number, and hardly
 * by an outlier. Warm-up {@code period - 1}; {@code NaN} where the quartiles are equal. A step
 * takes a bisection and moves part of a sorted window.
 *
 * @param period the window, in observations, at least 2
 * @param input what is measured
 */
public record RollingRobust(int period, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RollingRobust {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /** Creates the recipe for closes. */
  public RollingRobust(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("norm", "robust", period, input.aggregation("raw")));
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
    return new State(new SlidingOrder(period));
  }

  private static final class State implements IndicatorKernel {
    private final SlidingOrder window;
    private double value = Double.NaN;

    State(SlidingOrder window) {
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        window.clear();
        value = Double.NaN;
        return value;
      }
      if (window.add(x)) {
        double range = window.quantile(0.75) - window.quantile(0.25);
        value = range == 0 ? Double.NaN : (x - window.quantile(0.5)) / range;
      }
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
