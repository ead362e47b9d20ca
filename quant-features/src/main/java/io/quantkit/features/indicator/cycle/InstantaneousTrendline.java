package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * The average of the input over one dominant cycle, see {@link DominantCyclePeriod}, smoothed over
 * four bars with weights 4, 3, 2, 1: TA-Lib's {@code HT_TRENDLINE}. What cycles has been averaged
 * out.
 *
 * <p>In the unit of the input and within its range. Warm-up 63. Source: J. Ehlers, Rocket Science
 * for Traders, 2001, chapter 10.
 *
 * <p>The period follows from earlier periods by a rule with limits, for which no bound on how long
 * it remembers is known: {@link io.quantkit.features.Feature#NEVER} settles by guarantee. In
 * practice a restart agrees to nine digits after some hundred bars.
 *
 * @param input what cycles
 */
public record InstantaneousTrendline(Input input) implements Indicator {

  /** Creates a recipe for closes. */
  public InstantaneousTrendline() {
    this(Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "ht-trendline", "hilbert", input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return CycleKernel.LONG;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new CycleKernel(CycleKernel.LONG, CycleKernel.Quantity.TREND_LINE);
  }
}
