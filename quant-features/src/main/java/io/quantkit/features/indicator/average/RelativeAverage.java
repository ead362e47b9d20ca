package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.MeanFilter;
import java.util.List;

/**
 * The relative moving average, LEAN's {@code RelativeMovingAverage}: {@code sma(x, 3 n) - sma(x, 2
 * n) + sma(x, n)} with {@code n = period}.
 *
 * <p>In the unit of the input; can leave its range. Warm-up {@code 3 period - 1}. Does not drift,
 * see {@link Sma}. Not Wilder's average, which TradingView calls RMA: that is {@link Smma}.
 *
 * @param period the shortest window, in observations, at least 1
 * @param input what is averaged
 */
public record RelativeAverage(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RelativeAverage {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes. */
  public RelativeAverage(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "relative-average", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 3 * period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Three(period));
  }

  private static final class Three implements Filter {
    private final Filter one;
    private final Filter two;
    private final Filter three;

    Three(int period) {
      this(new MeanFilter(period), new MeanFilter(2 * period), new MeanFilter(3 * period));
    }

    private Three(Filter one, Filter two, Filter three) {
      this.one = one;
      this.two = two;
      this.three = three;
    }

    @Override
    public double add(double x) {
      double fast = one.add(x);
      double middle = two.add(x);
      double slow = three.add(x);
      return slow - middle + fast;
    }

    @Override
    public void clear() {
      one.clear();
      two.clear();
      three.clear();
    }

    @Override
    public Filter copy() {
      return new Three(one.copy(), two.copy(), three.copy());
    }
  }
}
