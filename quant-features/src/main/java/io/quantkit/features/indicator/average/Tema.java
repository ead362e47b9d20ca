package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.ExponentialCascade;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * The triple exponential moving average, TA-Lib's {@code TEMA}: {@code 3 e1 - 3 e2 + e3} where
 * {@code e1} is the exponential average of the input, {@code e2} that of {@code e1} and {@code e3}
 * that of {@code e2}.
 *
 * <p>In the unit of the input; can leave its range. Warm-up {@code 3 (period - 1)}. Source: P.
 * Mulloy, Technical Analysis of Stocks and Commodities 12, February 1994.
 *
 * @param period the span, in observations, at least 1
 * @param input what is averaged
 * @param seed where the recursions begin; TA-Lib's way is {@link Seed#MEAN}, Tulip's {@link
 *     Seed#FIRST}
 */
public record Tema(int period, Input input, Seed seed) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Tema {
    Checks.atLeast("period", period, 1);
  }

  /** Creates an average of closes that begins with means. */
  public Tema(int period) {
    this(period, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech", seed == Seed.MEAN ? "tema" : "tema-first", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 3 * (period - 1);
  }

  @Override
  public int settle(double eps) {
    return warmup() + AverageKind.cascade(period, eps, 3);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(
        ExponentialCascade.of(period, seed == Seed.MEAN ? period : 1, 3, -3, 1));
  }
}
