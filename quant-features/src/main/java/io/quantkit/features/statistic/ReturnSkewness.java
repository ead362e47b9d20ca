package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingPowers;
import java.util.List;

/**
 * The skewness of the last {@code period} simple returns, corrected for the bias of a sample:
 * {@code G1 = sqrt(n (n - 1)) / (n - 2) m3 / m2^1.5}.
 *
 * <p>Dimensionless; negative if the long tail is on the side of losses. Warm-up {@code period};
 * {@code NaN} if all returns are equal. A price that is 0 counts as missing. Does not drift.
 * Source: D. Joanes and C. Gill, Comparing measures of sample skewness and kurtosis, The
 * Statistician 47, 1998.
 *
 * @param period the window, in returns, at least 3
 * @param input whose returns are measured
 */
public record ReturnSkewness(int period, Input input) implements Indicator {

  /**
   * Creates a skewness.
   *
   * @throws IllegalArgumentException if the period is below 3
   */
  public ReturnSkewness {
    if (period < 3) {
      throw new IllegalArgumentException("period must be at least 3, was " + period);
    }
  }

  /** Creates a skewness of the returns of closes. */
  public ReturnSkewness(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("stat", "return-skewness", period, input.label()));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period, new SlidingPowers(period));
  }

  private static final class State implements IndicatorKernel {
    private final int period;
    private final SlidingPowers window;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(int period, SlidingPowers window) {
      this.period = period;
      this.window = window;
    }

    @Override
    public double update(double x) {
      double change = (x - last) / last;
      boolean full = false;
      if (Double.isFinite(change)) {
        full = window.add(change);
      } else {
        window.clear();
      }
      last = Double.isFinite(x) ? x : Double.NaN;
      value = full ? skewness() : Double.NaN;
      return value;
    }

    private double skewness() {
      double m2 = window.second() / period;
      if (m2 == 0) {
        return Double.NaN;
      }
      double n = period;
      double bias = Math.sqrt(n * (n - 1)) / (n - 2);
      return bias * (window.third() / period) / (m2 * Math.sqrt(m2));
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(period, window.copy());
      copy.last = last;
      copy.value = value;
      return copy;
    }
  }
}
