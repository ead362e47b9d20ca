package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * The sine of the dominant cycle's phase and the same 45 degrees ahead, TA-Lib's {@code HT_SINE},
 * see {@link DominantCyclePhase}. They cross near the turns of a cycle and run side by side in a
 * trend.
 *
 * <p>Within [-1, 1]. Warm-up 63. Source: J. Ehlers, Rocket Science for Traders, 2001, chapter 9.
 *
 * <p>The period follows from earlier periods by a rule with limits, for which no bound on how long
 * it remembers is known: {@link io.quantkit.features.Feature#NEVER} settles by guarantee. In
 * practice a restart agrees to nine digits after some hundred bars.
 *
 * @param input what cycles
 */
public record SineWave(Input input) implements Indicator {

  /** The position of the sine among the outputs: 0. */
  public static final int SINE = 0;

  /** The position of the lead sine among the outputs: 1. */
  public static final int LEAD = 1;

  /** Creates a recipe for closes. */
  public SineWave() {
    this(Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "sinewave", "hilbert", input.aggregation("sine")),
        FeatureName.of("tech", "sinewave", "hilbert", input.aggregation("lead")));
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
    return new CycleKernel(
        CycleKernel.LONG, CycleKernel.Quantity.SINE, CycleKernel.Quantity.LEAD_SINE);
  }
}
