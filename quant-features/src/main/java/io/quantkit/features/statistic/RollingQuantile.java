package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.OrderNetwork;
import io.quantkit.features.kernel.SlidingOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantile of the window that ends with the bar, by linear interpolation between order statistics
 * (Hyndman and Fan's type 7, the default of NumPy and R); the median for a probability of 0.5.
 *
 * <p>In the unit of the input. Warm-up {@code period - 1}. A step takes O(log period), but moves
 * part of a sorted window of a few thousand numbers, which is faster; many steps of a small window
 * are taken through a sorting network.
 *
 * @param period the window, in observations, at least 1
 * @param probability within [0, 1]
 * @param input what is measured
 */
public record RollingQuantile(int period, double probability, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1 or the probability outside [0, 1]
   */
  public RollingQuantile {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be within [0, 1], was " + probability);
    }
  }

  /** Creates a quantile of closes. */
  public RollingQuantile(int period, double probability) {
    this(period, probability, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "stat", "quantile", period + "x" + FeatureName.text(probability), input.label()));
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
    return new State(this, new SlidingOrder(period));
  }

  private static final class State implements BlockIndicator {
    private final RollingQuantile recipe;
    private final SlidingOrder window;
    private @Nullable OrderNetwork network;
    private double[][] scratch = {};
    private double value = Double.NaN;

    State(RollingQuantile recipe, SlidingOrder window) {
      this.recipe = recipe;
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        window.clear();
        value = Double.NaN;
        return value;
      }
      window.add(x);
      value = window.quantile(recipe.probability);
      return value;
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE + recipe.period];
        network = OrderNetwork.of(recipe.period, below(), Math.min(below() + 1, recipe.period - 1));
      }
      if (network != null && to - from >= recipe.period) {
        many(network, in, from, to, out[0], outFrom);
        return;
      }
      for (int t = from; t < to; t++) {
        out[0][outFrom + t - from] = update(in[t]);
      }
    }

    private double position() {
      return recipe.probability * (recipe.period - 1);
    }

    private int below() {
      return (int) position();
    }

    private void many(
        OrderNetwork network, double[] in, int from, int to, double[] out, int outFrom) {
      int period = recipe.period;
      double[] line = scratch[0];
      double[] low = scratch[1];
      double[] high = scratch[2];
      int n = to - from;
      // The first window ends with the first new number.
      window.copyInto(line);
      System.arraycopy(line, 1, line, 0, period - 1);
      System.arraycopy(in, from, line, period - 1, n);
      for (int i = period - 1; i < period - 1 + n; i++) {
        line[i] += 0.0; // -0.0 becomes 0.0
      }
      network.apply(line, 0, n, low, high);
      double weight = position() - below();
      for (int i = 0; i < n; i++) {
        low[i] += weight * (high[i] - low[i]);
      }
      window.clear();
      for (int i = n - 1; i < n - 1 + period; i++) {
        window.add(line[i]);
      }
      System.arraycopy(low, 0, out, outFrom, n);
      value = low[n - 1];
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(recipe, window.copy());
      copy.value = value;
      return copy;
    }
  }
}
