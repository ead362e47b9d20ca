package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import io.quantkit.features.kernel.WindowMean;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * Sharpe's and Sortino's ratio of the simple returns of a rolling window.
 *
 * <p>{@code sqrt(k) (mean - target) / deviation} with the sample deviation ({@code ddof = 1}), and
 * with the downside deviation {@code sqrt(mean(min(r - target, 0)^2))} over all returns instead,
 * where {@code k} is the number of bars in a year, 1 for ratios per bar. The numbers of empyrical's
 * {@code sharpe_ratio} and {@code sortino_ratio}, except that these annualise. Warm-up {@code
 * period}; a ratio is {@code NaN} if its deviation is 0, Sortino's also if no return was below the
 * target. Does not drift. Source: W. Sharpe, Journal of Portfolio Management 21, 1994; F. Sortino
 * and R. van der Meer, same journal 17, 1991.
 *
 * @param period the window, in returns, at least 2
 * @param periodsPerYear what the ratio is scaled by the root of, above 0
 * @param target the return per bar that counts as zero, such as the risk-free one
 * @param input what is measured
 */
public record RiskAdjustedReturn(int period, double periodsPerYear, double target, Input input)
    implements Indicator {

  /** The position of Sharpe's ratio among the outputs. */
  public static final int SHARPE = 0;

  /** The position of Sortino's ratio among the outputs. */
  public static final int SORTINO = 1;

  private record State(double scale, double target, SlidingMoments all, WindowMean downside)
      implements WindowStatistic {
    @Override
    public void clear() {
      all.clear();
      downside.clear();
    }

    @Override
    public boolean add(double x) {
      double excess = x - target;
      double loss = Math.min(excess, 0);
      downside.add(loss * loss);
      return all.add(excess);
    }

    @Override
    public void write(double[] out) {
      double deviation = all.deviation(1);
      double below = Math.sqrt(Math.max(0, downside.mean()));
      out[SHARPE] = deviation > 0 ? scale * all.mean() / deviation : Double.NaN;
      out[SORTINO] = below > 0 ? scale * all.mean() / below : Double.NaN;
    }

    @Override
    public WindowStatistic copy() {
      return new State(scale, target, all.copy(), downside.copy());
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RiskAdjustedReturn {
    Parameters.atLeast("period", period, 2);
    Parameters.positive("periodsPerYear", periodsPerYear);
    MeasuredKernel.checkWithin(
        "target", target, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Creates ratios per bar of the returns of closes over zero. */
  public RiskAdjustedReturn(int period) {
    this(period, 1, 0, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "risk-adjusted",
        Measured.RETURNS,
        input,
        period + "x" + FeatureName.text(periodsPerYear) + "x" + FeatureName.text(target),
        "sharpe",
        "sortino");
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
        new State(
            Math.sqrt(periodsPerYear), target, new SlidingMoments(period), new WindowMean(period)),
        2);
  }
}
