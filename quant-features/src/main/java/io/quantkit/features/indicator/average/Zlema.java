package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The zero-lag exponential moving average: that of {@code 2 x[t] - x[t-lag]}.
 *
 * <p>In the unit of the input; can leave its range. How much lag is taken back and where it begins
 * differs between libraries, see {@link Rules}. Source: J. Ehlers and R. Way, Technical Analysis of
 * Stocks and Commodities 28, November 2010.
 *
 * @param period the span, in observations, at least 1
 * @param input what is averaged
 * @param rules whose lag and start
 */
public record Zlema(int period, Input input, Rules rules) implements Indicator {

  /** Whose lag and start. */
  public enum Rules {
    /**
     * talipp and LEAN: a lag of {@code (period - 1) / 2}, halves rounded to the even number, from
     * the mean of the first {@code period} values without lag. Warm-up {@code lag + period - 1}.
     */
    TALIPP("zlema"),
    /**
     * Tulip: a lag of {@code (period - 1) / 2}, rounded down, from the number before the first
     * value without lag. Warm-up {@code lag}.
     */
    TULIP("zlema-tulip"),
    /**
     * TTR: a lag of {@code (period + 1) / 2}, halves by interpolation, from the mean of the first
     * {@code period} numbers. Warm-up {@code period - 1}.
     */
    TTR("zlema-ttr");

    private final String label;

    Rules(String label) {
      this.label = label;
    }

    private double lag(int period) {
      return switch (this) {
        case TALIPP -> Math.rint((period - 1) / 2.0);
        case TULIP -> Math.floor((period - 1) / 2.0);
        case TTR -> (period + 1) / 2.0;
      };
    }

    private int warmup(int period) {
      return switch (this) {
        case TALIPP -> (int) lag(period) + period - 1;
        case TULIP -> (int) lag(period);
        case TTR -> period - 1;
      };
    }
  }

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Zlema {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes by the rules of talipp. */
  public Zlema(int period) {
    this(period, Input.CLOSE, Rules.TALIPP);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", rules.label, period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return rules.warmup(period);
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(2 / (period + 1.0), eps / 8);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new ZeroLag(period, rules));
  }

  private static final class ZeroLag implements Filter {
    private final int period;
    private final Rules rules;
    private final Delay near;
    private final Delay far;
    private final ExponentialMean mean;
    private int seen;
    private double last;

    ZeroLag(int period, Rules rules) {
      this(
          period,
          rules,
          new Delay((int) Math.max(1, Math.floor(rules.lag(period)))),
          new Delay((int) Math.max(1, Math.ceil(rules.lag(period)))),
          ExponentialMean.span(period, rules == Rules.TULIP ? 1 : period));
    }

    private ZeroLag(int period, Rules rules, Delay near, Delay far, ExponentialMean mean) {
      this.period = period;
      this.rules = rules;
      this.near = near;
      this.far = far;
      this.mean = mean;
    }

    @Override
    public double add(double x) {
      double n = near.exchange(x);
      double f = far.exchange(x);
      double past = rules.lag(period) > 0 ? n + (f - n) / 2 : x;
      double before = last;
      last = x;
      if (rules == Rules.TTR && seen < period) {
        seen++;
        return mean.add(x);
      }
      if (Double.isNaN(past)) {
        return Double.NaN;
      }
      if (rules == Rules.TULIP && rules.lag(period) > 0 && !mean.started()) {
        mean.add(before);
      }
      return mean.add(x + (x - past));
    }

    @Override
    public void clear() {
      near.clear();
      far.clear();
      mean.clear();
      seen = 0;
    }

    @Override
    public Filter copy() {
      ZeroLag copy = new ZeroLag(period, rules, near.copy(), far.copy(), mean.copy());
      copy.seen = seen;
      copy.last = last;
      return copy;
    }
  }
}
