package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Coppock's curve: the linearly weighted mean of the sum of two rates of change in percent.
 *
 * <p>{@code wma(roc(slow) + roc(fast), smoothing)}. In percent. Warm-up {@code max(slow, fast) +
 * smoothing - 1}. {@code NaN} where a rate divides by 0. Source: E. S. C. Coppock, Barron's, 1962
 * (14, 11, 10 months).
 *
 * @param slow how far back the one rate compares, at least 1
 * @param fast how far back the other rate compares, at least 1
 * @param smoothing the window of the mean, at least 1
 * @param input what it is computed from
 */
public record Coppock(int slow, int fast, int smoothing, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Coppock {
    Parameters.atLeast("slow", slow, 1);
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  /** Creates an indicator of closes. */
  public Coppock(int slow, int fast, int smoothing) {
    this(slow, fast, smoothing, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech", "coppock", slow + "x" + fast + "x" + smoothing, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(slow, fast) + smoothing - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.lag(slow), Stages.lag(fast), AverageKind.WMA.kernel(smoothing));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double far = stages[0].update(x);
    double near = stages[1].update(x);
    out[0] = stages[2].update(100 * (Ratio.of(x - far, far) + Ratio.of(x - near, near)));
  }
}
