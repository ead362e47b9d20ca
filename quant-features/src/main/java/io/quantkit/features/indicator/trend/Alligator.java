package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Williams' alligator: three Wilder averages of {@code (high + low) / 2}, each of some bars ago,
 * and the gator's two jaws between them.
 *
 * <p>Jaw, teeth and lips have the periods and delays 13 and 8, 8 and 5, 5 and 3: they are the lines
 * drawn at the bar, nothing is read from the future. The gator is {@code |jaw - teeth|} and {@code
 * -|teeth - lips|}. In the unit of the price. Warm-up 20, 12, 7 and 20, 12. Source: B. Williams,
 * Trading Chaos, 1995.
 */
public record Alligator() implements Feature {

  /** The position of the slowest line among the outputs: 0. */
  public static final int JAW = 0;

  /** The position of the middle line among the outputs: 1. */
  public static final int TEETH = 1;

  /** The position of the fastest line among the outputs: 2. */
  public static final int LIPS = 2;

  /** The position of the gator above zero among the outputs: 3. */
  public static final int GATOR_UPPER = 3;

  /** The position of the gator below zero among the outputs: 4. */
  public static final int GATOR_LOWER = 4;

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "alligator", "all", "jaw"),
        FeatureName.of("tech", "alligator", "all", "teeth"),
        FeatureName.of("tech", "alligator", "all", "lips"),
        FeatureName.of("tech", "alligator", "all", "gator-upper"),
        FeatureName.of("tech", "alligator", "all", "gator-lower"));
  }

  @Override
  public int warmup(int output) {
    return switch (output) {
      case JAW, GATOR_UPPER -> 20;
      case TEETH, GATOR_LOWER -> 12;
      default -> 7;
    };
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / 13, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE,
        this::step,
        Stages.wilder(13),
        Stages.lag(8),
        Stages.wilder(8),
        Stages.lag(5),
        Stages.wilder(5),
        Stages.lag(3));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double middle = (high + low) / 2;
    out[JAW] = stages[1].update(stages[0].update(middle));
    out[TEETH] = stages[3].update(stages[2].update(middle));
    out[LIPS] = stages[5].update(stages[4].update(middle));
    out[GATOR_UPPER] = Math.abs(out[JAW] - out[TEETH]);
    out[GATOR_LOWER] = -Math.abs(out[TEETH] - out[LIPS]);
  }
}
