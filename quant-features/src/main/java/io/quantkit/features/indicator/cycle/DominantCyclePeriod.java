package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * The period of the dominant cycle, TA-Lib's {@code HT_DCPERIOD}: from the rotation of the in-phase
 * and quadrature parts of the Hilbert transform, limited to half as much more or a third less than
 * the one before and to 6 to 50 bars, and smoothed twice.
 *
 * <p>In observations. Warm-up 32. Source: J. Ehlers, Rocket Science for Traders, 2001, chapter 7.
 *
 * <p>The period follows from earlier periods by a rule with limits, for which no bound on how long
 * it remembers is known: {@link io.quantkit.features.Feature#NEVER} settles by guarantee. In
 * practice a restart agrees to nine digits after some hundred bars.
 *
 * @param input what cycles
 */
public record DominantCyclePeriod(Input input) implements Indicator {

  /** Creates a recipe for closes. */
  public DominantCyclePeriod() {
    this(Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "dcperiod", "hilbert", input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return CycleKernel.SHORT;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new CycleKernel(CycleKernel.SHORT, CycleKernel.Quantity.PERIOD);
  }
}
