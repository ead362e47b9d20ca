package io.quantkit.features.indicator.cycle;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * The in-phase and quadrature parts of the detrended price, TA-Lib's {@code HT_PHASOR}: the Hilbert
 * transform of the detrended price, and that price three bars before.
 *
 * <p>Both in the unit of the input. Warm-up 32. Source: J. Ehlers, Rocket Science for Traders,
 * 2001, chapter 6.
 *
 * <p>The period follows from earlier periods by a rule with limits, for which no bound on how long
 * it remembers is known: {@link io.quantkit.features.Feature#NEVER} settles by guarantee. In
 * practice a restart agrees to nine digits after some hundred bars.
 *
 * @param input what cycles
 */
public record Phasor(Input input) implements Indicator {

  /** The position of the in-phase part among the outputs: 0. */
  public static final int IN_PHASE = 0;

  /** The position of the quadrature part among the outputs: 1. */
  public static final int QUADRATURE = 1;

  /** Creates a recipe for closes. */
  public Phasor() {
    this(Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "phasor", "hilbert", input.aggregation("in-phase")),
        FeatureName.of("tech", "phasor", "hilbert", input.aggregation("quadrature")));
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
    return new CycleKernel(
        CycleKernel.SHORT, CycleKernel.Quantity.IN_PHASE, CycleKernel.Quantity.QUADRATURE);
  }
}
