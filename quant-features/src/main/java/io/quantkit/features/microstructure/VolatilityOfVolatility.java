package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingMoments;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * How much volatility itself varies: the standard deviation, with {@code ddof = 1}, of the last
 * {@code window} realised volatilities, each of {@code period} logarithmic returns, and that by
 * their mean.
 *
 * <p>Outputs, in order: the deviation; the deviation by the mean, {@code NaN} where that is 0. The
 * realised volatilities overlap: one per step. Warm-up {@code period + window - 1}. Inputs must be
 * positive.
 *
 * @param period of the volatility, in returns, at least 1
 * @param window of its deviation, at least 2
 * @param input the prices
 */
public record VolatilityOfVolatility(int period, int window, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1 or the window below 2
   */
  public VolatilityOfVolatility {
    Check.atLeast("period", period, 1);
    Check.atLeast("window", window, 2);
  }

  /** Creates a recipe for closes. */
  public VolatilityOfVolatility(int period, int window) {
    this(period, window, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        Check.name("vol-of-vol", period + "x" + window, input.aggregation("raw")),
        Check.name("vol-of-vol", period + "x" + window, input.aggregation("relative")));
  }

  @Override
  public int warmup(int output) {
    return period + window - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(period, new WindowMean(period), new SlidingMoments(window));
  }

  private static final class State implements IndicatorKernel {
    private final int period;
    private final WindowMean squares;
    private final SlidingMoments volatilities;
    private double last = Double.NaN;

    State(int period, WindowMean squares, SlidingMoments volatilities) {
      this.period = period;
      this.squares = squares;
      this.volatilities = volatilities;
    }

    @Override
    public double update(double x) {
      if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
        squares.clear();
        volatilities.clear();
        last = Double.NaN;
        return Double.NaN;
      }
      if (!Double.isNaN(last)) {
        double r = Check.logRatio(x, last);
        if (squares.add(r * r)) {
          volatilities.add(Math.sqrt(period * Math.max(0, squares.mean())));
        }
      }
      last = x;
      return value(0);
    }

    @Override
    public double value(int output) {
      double deviation = volatilities.deviation(1);
      double mean = volatilities.mean();
      return output == 0 ? deviation : mean > 0 ? deviation / mean : Double.NaN;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(period, squares.copy(), volatilities.copy());
      copy.last = last;
      return copy;
    }
  }
}
