package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.kernel.SlidingOrder;
import java.util.List;

/**
 * Whether volatility is low, medium or high against its own past: the standard deviation of the
 * last {@code period} log returns against quantiles of its last {@code window} values, this one
 * included.
 *
 * <p>Outputs, in order: the regime: 0 if volatility is below the lower quantile, 2 if it is above
 * the upper one, else 1; volatility, per bar; the lower and the upper quantile, by linear
 * interpolation (Hyndman and Fan's type 7). Warm-up {@code period + window - 1}. Of closes; a close
 * that is missing starts again. The volatility is {@link RollingVolatility}.
 *
 * @param period the window of volatility, in returns, at least 2
 * @param window how many values of volatility it is compared with, at least 2
 * @param lower the probability of the lower quantile, within (0, 1)
 * @param upper the probability of the upper quantile, above {@code lower} and below 1
 */
public record VolatilityRegime(int period, int window, double lower, double upper)
    implements Feature {

  /** The position of the regime among the outputs: 0. */
  public static final int REGIME = 0;

  /** The position of the volatility among the outputs: 1. */
  public static final int VOLATILITY = 1;

  /** The position of the lower quantile among the outputs: 2. */
  public static final int LOWER = 2;

  /** The position of the upper quantile among the outputs: 3. */
  public static final int UPPER = 3;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if {@code period} or {@code window} is below 2, or the
   *     probabilities are not within (0, 1) and in order
   */
  public VolatilityRegime {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
    if (window < 2) {
      throw new IllegalArgumentException("window must be at least 2, was " + window);
    }
    if (!(lower > 0 && lower < upper && upper < 1)) {
      throw new IllegalArgumentException(
          "lower and upper must be within (0, 1) and in order, were " + lower + ", " + upper);
    }
  }

  /** Creates a regime by terciles, of 20 returns against a year of 252 values. */
  public VolatilityRegime() {
    this(20, 252, 1.0 / 3, 2.0 / 3);
  }

  @Override
  public List<FeatureName> outputs() {
    String all =
        period + "x" + window + "x" + FeatureName.text(lower) + "x" + FeatureName.text(upper);
    return List.of(
        FeatureName.of("tech", "volatility-regime", all, "regime"),
        FeatureName.of("tech", "volatility-regime", all, "volatility"),
        FeatureName.of("tech", "volatility-regime", all, "lower"),
        FeatureName.of("tech", "volatility-regime", all, "upper"));
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
  public FeatureKernel start() {
    return new State(this, new RollingVolatility(period).start(), new SlidingOrder(window));
  }

  private static final class State implements FeatureKernel {
    private final VolatilityRegime recipe;
    private final FeatureKernel kernel;
    private final SlidingOrder past;
    private double volatility = Double.NaN;
    private double low = Double.NaN;
    private double high = Double.NaN;

    State(VolatilityRegime recipe, FeatureKernel kernel, SlidingOrder past) {
      this.recipe = recipe;
      this.kernel = kernel;
      this.past = past;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      kernel.update(knownAt, open, high, low, close, volume);
      double now = kernel.value(0);
      if (Double.isNaN(now)) {
        past.clear();
      } else {
        past.add(now);
      }
      this.low = past.quantile(recipe.lower);
      this.high = past.quantile(recipe.upper);
      volatility = Double.isNaN(this.low) ? Double.NaN : now;
    }

    @Override
    public double value(int output) {
      return switch (output) {
        case VOLATILITY -> volatility;
        case LOWER -> low;
        case UPPER -> high;
        default ->
            Double.isNaN(volatility)
                ? Double.NaN
                : volatility < low ? 0 : volatility > high ? 2 : 1;
      };
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(recipe, kernel.copy(), past.copy());
      copy.volatility = volatility;
      copy.low = low;
      copy.high = high;
      return copy;
    }
  }
}
