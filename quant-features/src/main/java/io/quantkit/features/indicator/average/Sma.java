package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.SlidingMean;
import io.quantkit.features.kernel.rows.SlidingMeans;
import java.util.List;

/**
 * The simple moving average: {@code (x[t] + x[t-1] + ... + x[t-period+1]) / period}.
 *
 * <p>In the unit of the input. Warm-up {@code period - 1}. Does not drift: the error is that of
 * adding one window about one of its numbers, however long the stream, and the average of equal
 * numbers is that number. A step costs O(1) on average, O(period) once in {@code period} steps.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Sma(int period, Input input) implements RowIndicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Sma {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates an average of closes. */
  public Sma(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "sma", period, input.aggregation("raw")));
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
    return new State(new SlidingMean(period));
  }

  @Override
  public RowKernel rows(int symbols) {
    SlidingMeans means = new SlidingMeans(period, symbols);
    return new RowKernel() {
      @Override
      public void update(double[][] before, double[][] in, double[][] out) {
        means.add(in[0], out[0]);
      }

      @Override
      public boolean sure(int symbol) {
        return means.sure(symbol);
      }
    };
  }

  private static final class State implements BlockIndicator {
    private final SlidingMean window;

    State(SlidingMean window) {
      this.window = window;
    }

    @Override
    public double update(double value) {
      if (Double.isFinite(value)) {
        window.add(value);
      } else {
        window.clear();
      }
      return window.mean();
    }

    /** Tries without looking at the numbers first, which would take half as long again. */
    @Override
    public void update(double[] in, int from, int to, double[][] out, int outFrom) {
      int t = from;
      while (t < to) {
        if (in != out[0] && warm()) {
          t = window.addUntilGap(in, t, to, out[0], outFrom + t - from);
        }
        int end = Math.min(to, t + SIZE);
        BlockIndicator.super.update(in, t, end, out, outFrom + t - from);
        t = end;
      }
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      window.add(in, from, to, out[0], outFrom);
    }

    @Override
    public double value(int output) {
      return window.mean();
    }

    @Override
    public IndicatorKernel copy() {
      return new State(window.copy());
    }
  }
}
