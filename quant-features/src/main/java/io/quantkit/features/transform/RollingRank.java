package io.quantkit.features.transform;

import io.quantkit.core.math.Normal;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingOrder;
import java.util.List;

/**
 * The quantile transformation by the window that ends with the number: its rank among the last
 * {@code period} numbers, equal ones sharing the mean of their ranks, as a share or as a normal
 * deviate.
 *
 * <p>{@link Scale#UNIFORM} is {@code rank / period}, within (0, 1], as pandas' percentage rank;
 * {@link Scale#NORMAL} is the standard normal quantile of {@code (rank - 0.5) / period}. Unchanged
 * by any increasing function of the input. Warm-up {@code period - 1}.
 *
 * @param period the window, in observations, at least 2
 * @param scale on which scale
 * @param input what is measured
 */
public record RollingRank(int period, Scale scale, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RollingRank {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /** On which scale a rank is told. */
  public enum Scale {
    /** {@code rank / period}. */
    UNIFORM,
    /** The standard normal quantile of {@code (rank - 0.5) / period}. */
    NORMAL
  }

  /** Creates the recipe for closes on the uniform scale. */
  public RollingRank(int period) {
    this(period, Scale.UNIFORM, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "norm",
            scale == Scale.UNIFORM ? "rank" : "rank-normal",
            period,
            input.aggregation("raw")));
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
    return new State(period, scale, new SlidingOrder(period));
  }

  private static final class State implements IndicatorKernel {
    private final int period;
    private final Scale scale;
    private final SlidingOrder window;
    private double value = Double.NaN;

    State(int period, Scale scale, SlidingOrder window) {
      this.period = period;
      this.scale = scale;
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
        double rank = window.rank(x);
        value = scale == Scale.UNIFORM ? rank / period : Normal.quantile((rank - 0.5) / period);
      }
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(period, scale, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
