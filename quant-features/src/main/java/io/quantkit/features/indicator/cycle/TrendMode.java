package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * Whether the market trends (1) or cycles (0), TA-Lib's {@code HT_TRENDMODE}.
 *
 * <p>It cycles for half a dominant cycle after the lines of {@link SineWave} crossed, and while the
 * phase advances by between 0.67 and 1.5 times what the dominant period asks for; but it trends
 * where the smoothed price is 1.5 % or more away from the {@link InstantaneousTrendline}. Warm-up
 * 63. Source: J. Ehlers, Rocket Science for Traders, 2001, chapter 11.
 *
 * <p>The period follows from earlier periods by a rule with limits, for which no bound on how long
 * it remembers is known: {@link io.quantkit.features.Feature#NEVER} settles by guarantee. In
 * practice a restart agrees to nine digits after some hundred bars.
 *
 * @param input what cycles
 */
public record TrendMode(Input input) implements Indicator {

  /** Creates a recipe for closes. */
  public TrendMode() {
    this(Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "ht-trendmode", "hilbert", input.aggregation("raw")));
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
    return new CycleKernel(CycleKernel.LONG, CycleKernel.Quantity.TREND_MODE);
  }
}
