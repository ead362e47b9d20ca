package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The zero-lag exponential moving average: that of {@code x[t] + (x[t] - x[t-lag])} with {@code
 * lag = (period - 1) / 2}, rounded down.
 *
 * <p>In the unit of the input; can leave its range. It begins by {@link Seed#MEAN} with the mean
 * of the first {@code period} such numbers, as in talipp and LEAN, warm-up {@code lag + period -
 * 1}; by {@link Seed#FIRST} with the number before the first of them, as in Tulip, warm-up {@code
 * lag}. Source: J. Ehlers and R. Way, Technical Analysis of Stocks and Commodities 28, November
 * 2010.
 *
 * @param period the span, in observations, at least 1
 * @param input what is averaged
 * @param seed where the recursion begins
 */
public record Zlema(int period, Input input, Seed seed) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Zlema {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes that begins with a mean. */
  public Zlema(int period) {
    this(period, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", seed == Seed.MEAN ? "zlema" : "zlema-first", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return lag(period) + (seed == Seed.MEAN ? period - 1 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 8);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new ZeroLag(period, seed));
  }

  private static int lag(int period) {
    return (period - 1) / 2;
  }

  private static final class ZeroLag implements Filter {
    private final Delay delay;
    private final ExponentialMean mean;
    private final boolean lagged;
    private final boolean early;
    private double last;

    ZeroLag(int period, Seed seed) {
      this(
          new Delay(Math.max(1, lag(period))),
          ExponentialMean.span(period, seed == Seed.MEAN ? period : 1),
          lag(period) > 0,
          seed == Seed.FIRST);
    }

    private ZeroLag(Delay delay, ExponentialMean mean, boolean lagged, boolean early) {
      this.delay = delay;
      this.mean = mean;
      this.lagged = lagged;
      this.early = early;
    }

    @Override
    public double add(double x) {
      double past = lagged ? delay.exchange(x) : x;
      if (Double.isNaN(past)) {
        last = x;
        return Double.NaN;
      }
      if (early && lagged && !mean.started()) {
        mean.add(last);
      }
      return mean.add(x + (x - past));
    }

    @Override
    public void clear() {
      delay.clear();
      mean.clear();
    }

    @Override
    public Filter copy() {
      ZeroLag copy = new ZeroLag(delay.copy(), mean.copy(), lagged, early);
      copy.last = last;
      return copy;
    }
  }
}
