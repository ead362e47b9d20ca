package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.MeanFilter;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.Arrays;
import java.util.List;

/**
 * Pring's know sure thing and its signal: the sum of four smoothed rates of change in percent,
 * weighted 1 to 4, and the simple moving average of it.
 *
 * <p>{@code sum(i sma(roc(legs[i].change), legs[i].average))}. In percent. Warm-up {@code
 * max(change + average - 1)}, for the signal {@code signal - 1} more. {@code NaN} where a rate
 * divides by 0. Source: M. Pring, Stocks and Commodities, 1992: rates over 10, 15, 20, 30 values,
 * averages of 10, 10, 10, 15, a signal of 9.
 *
 * @param first the rate of weight 1
 * @param second the rate of weight 2
 * @param third the rate of weight 3
 * @param fourth the rate of weight 4
 * @param signal the window of the signal, at least 1
 * @param input what it is computed from
 */
public record Kst(Leg first, Leg second, Leg third, Leg fourth, int signal, Input input)
    implements Indicator {

  /** The position of the weighted sum among the outputs: 0. */
  public static final int LINE = 0;

  /** The position of its average among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Kst {
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an indicator of closes. */
  public Kst(Leg first, Leg second, Leg third, Leg fourth, int signal) {
    this(first, second, third, fourth, signal, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths =
        first.text()
            + "x"
            + second.text()
            + "x"
            + third.text()
            + "x"
            + fourth.text()
            + "x"
            + signal;
    return List.of(
        FeatureName.of("tech", "kst", lengths, input.aggregation("raw")),
        FeatureName.of("tech", "kst", lengths, input.aggregation("signal")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(
            Math.max(first.warmup(), second.warmup()), Math.max(third.warmup(), fourth.warmup()))
        + (output == SIGNAL ? signal - 1 : 0);
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    IndicatorKernel[] rates = new IndicatorKernel[4];
    IndicatorKernel[] means = new IndicatorKernel[4];
    List<Leg> legs = List.of(first, second, third, fourth);
    for (int i = 0; i < 4; i++) {
      rates[i] = new Roc(legs.get(i).change).kernel();
      means[i] = new FilterKernel(new MeanFilter(legs.get(i).average));
    }
    return new State(rates, means, new FilterKernel(new MeanFilter(signal)));
  }

  /** Each stage starts again by itself where a number is missing. */
  private static final class State implements IndicatorKernel {
    private static final int SIZE = BlockIndicator.SIZE;

    private final IndicatorKernel[] rates;
    private final IndicatorKernel[] means;
    private final IndicatorKernel signal;
    private double line = Double.NaN;
    private double[][] scratch = {};

    State(IndicatorKernel[] rates, IndicatorKernel[] means, IndicatorKernel signal) {
      this.rates = rates;
      this.means = means;
      this.signal = signal;
    }

    @Override
    public double update(double x) {
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += (i + 1) * means[i].update(rates[i].update(x));
      }
      line = sum;
      signal.update(sum);
      return sum;
    }

    @Override
    public void update(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      for (int begin = from; begin < to; begin += SIZE) {
        block(in, begin, Math.min(to, begin + SIZE), out, outFrom + begin - from);
      }
    }

    private void block(double[] in, int from, int to, double[][] out, int outFrom) {
      double[] sum = scratch[0];
      double[] rate = scratch[1];
      double[] mean = scratch[2];
      int n = to - from;
      Arrays.fill(sum, 0);
      for (int i = 0; i < 4; i++) {
        rates[i].update(in, from, to, new double[][] {rate}, 0);
        means[i].update(rate, 0, n, new double[][] {mean}, 0);
        for (int t = 0; t < n; t++) {
          sum[t] += (i + 1) * mean[t];
        }
      }
      line = sum[n - 1];
      signal.update(sum, 0, n, new double[][] {mean}, 0);
      System.arraycopy(sum, 0, out[LINE], outFrom, n);
      if (out.length > SIGNAL) {
        System.arraycopy(mean, 0, out[SIGNAL], outFrom, n);
      }
    }

    @Override
    public double value(int output) {
      return output == LINE ? line : signal.value(0);
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(Stages.copy(rates), Stages.copy(means), signal.copy());
      copy.line = line;
      return copy;
    }
  }

  /** Creates Pring's daily form, of closes. */
  public Kst() {
    this(new Leg(10, 10), new Leg(15, 10), new Leg(20, 10), new Leg(30, 15), 9);
  }

  /**
   * A smoothed rate of change.
   *
   * @param change over how many values the rate is, at least 1
   * @param average the window of the average, at least 1
   */
  public record Leg(int change, int average) {
    /**
     * Creates a leg.
     *
     * @throws IllegalArgumentException if a parameter is below 1
     */
    public Leg {
      Parameters.atLeast("change", change, 1);
      Parameters.atLeast("average", average, 1);
    }

    private int warmup() {
      return change + average - 1;
    }

    private String text() {
      return change + "x" + average;
    }
  }
}
