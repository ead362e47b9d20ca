package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * The variance of a rolling window: {@code sum((x - mean)^2) / (period - ddof)}; TA-Lib's VAR with
 * {@code ddof} 0.
 *
 * <p>In the squared unit of the input, at least 0, and exactly 0 of equal numbers. Warm-up {@code
 * period - 1}. Does not drift. TA-Lib's {@code nbdev} has no effect there and is not offered.
 *
 * @param period the window, in observations, greater than {@code ddof}
 * @param ddof what is subtracted from the number of observations: 0 of a population, 1 of a sample
 * @param input what is measured
 */
public record Variance(int period, int ddof, Input input) implements Indicator {

  /**
   * Creates a variance.
   *
   * @throws IllegalArgumentException if {@code ddof} is neither 0 nor 1 or not below the period
   */
  public Variance {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
    Parameters.atLeast("period", period, ddof + 1);
  }

  /** Creates a variance of closes. */
  public Variance(int period, int ddof) {
    this(period, ddof, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "var", period + "x" + ddof, input.aggregation("raw")));
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
    return new GapIndicatorKernel(1, new Step(period - ddof, new SlidingMoments(period)));
  }

  private record Step(int divisor, SlidingMoments window) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      window.add(x);
      out[0] = window.second() / divisor;
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(divisor, window.copy());
    }
  }
}
