package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.LinearWindow;
import java.util.List;

/**
 * The least squares moving average: where the straight line that fits the last {@code period}
 * numbers best is, {@code ahead} bars after the last one.
 *
 * <p>TA-Lib's {@code LINEARREG} with {@code ahead = 0}, also known as end point moving average
 * (EPMA); its {@code TSF}, the time series forecast, with {@code ahead = 1}; its {@code
 * LINEARREG_INTERCEPT} with {@code ahead = 1 - period}. In the unit of the input; can leave its
 * range. Warm-up {@code period - 1}. Does not drift, see {@link Wma}; O(1). {@link
 * io.quantkit.features.statistic.LinearRegression} tells all about the line.
 *
 * @param period the window, in observations, at least 2
 * @param ahead how many bars after the last one, within {@code 1 - period} and {@code period}
 * @param input what is averaged
 */
public record Lsma(int period, int ahead, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 2 or ahead out of its bounds
   */
  public Lsma {
    Checks.atLeast("period", period, 2);
    if (ahead <= -period || ahead > period) {
      throw new IllegalArgumentException(
          "ahead must be above " + -period + " and at most " + period + ", was " + ahead);
    }
  }

  /** Creates an average of closes as of the last bar. */
  public Lsma(int period) {
    this(period, 0, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "lsma",
            ahead == 0 ? Integer.toString(period) : period + "x" + ahead,
            input.aggregation("raw")));
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
    return new FilterKernel(LinearWindow.line(period, ahead));
  }
}
