package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingFit;
import java.util.Arrays;
import java.util.List;

/**
 * The straight line that fits the last {@code period} numbers best, and how well it does.
 *
 * <p>{@code x[i] = intercept + slope i + e[i]} with {@code i = 0} the oldest number of the window,
 * by least squares. TA-Lib's {@code LINEARREG}, {@code LINEARREG_SLOPE}, {@code
 * LINEARREG_INTERCEPT}, {@code LINEARREG_ANGLE} and {@code TSF} are the first five outputs, in this
 * order: the line at the last bar, its slope per bar, its value at the first bar of the window, the
 * slope as an angle in degrees ({@code atan(slope)}: it depends on the unit of the input), and the
 * line one bar after the last. Then {@code R^2 = 1 - sum(e^2) / sum((x - mean)^2)}, within [0, 1];
 * the residual {@code e} of the last bar; the standard error of the estimate {@code sqrt(sum(e^2) /
 * (n - 2))}; and that of the slope.
 *
 * <p>Warm-up {@code period - 1}. {@code R^2} is {@code NaN} where all numbers are equal, the errors
 * are where the period is 2. Nothing drifts and a step costs O(1). The sum of squared errors is
 * what the line leaves of the sum of squares, by sums of 31 digits: right to the rounding of the
 * numbers even where the fit is perfect. {@link io.quantkit.features.indicator.average.Lsma} and
 * {@link io.quantkit.features.indicator.average.RegressionSlope} tell the line alone, faster.
 *
 * @param period the window, in observations, at least 2
 * @param input what the line is fitted to
 */
public record LinearRegression(int period, Input input) implements Indicator {

  /** The position of the line at the last bar among the outputs: 0. */
  public static final int VALUE = 0;

  /** The position of the slope among the outputs: 1. */
  public static final int SLOPE = 1;

  /** The position of the line at the first bar of the window among the outputs: 2. */
  public static final int INTERCEPT = 2;

  /** The position of the angle among the outputs: 3. */
  public static final int ANGLE = 3;

  /** The position of the line one bar ahead among the outputs: 4. */
  public static final int FORECAST = 4;

  /** The position of R squared among the outputs: 5. */
  public static final int R_SQUARED = 5;

  /** The position of the last bar's residual among the outputs: 6. */
  public static final int RESIDUAL = 6;

  /** The position of the standard error of the estimate among the outputs: 7. */
  public static final int ERROR = 7;

  /** The position of the standard error of the slope among the outputs: 8. */
  public static final int SLOPE_ERROR = 8;

  /**
   * Creates a regression.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public LinearRegression {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /** Creates a regression of closes. */
  public LinearRegression(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        name("value"),
        name("slope"),
        name("intercept"),
        name("angle"),
        name("forecast"),
        name("r2"),
        name("residual"),
        name("error"),
        name("slope-error"));
  }

  private FeatureName name(String output) {
    return FeatureName.of("stat", "linreg", period, input.aggregation(output));
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
    return new State(period);
  }

  private static final class State implements IndicatorKernel {
    private static final double DEGREES = 45 / StrictMath.atan(1);
    private static final int OUTPUTS = 9;

    private final int size;
    private final SlidingFit fit;
    private final double[] values;

    State(int size) {
      this(size, new SlidingFit(size, 1), new double[OUTPUTS]);
      Arrays.fill(values, Double.NaN);
    }

    private State(int size, SlidingFit fit, double[] values) {
      this.size = size;
      this.fit = fit;
      this.values = values;
    }

    @Override
    public double update(double x) {
      if (!Double.isFinite(x)) {
        fit.clear();
        Arrays.fill(values, Double.NaN);
      } else if (fit.add(x)) {
        tell(x);
      }
      return values[VALUE];
    }

    private void tell(double x) {
      double half = (size - 1) / 2.0;
      double rise = fit.slope();
      double line = fit.mean() + rise * half;
      double errors = fit.errors();
      double squares = fit.squares();
      double variance = errors / (size - 2);
      values[VALUE] = line;
      values[SLOPE] = rise;
      values[INTERCEPT] = fit.mean() - rise * half;
      values[ANGLE] = StrictMath.atan(rise) * DEGREES;
      values[FORECAST] = line + rise;
      values[R_SQUARED] = squares > 0 ? Math.max(0, 1 - errors / squares) : Double.NaN;
      values[RESIDUAL] = x - line;
      values[ERROR] = size > 2 ? Math.sqrt(variance) : Double.NaN;
      values[SLOPE_ERROR] =
          size > 2 ? Math.sqrt(variance * 12 / (size * ((double) size * size - 1))) : Double.NaN;
    }

    @Override
    public double value(int output) {
      return values[output];
    }

    @Override
    public IndicatorKernel copy() {
      return new State(size, fit.copy(), values.clone());
    }
  }
}
