package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * How far a price is below the highest of the last {@code period}: {@code x[t] / max - 1}.
 *
 * <p>A fraction, 0 at the high and -0.2 when a fifth is lost. Warm-up {@code period - 1}. {@code
 * NaN} where the maximum is 0.
 *
 * @param period the window, in observations, at least 1
 * @param input what is measured
 */
public record Drawdown(int period, Input input) implements Indicator {

  /**
   * Creates a drawdown.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Drawdown {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates a drawdown of closes. */
  public Drawdown(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("stat", "drawdown", period, input.label()));
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
    return new State(new SlidingMaximum(period));
  }

  private static final class State implements BlockIndicator {
    private final SlidingMaximum window;
    private double[][] scratch = {};
    private double value = Double.NaN;

    State(SlidingMaximum window) {
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
      value = below(window.maximum(), x);
      return value;
    }

    private static double below(double high, double x) {
      return high == 0 ? Double.NaN : (x - high) / high;
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[1][SIZE];
      }
      double[] highs = scratch[0];
      window.add(in, from, to, highs, 0);
      for (int i = 0; i < to - from; i++) {
        out[0][outFrom + i] = below(highs[i], in[from + i]);
      }
      value = out[0][outFrom + to - from - 1];
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
