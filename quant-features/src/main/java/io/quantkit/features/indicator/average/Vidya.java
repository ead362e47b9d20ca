package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.SlidingSum;
import java.util.List;

/**
 * Chande's variable index dynamic average of 1994: an exponential average whose weight {@code 2 /
 * (period + 1)} is multiplied by {@code |up - down| / (up + down)}, the share of the last {@code
 * momentum} steps' way that was gained or lost; 0 where nothing moved.
 *
 * <p>In the unit of the input and within its range. Begins with the number before the first value.
 * Warm-up {@code momentum}. Remembers its beginning for ever while prices go nowhere: {@link
 * Feature#NEVER} settles. Source: T. Chande and S. Kroll, The New Technical Trader, 1994.
 *
 * @param period the span of the average where all steps go one way, at least 1
 * @param momentum over how many steps the way is measured, at least 1
 * @param input what is averaged
 */
public record Vidya(int period, int momentum, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if a parameter is below 1
   */
  public Vidya {
    Checks.atLeast("period", period, 1);
    Checks.atLeast("momentum", momentum, 1);
  }

  /** Creates an average of closes with the momentum of nine steps. */
  public Vidya(int period) {
    this(period, 9, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "vidya", period + "x" + momentum, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return momentum;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new Variable(period, momentum));
  }

  private static final class Variable implements Filter {
    private final double weight;
    private final Delay delay;
    private final SlidingSum way;
    private boolean begun;
    private double last;
    private double mean;

    Variable(int period, int momentum) {
      weight = 2 / (period + 1.0);
      delay = new Delay(momentum);
      way = new SlidingSum(momentum);
    }

    private Variable(Variable other) {
      weight = other.weight;
      delay = other.delay.copy();
      way = other.way.copy();
      begun = other.begun;
      last = other.last;
      mean = other.mean;
    }

    @Override
    public double add(double x) {
      double past = delay.exchange(x);
      double steps = begun ? way.add(Math.abs(x - last)) : Double.NaN;
      begun = true;
      last = x;
      if (Double.isNaN(past)) {
        mean = x;
        return Double.NaN;
      }
      double index = steps > 0 ? Math.min(1, Math.abs(x - past) / steps) : 0;
      double share = weight * index;
      mean = Math.fma(1 - share, mean, share * x);
      return mean;
    }

    @Override
    public void clear() {
      delay.clear();
      way.clear();
      begun = false;
    }

    @Override
    public Filter copy() {
      return new Variable(this);
    }
  }
}
