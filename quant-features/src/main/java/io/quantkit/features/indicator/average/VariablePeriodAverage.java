package io.quantkit.features.indicator.average;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * A moving average whose period is told anew at each bar, TA-Lib's {@code MAVP}: at a bar it is the
 * average of the period that another feature has there, without its fraction and limited to {@code
 * [shortest, longest]}.
 *
 * <p>In the unit of the input. One average of each possible period goes on all the time, O(longest
 * - shortest) a bar; those that are recursive begin together, as late as the slowest, as in TA-Lib.
 * {@code NaN} where the period is. Warm-up that of the slowest average or of the period, whichever
 * is longer.
 *
 * @param input what is averaged
 * @param period whose first output is the period, in bars
 * @param shortest the smallest period, at least 1; TA-Lib's is 2
 * @param longest the largest period, at least {@code shortest}; TA-Lib's is 30
 * @param kind the average
 */
public record VariablePeriodAverage(
    Input input, Feature period, int shortest, int longest, AverageKind kind) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if shortest is below 1 or longest below shortest
   */
  public VariablePeriodAverage {
    Checks.atLeast("shortest", shortest, 1);
    Checks.atLeast("longest", longest, shortest);
  }

  /** Creates a simple average of closes with periods between 2 and 30. */
  public VariablePeriodAverage(Feature period) {
    this(Input.CLOSE, period, 2, 30, AverageKind.SMA);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = shortest + "-" + longest;
    String indicator = "mavp-" + kind.label() + "_of_" + period.outputs().get(0);
    return List.of(FeatureName.of("tech", indicator, window, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(slowest(), period.warmup(0));
  }

  @Override
  public int settle(double eps) {
    int settled = period.settle(eps);
    if (settled > period.warmup()) {
      return NEVER; // however small a difference, it may be one between two whole periods
    }
    for (int n = shortest; n <= longest; n++) {
      settled = Math.max(settled, slowest() - kind.warmup(n) + kind.settle(n, eps));
    }
    return settled;
  }

  private int slowest() {
    return kind.warmup(longest);
  }

  @Override
  public FeatureKernel start() {
    IndicatorKernel[] averages = new IndicatorKernel[longest - shortest + 1];
    int[] idle = new int[averages.length];
    for (int i = 0; i < averages.length; i++) {
      averages[i] = kind.kernel(shortest + i);
      idle[i] = slowest() - kind.warmup(shortest + i);
    }
    return new State(this, period.start(), averages, idle);
  }

  /**
   * Computes this average with the given periods instead of those of the feature.
   *
   * @param in the numbers, oldest first; not modified
   * @param periods one per number, {@code NaN} where there is none; not modified
   * @return one average per number
   * @throws IllegalArgumentException if there is not one period per number
   */
  public double[] over(double[] in, double[] periods) {
    if (in.length != periods.length) {
      throw new IllegalArgumentException(
          "there must be " + in.length + " periods, were " + periods.length);
    }
    State state = (State) start();
    double[] out = new double[in.length];
    for (int t = 0; t < in.length; t++) {
      state.advance(in[t], periods[t]);
      out[t] = state.value;
    }
    return out;
  }

  private static final class State implements FeatureKernel {
    private final VariablePeriodAverage recipe;
    private final FeatureKernel period;
    private final IndicatorKernel[] averages;

    /** By average: how many numbers it leaves out at the beginning. */
    private final int[] idle;

    private int seen;
    private double value = Double.NaN;

    State(
        VariablePeriodAverage recipe,
        FeatureKernel period,
        IndicatorKernel[] averages,
        int[] idle) {
      this.recipe = recipe;
      this.period = period;
      this.averages = averages;
      this.idle = idle;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      period.update(knownAt, open, high, low, close, volume);
      advance(recipe.input.of(open, high, low, close, volume), period.value(0));
    }

    private void advance(double x, double n) {
      if (!Double.isFinite(x)) {
        seen = 0;
        for (IndicatorKernel average : averages) {
          average.update(Double.NaN);
        }
        value = Double.NaN;
        return;
      }
      for (int i = 0; i < averages.length; i++) {
        if (seen >= idle[i]) {
          averages[i].update(x);
        }
      }
      int slowest = recipe.slowest();
      seen = Math.min(seen + 1, slowest + 1);
      if (Double.isNaN(n) || seen <= slowest) {
        value = Double.NaN;
        return;
      }
      double limited = Math.max(recipe.shortest, Math.min(recipe.longest, n));
      value = averages[(int) limited - recipe.shortest].value(0);
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      IndicatorKernel[] copies = new IndicatorKernel[averages.length];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = averages[i].copy();
      }
      State copy = new State(recipe, period.copy(), copies, idle);
      copy.seen = seen;
      copy.value = value;
      return copy;
    }
  }
}
