package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * How many standard deviations a number is from the mean of the window that ends with it: {@code
 * (x[t] - mean) / deviation}.
 *
 * <p>Dimensionless, within {@code ±(period - 1) / sqrt(period)} for {@code ddof = 1}; unchanged
 * when the input is shifted or scaled. Warm-up {@code period - 1}; {@code NaN} in a window of equal
 * numbers. Does not drift.
 *
 * @param period the window, in observations, at least 2
 * @param ddof what is subtracted from the number of observations: 0 of a population, 1 of a sample
 * @param input what is measured
 */
public record ZScore(int period, int ddof, Input input) implements Indicator {

  /**
   * Creates a score.
   *
   * @throws IllegalArgumentException if {@code ddof} is neither 0 nor 1 or the period is below 2
   */
  public ZScore {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /** Creates a score of closes by the sample deviation, {@code ddof = 1}. */
  public ZScore(int period) {
    this(period, 1, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("stat", ddof == 1 ? "zscore" : "zscore-population", period, input.label()));
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
    return new State(ddof, new SlidingMoments(period));
  }

  private static final class State implements IndicatorKernel {
    private final int ddof;
    private final SlidingMoments window;
    private double value = Double.NaN;

    State(int ddof, SlidingMoments window) {
      this.ddof = ddof;
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
      double deviation = window.deviation(ddof);
      value = deviation == 0 ? Double.NaN : (x - window.mean()) / deviation;
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(ddof, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
