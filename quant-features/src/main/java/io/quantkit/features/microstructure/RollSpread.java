package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * Roll's spread: {@code 2 sqrt(-cov(d[t], d[t-1]))} of successive price changes {@code d}, which is
 * the effective spread where prices bounce between bid and ask around a value that walks at random.
 *
 * <p>In the unit of the input. Of {@code period} pairs of successive changes, with {@code ddof =
 * 0}; warm-up {@code period + 1}. Where the covariance is positive the model does not hold and
 * {@link WithoutBounce} says what stands for the spread; with {@link WithoutBounce#MISSING}, {@code
 * NaN}s occur after the warm-up. R. Roll, "A simple implicit measure of the effective bid-ask
 * spread in an efficient market", Journal of Finance 39, 1984.
 *
 * @param period how many pairs of changes, at least 2
 * @param withoutBounce what the spread is if the covariance is positive
 * @param input the prices; logarithms of prices give a relative spread
 */
public record RollSpread(int period, WithoutBounce withoutBounce, Input input)
    implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RollSpread {
    Check.atLeast("period", period, 2);
  }

  /** Creates a spread of closes that is 0 where prices do not bounce. */
  public RollSpread(int period) {
    this(period, WithoutBounce.ZERO, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("micro", "roll", period, input.aggregation(Check.text(withoutBounce))));
  }

  @Override
  public int warmup(int output) {
    return period + 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(withoutBounce, new RollCovariance(period));
  }

  private static final class State implements IndicatorKernel {
    private final WithoutBounce withoutBounce;
    private final RollCovariance window;
    private double value = Double.NaN;

    State(WithoutBounce withoutBounce, RollCovariance window) {
      this.withoutBounce = withoutBounce;
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        window.add(x);
      } else {
        window.clear();
      }
      value = withoutBounce.spread(window.covariance());
      return value;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(withoutBounce, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
