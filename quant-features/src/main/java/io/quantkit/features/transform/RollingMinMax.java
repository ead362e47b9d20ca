package io.quantkit.features.transform;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * Where a number lies between the smallest and the largest of the window that ends with it: {@code
 * (x[t] - min) / (max - min)}.
 *
 * <p>Dimensionless, within [0, 1]; unchanged when the input is shifted or scaled by a positive
 * number. Warm-up {@code period - 1}; {@code NaN} in a window of equal numbers. With high, low and
 * close apart this is the stochastic oscillator's raw line.
 *
 * @param period the window, in observations, at least 2
 * @param input what is measured
 */
public record RollingMinMax(int period, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RollingMinMax {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /** Creates the recipe for closes. */
  public RollingMinMax(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("norm", "minmax", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(new SlidingMaximum(period), new SlidingMaximum(period));
  }

  private static final class State implements BlockIndicator {
    private double[][] scratch = {};
    private final SlidingMaximum highest;

    /** The largest of the negated numbers. */
    private final SlidingMaximum lowest;

    private double value = Double.NaN;

    State(SlidingMaximum highest, SlidingMaximum lowest) {
      this.highest = highest;
      this.lowest = lowest;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        highest.clear();
        lowest.clear();
        value = Double.NaN;
        return value;
      }
      highest.add(x);
      lowest.add(-x);
      value = position(x, highest.maximum(), -lowest.maximum());
      return value;
    }

    private static double position(double x, double high, double low) {
      double range = high - low;
      return range == 0 ? Double.NaN : (x - low) / range;
    }

    @Override
    public boolean warm() {
      return highest.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[2][SIZE];
      }
      int n = to - from;
      double[] highs = scratch[0];
      double[] negated = scratch[1];
      highest.add(in, from, to, highs, 0);
      System.arraycopy(in, from, negated, 0, n);
      for (int i = 0; i < n; i++) {
        negated[i] = -negated[i];
      }
      lowest.add(negated, 0, n, negated, 0);
      for (int i = 0; i < n; i++) {
        out[0][outFrom + i] = position(in[from + i], highs[i], -negated[i]);
      }
      value = out[0][outFrom + n - 1];
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(highest.copy(), lowest.copy());
      copy.value = value;
      return copy;
    }
  }
}
