package io.quantkit.features.regime;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The phase of the market cycle, by the order of the price and a fast and a slow simple average:
 *
 * <ul>
 *   <li>1 recovery: {@code fast < price <= slow}
 *   <li>2 accumulation: {@code fast <= slow < price}
 *   <li>3 bull: {@code slow < fast < price}
 *   <li>4 warning: {@code slow < price <= fast}
 *   <li>5 distribution: {@code price <= slow < fast}
 *   <li>6 bear: {@code price <= fast <= slow}
 * </ul>
 *
 * <p>A cycle goes through them in this order. A whole number within [1, 6]. Warm-up {@code slow -
 * 1}. Source: C. Dukas and T. Parker Gallagher, The TrendAdvisor Guide to Breakthrough Profits,
 * 2006, with averages of 50 and 200 sessions.
 *
 * @param fast the fast average, at least 1
 * @param slow the slow average, longer than {@code fast}
 * @param input what is looked at
 */
public record MarketPhase(int fast, int slow, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if {@code fast} is below 1 or {@code slow} not longer
   */
  public MarketPhase {
    if (fast < 1) {
      throw new IllegalArgumentException("fast must be at least 1, was " + fast);
    }
    if (slow <= fast) {
      throw new IllegalArgumentException("slow must be longer than " + fast + ", was " + slow);
    }
  }

  /** Creates phases of closes. */
  public MarketPhase(int fast, int slow) {
    this(fast, slow, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "market-phase", fast + "x" + slow, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return slow - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(new WindowMean(fast), new WindowMean(slow));
  }

  private static final class State implements IndicatorKernel {
    private final WindowMean fast;
    private final WindowMean slow;
    private double value = Double.NaN;

    State(WindowMean fast, WindowMean slow) {
      this.fast = fast;
      this.slow = slow;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        fast.clear();
        slow.clear();
        value = Double.NaN;
        return value;
      }
      fast.add(x);
      value = slow.add(x) ? phase(x, fast.mean(), slow.mean()) : Double.NaN;
      return value;
    }

    private static double phase(double price, double fast, double slow) {
      if (fast > slow) {
        return price > fast ? 3 : price > slow ? 4 : 5;
      }
      return price > slow ? 2 : price > fast ? 1 : 6;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(fast.copy(), slow.copy());
      copy.value = value;
      return copy;
    }
  }
}
