package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.SlidingRange;
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
    return new GapKernel(
        GapKernel.RANGE | GapKernel.needs(input),
        1,
        new Step(
            input, new SlidingRange(period / 2), new Delay(period / 2), new Delay(period / 2)));
  }

  private static final class Step implements BarStep {
    private static final double SLOWEST = 0.01;
    private static final double STEEPNESS = -4.6;
    private static final double LN_2 = StrictMath.log(2);

    private final Input input;
    private final SlidingRange half;
    private final Delay olderHigh;
    private final Delay olderLow;
    private double[][] scratch = {};
    private double last = Double.NaN;
    private double dimension = 1;
    private double value = Double.NaN;

    Step(Input input, SlidingRange half, Delay olderHigh, Delay olderLow) {
      this.input = input;
      this.half = half;
      this.olderHigh = olderHigh;
      this.olderLow = olderLow;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      half.add(high, low);
      double newHigh = half.highest();
      double newLow = half.lowest();
      double x = input.of(open, high, low, close, volume);
      out[0] = next(x, newHigh, newLow, olderHigh.exchange(newHigh), olderLow.exchange(newLow));
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[5][BarBlock.SIZE];
      }
      int n = bars.count();
      double[] newHigh = scratch[0];
      double[] newLow = scratch[1];
      double[] oldHigh = scratch[2];
      double[] oldLow = scratch[3];
      half.add(bars.high(), bars.low(), n, newHigh, newLow);
      olderHigh.exchange(newHigh, n, oldHigh);
      olderLow.exchange(newLow, n, oldLow);
      double[] x = bars.column(input, scratch[4]);
      for (int i = 0; i < n; i++) {
        out[0][outFrom + i] = next(x[i], newHigh[i], newLow[i], oldHigh[i], oldLow[i]);
      }
      values[0] = value;
    }

    private double next(double x, double newHigh, double newLow, double oldHigh, double oldLow) {
      if (Double.isNaN(oldHigh)) {
        last = x;
        return Double.NaN;
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
      return value;
    }

    @Override
    public void clear() {
      half.clear();
      olderHigh.clear();
      olderLow.clear();
      last = Double.NaN;
      dimension = 1;
      value = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(input, half.copy(), olderHigh.copy(), olderLow.copy());
      copy.last = last;
      copy.dimension = dimension;
      copy.value = value;
      return copy;
    }
  }
}
