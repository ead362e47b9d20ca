package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * The phase of the dominant cycle, TA-Lib's {@code HT_DCPHASE}: that of the smoothed price's
 * correlation with one cycle of sine and cosine of the dominant period, see {@link
 * DominantCyclePeriod}, less the smoother's lag.
 *
 * <p>In degrees, within [-45, 315]. Warm-up 63. While prices rest the phase is that of rounding
 * errors. Source: J. Ehlers, Rocket Science for Traders, 2001, chapter 9.
 *
 * <p>The period follows from earlier periods by a rule with limits, for which no bound on how long
 * it remembers is known: {@link io.quantkit.features.Feature#NEVER} settles by guarantee. In
 * practice a restart agrees to nine digits after some hundred bars.
 *
 * @param input what cycles
 */
public record DominantCyclePhase(Input input) implements Indicator {

  /** Creates a recipe for closes. */
  public DominantCyclePhase() {
    this(Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "dcphase", "hilbert", input.aggregation("raw")));
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
    return new CycleKernel(CycleKernel.LONG, CycleKernel.Quantity.PHASE);
  }
}
