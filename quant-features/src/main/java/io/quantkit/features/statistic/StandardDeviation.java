package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingMoments;
import io.quantkit.features.kernel.rows.SlidingDeviations;
import java.util.List;

/**
 * The standard deviation of a rolling window: {@code sqrt(sum((x - mean)^2) / (period - ddof))}.
 *
 * <p>In the unit of the input, at least 0, and exactly 0 of equal numbers. Warm-up {@code period -
 * 1}. Does not drift: the relative error is below about {@code period} units in the last place,
 * however long the stream and whatever the level of the numbers.
 *
 * @param period the window, in observations, greater than {@code ddof}
 * @param ddof what is subtracted from the number of observations: 0 of a population, as TA-Lib has
 *     it, 1 of a sample, as pandas and R have it
 * @param input what is measured
 */
public record StandardDeviation(int period, int ddof, Input input) implements RowIndicator {

  /**
   * Creates a deviation.
   *
   * @throws IllegalArgumentException if {@code ddof} is neither 0 nor 1 or not below the period
   */
  public StandardDeviation {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
    if (period <= ddof) {
      throw new IllegalArgumentException(
          "period must be at least " + (ddof + 1) + ", was " + period);
    }
  }

  /** Creates a deviation of closes. */
  public StandardDeviation(int period, int ddof) {
    this(period, ddof, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("stat", "std", period + "x" + ddof, input.label()));
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
    return new State(1.0 / (period - ddof), new SlidingMoments(period));
  }

  @Override
  public RowKernel rows(int symbols) {
    SlidingDeviations deviations = new SlidingDeviations(period, symbols);
    double[] means = new double[symbols];
    double inverse = 1.0 / (period - ddof);
    return (before, in, out) -> deviations.add(in[0], inverse, means, out[0]);
  }

  private static final class State implements BlockIndicator {
    private final double inverse;
    private final SlidingMoments window;
    private double[][] scratch = {};
    private double value = Double.NaN;

    State(double inverse, SlidingMoments window) {
      this.inverse = inverse;
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        window.add(x);
      } else {
        window.clear();
      }
      value = Math.sqrt(window.second() * inverse);
      return value;
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[2][SIZE];
      }
      int n = to - from;
      double[] deviations = scratch[0];
      window.add(in, from, to, inverse, scratch[1], deviations);
      System.arraycopy(deviations, 0, out[0], outFrom, n);
      value = deviations[n - 1];
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(inverse, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
