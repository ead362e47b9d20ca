package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The trend detection index and its direction: of the changes over {@code period} values, {@code
 * m[t] = x[t] - x[t-period]}, the direction is {@code d = sum(m, period)} and the index {@code |d|
 * - (sum(|m|, multiple period) - sum(|m|, period))}.
 *
 * <p>TTR's {@code TDI}. In the unit of the input; a positive index says trend. Warm-up {@code 2
 * period - 1} for the direction and {@code (multiple + 1) period - 1} for the index. Source: M. H.
 * Pee, Stocks and Commodities, October 2001 (20, 2).
 *
 * @param period the window, at least 1
 * @param multiple how many windows are compared with, at least 1
 * @param input what it is computed from
 */
public record TrendDetection(int period, int multiple, Input input) implements Indicator {

  /** The position of the index among the outputs: 0. */
  public static final int INDEX = 0;

  /** The position of the direction among the outputs: 1. */
  public static final int DIRECTION = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public TrendDetection {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("multiple", multiple, 1);
  }

  /** Creates an indicator of closes. */
  public TrendDetection(int period, int multiple) {
    this(period, multiple, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = period + "x" + multiple;
    return List.of(
        FeatureName.of("tech", "tdi", lengths, input.aggregation("raw")),
        FeatureName.of("tech", "tdi", lengths, input.aggregation("direction")));
  }

  @Override
  public int warmup(int output) {
    return output == INDEX ? (multiple + 1) * period - 1 : 2 * period - 1;
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
        Stages.lag(period),
        Stages.mean(period),
        Stages.sum(period),
        Stages.sum(multiple * period));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    double direction = period * stages[1].update(change);
    double near = stages[2].update(Math.abs(change));
    double far = stages[3].update(Math.abs(change));
    out[INDEX] = Math.abs(direction) - (far - near);
    out[DIRECTION] = direction;
  }
}
