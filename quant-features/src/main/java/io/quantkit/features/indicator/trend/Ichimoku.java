package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The five lines of the Ichimoku chart, each as it is known at the bar: nothing is shifted into the
 * future or the past.
 *
 * <p>Conversion (tenkan) and base (kijun) are the middle of the range of {@code conversion} and
 * {@code base} bars. The leading spans are those that apply now, that is, were drawn {@code
 * displacement} bars ago: A (senkou A) the middle of conversion and base of then, B (senkou B) the
 * middle of the range of {@code span} bars of then. The lagging line (chikou) is told as the close
 * less that of {@code displacement} bars ago. All in the unit of the price. Warm-up {@code
 * conversion - 1}, {@code base - 1}, {@code max(conversion, base) - 1 + displacement}, {@code span
 * - 1 + displacement} and {@code displacement}. Source: G. Hosoda, 1969 (9, 26, 52, 26).
 *
 * @param conversion the window of the conversion line, at least 1
 * @param base the window of the base line, at least 1
 * @param span the window of the second leading span, at least 1
 * @param displacement how many bars ahead the spans are drawn, at least 1
 */
public record Ichimoku(int conversion, int base, int span, int displacement) implements Feature {

  /** The position of the conversion line among the outputs: 0. */
  public static final int CONVERSION = 0;

  /** The position of the base line among the outputs: 1. */
  public static final int BASE = 1;

  /** The position of the first leading span among the outputs: 2. */
  public static final int SPAN_A = 2;

  /** The position of the second leading span among the outputs: 3. */
  public static final int SPAN_B = 3;

  /** The position of the lagging line among the outputs: 4. */
  public static final int LAGGING = 4;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Ichimoku {
    Parameters.atLeast("conversion", conversion, 1);
    Parameters.atLeast("base", base, 1);
    Parameters.atLeast("span", span, 1);
    Parameters.atLeast("displacement", displacement, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = conversion + "x" + base + "x" + span + "x" + displacement;
    return List.of(
        FeatureName.of("tech", "ichimoku", lengths, "conversion"),
        FeatureName.of("tech", "ichimoku", lengths, "base"),
        FeatureName.of("tech", "ichimoku", lengths, "span-a"),
        FeatureName.of("tech", "ichimoku", lengths, "span-b"),
        FeatureName.of("tech", "ichimoku", lengths, "lagging"));
  }

  @Override
  public int warmup(int output) {
    return switch (output) {
      case CONVERSION -> conversion - 1;
      case BASE -> base - 1;
      case SPAN_A -> Math.max(conversion, base) - 1 + displacement;
      case SPAN_B -> span - 1 + displacement;
      default -> displacement;
    };
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.maximum(conversion),
        Stages.minimum(conversion),
        Stages.maximum(base),
        Stages.minimum(base),
        Stages.maximum(span),
        Stages.minimum(span),
        Stages.lag(displacement),
        Stages.lag(displacement),
        Stages.lag(displacement));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    out[CONVERSION] = (stages[0].update(high) + stages[1].update(low)) / 2;
    out[BASE] = (stages[2].update(high) + stages[3].update(low)) / 2;
    out[SPAN_A] = stages[6].update((out[CONVERSION] + out[BASE]) / 2);
    out[SPAN_B] = stages[7].update((stages[4].update(high) + stages[5].update(low)) / 2);
    out[LAGGING] = close - stages[8].update(close);
  }
}
