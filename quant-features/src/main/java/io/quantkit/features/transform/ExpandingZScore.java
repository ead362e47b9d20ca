package io.quantkit.features.transform;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * How many sample deviations ({@code ddof = 1}) a number is from the mean of all numbers up to it.
 *
 * <p>Dimensionless. The mean and the sum of squares are carried by Welford's recurrence (1962), so
 * that nothing drifts. Warm-up {@code minimum - 1}; {@code NaN} while all numbers are equal.
 * Forgets nothing but at a gap: a restart agrees with the full history only from the same first
 * bar.
 *
 * @param minimum how many numbers it needs, at least 2
 * @param input what is measured
 */
public record ExpandingZScore(int minimum, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the minimum is below 2
   */
  public ExpandingZScore {
    if (minimum < 2) {
      throw new IllegalArgumentException("minimum must be at least 2, was " + minimum);
    }
  }

  /** Creates the recipe for closes. */
  public ExpandingZScore(int minimum) {
    this(minimum, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("norm", "expanding-zscore", minimum, input.aggregation("raw")));
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
    private double mean;
    private double squares;
    private double value = Double.NaN;

    State(int minimum) {
      this.minimum = minimum;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        count = 0;
        mean = 0;
        squares = 0;
        value = Double.NaN;
        return value;
      }
      count++;
      double before = x - mean;
      mean += before / count;
      squares = Math.fma(before, x - mean, squares);
      value =
          count < minimum || squares == 0
              ? Double.NaN
              : (x - mean) / Math.sqrt(squares / (count - 1));
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
      copy.mean = mean;
      copy.squares = squares;
      return copy;
    }
  }
}
