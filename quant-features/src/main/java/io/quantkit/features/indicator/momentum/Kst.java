package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
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
    return new NumberFormulaKernel(
        this,
        this::step,
        Stages.lag(first.change),
        Stages.mean(first.average),
        Stages.lag(second.change),
        Stages.mean(second.average),
        Stages.lag(third.change),
        Stages.mean(third.average),
        Stages.lag(fourth.change),
        Stages.mean(fourth.average),
        Stages.mean(signal));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double before = stages[2 * i].update(x);
      sum += (i + 1) * stages[2 * i + 1].update(100 * Ratio.of(x - before, before));
    }
    out[LINE] = sum;
    out[SIGNAL] = stages[8].update(sum);
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
