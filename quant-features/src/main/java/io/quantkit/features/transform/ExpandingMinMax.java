package io.quantkit.features.transform;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * Where a number lies between the smallest and the largest of all numbers up to it: {@code (x[t] -
 * min) / (max - min)}.
 *
 * <p>Dimensionless, within [0, 1]. Warm-up {@code minimum - 1}; {@code NaN} while all numbers are
 * equal. Forgets nothing but at a gap.
 *
 * @param minimum how many numbers it needs, at least 2
 * @param input what is measured
 */
public record ExpandingMinMax(int minimum, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the minimum is below 2
   */
  public ExpandingMinMax {
    if (minimum < 2) {
      throw new IllegalArgumentException("minimum must be at least 2, was " + minimum);
    }
  }

  /** Creates the recipe for closes. */
  public ExpandingMinMax(int minimum) {
    this(minimum, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("norm", "expanding-minmax", minimum, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return minimum - 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(minimum);
  }

  private static final class State implements IndicatorKernel {
    private final int minimum;
    private long count;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double value = Double.NaN;

    State(int minimum) {
      this.minimum = minimum;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        count = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        value = Double.NaN;
        return value;
      }
      count++;
      lowest = Math.min(lowest, x);
      highest = Math.max(highest, x);
      double range = highest - lowest;
      value = count < minimum || range == 0 ? Double.NaN : (x - lowest) / range;
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(minimum);
      copy.value = value;
      copy.count = count;
      copy.lowest = lowest;
      copy.highest = highest;
      return copy;
    }
  }
}
