package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * The absolute price oscillator: the difference of a fast and a slow moving average, {@code
 * average(fast) - average(slow)}.
 *
 * <p>TA-Lib's {@code APO}. In the unit of the input. Warm-up that of the slower average. How the
 * averages begin is told by {@link Begin}. Source: G. Appel.
 *
 * <p>The difference is taken as asked for; TA-Lib exchanges the two where the fast period is above
 * the slow one.
 *
 * @param fast the period of the fast average, at least 1
 * @param slow the period of the slow average, at least 1
 * @param kind the averages
 * @param begin whether the averages begin together
 * @param input what it is computed from
 */
public record PriceOscillator(int fast, int slow, AverageKind kind, Begin begin, Input input)
    implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public PriceOscillator {
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("slow", slow, 1);
  }

  /** Creates an indicator of closes. */
  public PriceOscillator(int fast, int slow, AverageKind kind, Begin begin) {
    this(fast, slow, kind, begin, Input.CLOSE);
  }

  /** Creates an oscillator of closes whose averages begin as in TA-Lib. */
  public PriceOscillator(int fast, int slow, AverageKind kind) {
    this(fast, slow, kind, Begin.APART, Input.CLOSE);
  }

  private TwoAverages averages() {
    return new TwoAverages(fast, slow, kind, begin);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech", "apo" + begin.label(kind), averages().window(), input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return averages().warmup();
  }

  @Override
  public int settle(double eps) {
    return averages().settle(eps);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(this, this::step, averages().stages());
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    out[0] = stages[0].update(x) - stages[1].update(x);
  }
}
