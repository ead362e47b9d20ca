package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * The standard deviation of the last {@code period} log returns, with {@code ddof = 1}, times the
 * square root of the periods in a year.
 *
 * <p>A fraction per bar or per year, at least 0. Warm-up {@code period}. A price that is not
 * positive counts as missing. Does not drift.
 *
 * @param period the window, in returns, at least 2
 * @param periodsPerYear how many bars a year has, such as 252 sessions; 1 leaves the deviation per
 *     bar
 * @param input whose returns are measured
 */
public record RollingVolatility(int period, double periodsPerYear, Input input)
    implements Indicator {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 2 or {@code periodsPerYear} not
   *     positive and finite
   */
  public RollingVolatility {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
    if (!(periodsPerYear > 0) || periodsPerYear == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "periodsPerYear must be positive and finite, was " + periodsPerYear);
    }
  }

  /** Creates a volatility of closes per bar, not per year. */
  public RollingVolatility(int period) {
    this(period, 1, Input.CLOSE);
  }

  /** Creates an annual volatility of closes. */
  public RollingVolatility(int period, double periodsPerYear) {
    this(period, periodsPerYear, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? Integer.toString(period)
            : period + "x" + FeatureName.text(periodsPerYear);
    return List.of(FeatureName.of("tech", "volatility", window, input.aggregation("raw")));
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
    return new State(Math.sqrt(periodsPerYear), new SlidingMoments(period));
  }

  private static final class State implements IndicatorKernel {
    private final double scale;
    private final SlidingMoments window;
    private double last = Double.NaN;
    private double value = Double.NaN;

    State(double scale, SlidingMoments window) {
      this.scale = scale;
      this.window = window;
    }

    @Override
    public double update(double x) {
      double price = x > 0 && x < Double.POSITIVE_INFINITY ? x : Double.NaN;
      double change = StrictMath.log(price / last);
      if (Double.isFinite(change)) {
        window.add(change);
      } else {
        window.clear();
      }
      last = price;
      value = scale * window.deviation(1);
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(scale, window.copy());
      copy.last = last;
      copy.value = value;
      return copy;
    }
  }
}
