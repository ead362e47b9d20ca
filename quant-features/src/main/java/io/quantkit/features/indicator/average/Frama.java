package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * Ehlers' fractal adaptive moving average: an exponential average of weight {@code exp(-4.6 (d -
 * 1))}, within [0.01, 1], where {@code d} is the fractal dimension of the window.
 *
 * <p>With {@code r1} and {@code r2} the ranges from low to high of the window's newer and older
 * half and {@code r} that of all of it, {@code d = log2((r1 + r2) / (n/2)) - log2(r / n) = log2(2
 * (r1 + r2) / r)}; where a range is 0 the dimension before holds, 1 at first. In the unit of the
 * input and within its range. Begins with the number before the first value. Warm-up {@code period
 * - 1}. Source: J. Ehlers, FRAMA: Fractal Adaptive Moving Average, Technical Analysis of Stocks and
 * Commodities 23, October 2005.
 *
 * @param period the window, in bars, even, at least 2
 * @param input what is averaged
 */
public record Frama(int period, Input input) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is odd or below 2
   */
  public Frama {
    if (period < 2 || period % 2 != 0) {
      throw new IllegalArgumentException("period must be even and at least 2, was " + period);
    }
  }

  /** Creates an average of the middle of each bar. */
  public Frama(int period) {
    this(period, Input.MEDIAN);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "frama", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(0.01, eps / 2);
  }

  @Override
  public FeatureKernel start() {
    return new State(input, period);
  }

  private static final class State implements FeatureKernel {
    private static final double SLOWEST = 0.01;
    private static final double STEEPNESS = -4.6;
    private static final double LN_2 = StrictMath.log(2);

    private final Input input;
    private final SlidingMaximum high;
    private final SlidingMaximum low;
    private final Delay olderHigh;
    private final Delay olderLow;
    private double last = Double.NaN;
    private double dimension = 1;
    private double value = Double.NaN;

    State(Input input, int period) {
      this(
          input,
          new SlidingMaximum(period / 2),
          new SlidingMaximum(period / 2),
          new Delay(period / 2),
          new Delay(period / 2));
    }

    private State(
        Input input, SlidingMaximum high, SlidingMaximum low, Delay olderHigh, Delay olderLow) {
      this.input = input;
      this.high = high;
      this.low = low;
      this.olderHigh = olderHigh;
      this.olderLow = olderLow;
    }

    @Override
    public void update(
        long knownAt, double open, double highest, double lowest, double close, double volume) {
      double x = input.of(open, highest, lowest, close, volume);
      if (!Double.isFinite(x) || !Double.isFinite(highest) || !Double.isFinite(lowest)) {
        clear();
        return;
      }
      high.add(highest);
      low.add(-lowest);
      double newHigh = high.maximum();
      double newLow = -low.maximum();
      double oldHigh = olderHigh.exchange(newHigh);
      double oldLow = olderLow.exchange(newLow);
      if (Double.isNaN(oldHigh)) {
        last = x;
        return;
      }
      double range = Math.max(newHigh, oldHigh) - Math.min(newLow, oldLow);
      double halves = (newHigh - newLow) + (oldHigh - oldLow);
      if (newHigh > newLow && oldHigh > oldLow) {
        dimension = StrictMath.log(2 * halves / range) / LN_2;
      }
      double weight = StrictMath.exp(STEEPNESS * (dimension - 1));
      weight = Math.max(SLOWEST, Math.min(1, weight));
      double before = Double.isNaN(value) ? last : value;
      value = Math.fma(weight, x, (1 - weight) * before);
    }

    private void clear() {
      high.clear();
      low.clear();
      olderHigh.clear();
      olderLow.clear();
      last = Double.NaN;
      dimension = 1;
      value = Double.NaN;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(input, high.copy(), low.copy(), olderHigh.copy(), olderLow.copy());
      copy.last = last;
      copy.dimension = dimension;
      copy.value = value;
      return copy;
    }
  }
}
