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
 * Williams' fractals, told when they are confirmed: 1 where the high of {@code side} bars ago is
 * above the highs of {@code side} bars before it and after it, and likewise for lows, else 0.
 *
 * <p>A fractal is not known at its own bar: the price is that of {@code side} bars before the 1.
 * Warm-up {@code 2 side}. Source: B. Williams, Trading Chaos, 1995 (2).
 *
 * @param side how many bars on each side, at least 1
 */
public record Fractals(int side) implements Feature {

  /** The position of confirmed highs among the outputs: 0. */
  public static final int UP = 0;

  /** The position of confirmed lows among the outputs: 1. */
  public static final int DOWN = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the side is below 1
   */
  public Fractals {
    Parameters.atLeast("side", side, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "fractals", side, "up"),
        FeatureName.of("tech", "fractals", side, "down"));
  }

  @Override
  public int warmup(int output) {
    return 2 * side;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE,
        this::step,
        Stages.maximum(side),
        Stages.lag(side),
        Stages.lag(side + 1),
        Stages.minimum(side),
        Stages.lag(side),
        Stages.lag(side + 1));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double after = stages[0].update(high);
    double before = stages[2].update(after);
    double peak = stages[1].update(high);
    out[UP] = peak > after && peak > before ? 1 : 0;
    double afterLow = stages[3].update(low);
    double beforeLow = stages[5].update(afterLow);
    double trough = stages[4].update(low);
    out[DOWN] = trough < afterLow && trough < beforeLow ? 1 : 0;
  }
}
