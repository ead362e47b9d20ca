package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingOrder;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * Gini's mean difference of the simple returns of a rolling window, and the Gini coefficient of
 * their sizes.
 *
 * <p>The mean difference is {@code mean |r[i] - r[j]|} over pairs of different returns, a spread
 * that needs no second moment; the coefficient is {@code sum((2 i - n - 1) |r|(i)) / (n sum |r|)},
 * 0 if all movements are equally large and near 1 if one bar did it all. Warm-up {@code period};
 * the coefficient is {@code NaN} if nothing moved. A step takes O(log period), but adds up a window
 * of a few hundred numbers, which is faster. Source: C. Gini, 1912; S. Yitzhaki, American Economic
 * Review 72, 1982.
 *
 * @param period the window, in returns, at least 2
 * @param input what is measured
 */
public record GiniDifference(int period, Input input) implements Indicator {

  /** The position of the mean difference among the outputs. */
  public static final int DIFFERENCE = 0;

  /** The position of the coefficient among the outputs. */
  public static final int COEFFICIENT = 1;

  private record State(int period, SlidingOrder returns, SlidingOrder sizes)
      implements WindowStatistic {
    @Override
    public void clear() {
      returns.clear();
      sizes.clear();
    }

    @Override
    public boolean add(double x) {
      returns.add(x);
      return sizes.add(Math.abs(x));
    }

    @Override
    public void write(double[] out) {
      double spread = returns.spread();
      double total = sizes.lowest(period);
      out[DIFFERENCE] = Math.max(0, 2 * spread / (period * (period - 1.0)));
      out[COEFFICIENT] = total > 0 ? Math.max(0, sizes.spread() / (period * total)) : Double.NaN;
    }

    @Override
    public WindowStatistic copy() {
      return new State(period, returns.copy(), sizes.copy());
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public GiniDifference {
    Parameters.atLeast("period", period, 2);
  }

  /** Creates differences of the returns of closes. */
  public GiniDifference(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "gini", Measured.RETURNS, input, Integer.toString(period), "difference", "coefficient");
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        Measured.RETURNS,
        new State(period, SlidingOrder.ofPairs(period), SlidingOrder.ofPairs(period)),
        2);
  }
}
