package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * The symmetric CUSUM filter: tells the bars at which logarithmic returns have added up to more
 * than a threshold since the sum was last reset.
 *
 * <p>{@code up = max(0, up + r)} and {@code down = min(0, down + r)}. The event is -1 and {@code
 * down} becomes 0 where {@code down < -threshold}; otherwise 1, and {@code up} becomes 0, where
 * {@code up > threshold}; otherwise 0. Further outputs: both sums after that. Warm-up 1. Never
 * forgets. Source: M. Lopez de Prado, Advances in Financial Machine Learning, 2018, section 2.5.2;
 * E. Page, Biometrika 41, 1954.
 *
 * @param threshold in returns, above 0
 * @param input what is measured
 */
public record CusumFilter(double threshold, Input input) implements Indicator {

  /** The position of the event among the outputs. */
  public static final int EVENT = 0;

  /** The position of the upper sum among the outputs. */
  public static final int UP = 1;

  /** The position of the lower sum among the outputs. */
  public static final int DOWN = 2;

  private static final class State implements WindowStatistic {
    private final double threshold;
    private double up;
    private double down;
    private int event;

    State(double threshold) {
      this.threshold = threshold;
    }

    @Override
    public void clear() {
      up = 0;
      down = 0;
      event = 0;
    }

    @Override
    public boolean add(double x) {
      up = Math.max(0, up + x);
      down = Math.min(0, down + x);
      event = 0;
      if (down < -threshold) {
        event = -1;
        down = 0;
      } else if (up > threshold) {
        event = 1;
        up = 0;
      }
      return true;
    }

    @Override
    public void write(double[] out) {
      out[EVENT] = event;
      out[UP] = up;
      out[DOWN] = down;
    }

    @Override
    public WindowStatistic copy() {
      State copy = new State(threshold);
      copy.up = up;
      copy.down = down;
      copy.event = event;
      return copy;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public CusumFilter {
    Parameters.positive("threshold", threshold);
  }

  /** Creates a filter of the returns of closes. */
  public CusumFilter(double threshold) {
    this(threshold, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "cusum", Measured.LOG_RETURNS, input, FeatureName.text(threshold), "event", "up", "down");
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(Measured.LOG_RETURNS, new State(threshold), 3);
  }
}
