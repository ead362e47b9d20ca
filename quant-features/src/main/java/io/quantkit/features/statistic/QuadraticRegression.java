package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.SlidingFit;
import java.util.Arrays;
import java.util.List;

/**
 * The parabola that fits the last {@code period} numbers best: {@code x[i] = a + b i + c i^2 +
 * e[i]} by least squares.
 *
 * <p>Outputs: the parabola at the last bar, in the unit of the input; its slope there, per bar; its
 * curvature {@code 2 c}, per bar squared; {@code R^2 = 1 - sum(e^2) / sum((x - mean)^2)}, within
 * [0, 1], {@code NaN} where all numbers are equal; how many bars before the last one the parabola
 * turns, negative where it will turn later, {@code NaN} without curvature; and the inflection: 1
 * where the curvature became positive with this bar, -1 where it became negative, else 0.
 *
 * <p>Warm-up {@code period - 1}, one more for the inflection. By orthogonal polynomials about the
 * middle of the window and sums of 31 digits, so that nothing drifts and {@code R^2} is right to
 * the rounding of the numbers even where the fit is perfect; a step costs O(1). Source: A. Savitzky
 * and M. Golay, Analytical Chemistry 36, 1964.
 *
 * @param period the window, in observations, at least 3
 * @param input what the parabola is fitted to
 */
public record QuadraticRegression(int period, Input input) implements Indicator {

  /** The position of the parabola at the last bar among the outputs: 0. */
  public static final int VALUE = 0;

  /** The position of the slope at the last bar among the outputs: 1. */
  public static final int SLOPE = 1;

  /** The position of the curvature among the outputs: 2. */
  public static final int CURVATURE = 2;

  /** The position of R squared among the outputs: 3. */
  public static final int R_SQUARED = 3;

  /** The position of the bars since the turn among the outputs: 4. */
  public static final int TURN = 4;

  /** The position of the inflection among the outputs: 5. */
  public static final int INFLECTION = 5;

  /**
   * Creates a regression.
   *
   * @throws IllegalArgumentException if the period is below 3
   */
  public QuadraticRegression {
    if (period < 3) {
      throw new IllegalArgumentException("period must be at least 3, was " + period);
    }
  }

  /** Creates a regression of closes. */
  public QuadraticRegression(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        name("value"),
        name("slope"),
        name("curvature"),
        name("r2"),
        name("turn"),
        name("inflection"));
  }

  private FeatureName name(String output) {
    return FeatureName.of("stat", "quadreg", period, input.aggregation(output));
  }

  @Override
  public int warmup(int output) {
    return output == INFLECTION ? period : period - 1;
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
    private static final int OUTPUTS = 6;

    private final int size;
    private final SlidingFit fit;
    private final double[] values;

    State(int size) {
      this(size, new SlidingFit(size, 2), new double[OUTPUTS]);
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
        return Double.NaN;
      }
      if (fit.add(x)) {
        tell();
      }
      return values[VALUE];
    }

    private void tell() {
      double half = (size - 1) / 2.0;
      // The parabola is mean + b u + c (u^2 - mean of u^2), with u the time from the middle.
      double b = fit.slope();
      double c = fit.bend();
      double squares = fit.squares();
      double curvature = 2 * c;
      double slope = b + curvature * half;
      double before = values[CURVATURE];
      values[VALUE] = fit.mean() + (b * half + c * (half * half - ((double) size * size - 1) / 12));
      values[SLOPE] = slope;
      values[CURVATURE] = curvature;
      values[R_SQUARED] = squares > 0 ? Math.max(0, 1 - fit.errors() / squares) : Double.NaN;
      values[TURN] = curvature == 0 ? Double.NaN : slope / curvature;
      values[INFLECTION] = inflection(before, curvature);
    }

    private static double inflection(double before, double now) {
      if (Double.isNaN(before)) {
        return Double.NaN;
      }
      if (before <= 0 && now > 0) {
        return 1;
      }
      return before >= 0 && now < 0 ? -1 : 0;
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
