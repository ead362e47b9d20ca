package io.quantkit.features.transform;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingRange;
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
    return new State(new SlidingRange(period));
  }

  private static final class State implements BlockIndicator {
    private final SlidingRange window;
    private double[][] scratch = {};
    private double value = Double.NaN;

    State(SlidingRange window) {
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        window.add(x, x);
        double lowest = window.lowest();
        value = (x - lowest) / (window.highest() - lowest); // 0 / 0 without a range
      } else {
        window.clear();
        value = Double.NaN;
      }
      return value;
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      int n = to - from;
      double[] x = scratch[0];
      double[] highest = scratch[1];
      double[] lowest = scratch[2];
      System.arraycopy(in, from, x, 0, n);
      window.add(x, x, n, highest, lowest);
      for (int i = 0; i < n; i++) {
        x[i] = (x[i] - lowest[i]) / (highest[i] - lowest[i]);
      }
      System.arraycopy(x, 0, out[0], outFrom, n);
      value = out[0][outFrom + n - 1];
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(window.copy());
      copy.value = value;
      return copy;
    }
  }
}
