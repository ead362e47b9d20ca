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
 * Historical value at risk, expected shortfall and tail ratio of the simple returns of a rolling
 * window.
 *
 * <p>Value at risk is {@code -quantile(r, 1 - level)} by linear interpolation (type 7), expected
 * shortfall (CVaR) minus the mean of the {@code floor((n - 1) (1 - level)) + 1} smallest returns:
 * both positive for losses, fractions of the price. The numbers of empyrical with the sign turned.
 * The tail ratio is {@code |quantile(level)| / |quantile(1 - level)|}, above 1 if the upper tail is
 * longer. Warm-up {@code period}; the tail ratio is {@code NaN} if the lower quantile is 0. The
 * window is kept in order: a step takes O(log period), but moves part of a window of a few thousand
 * numbers and adds up its tail, which is faster. Source: P. Artzner, F. Delbaen, J. Eber and D.
 * Heath, Mathematical Finance 9, 1999.
 *
 * @param period the window, in returns, at least 2
 * @param level of confidence, within (0.5, 1), such as 0.95
 * @param input what is measured
 */
public record TailRisk(int period, double level, Input input) implements Indicator {

  /** The position of the value at risk among the outputs. */
  public static final int VALUE_AT_RISK = 0;

  /** The position of the expected shortfall among the outputs. */
  public static final int EXPECTED_SHORTFALL = 1;

  /** The position of the tail ratio among the outputs. */
  public static final int TAIL_RATIO = 2;

  private record State(int period, double level, SlidingOrder window) implements WindowStatistic {
    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public boolean add(double x) {
      return window.add(x);
    }

    @Override
    public void write(double[] out) {
      double tail = 1 - level;
      double low = window.quantile(tail);
      int count = (int) ((period - 1) * tail) + 1;
      out[VALUE_AT_RISK] = -low;
      out[EXPECTED_SHORTFALL] = -window.lowest(count) / count;
      out[TAIL_RATIO] = low == 0 ? Double.NaN : Math.abs(window.quantile(level)) / Math.abs(low);
    }

    @Override
    public WindowStatistic copy() {
      return new State(period, level, window.copy());
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public TailRisk {
    Parameters.atLeast("period", period, 2);
    MeasuredKernel.checkWithin("level", level, 0.5, 1);
  }

  /** Creates risks of the returns of closes. */
  public TailRisk(int period, double level) {
    this(period, level, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "tail-risk",
        Measured.RETURNS,
        input,
        period + "x" + FeatureName.text(level),
        "var",
        "cvar",
        "ratio");
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
        Measured.RETURNS, new State(period, level, new SlidingOrder(period)), 3);
  }
}
