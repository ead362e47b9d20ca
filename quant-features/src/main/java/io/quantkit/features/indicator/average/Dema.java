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
 * The double exponential moving average, TA-Lib's {@code DEMA}: {@code (1 + v) e1 - v e2} where
 * {@code e1} is the exponential average of the input and {@code e2} that of {@code e1}. With {@code
 * v = 1} the lag on a straight line is gone.
 *
 * <p>In the unit of the input; can leave its range. Warm-up {@code 2 (period - 1)}. Source: P.
 * Mulloy, Technical Analysis of Stocks and Commodities 12, February 1994; the factor as in TTR.
 *
 * @param period the span, in observations, at least 1
 * @param factor how much of the lag is taken back, in (0, 1]; usually 1
 * @param input what is averaged
 * @param seed where both recursions begin; TA-Lib's way is {@link Seed#MEAN}, Tulip's {@link
 *     Seed#FIRST}
 */
public record Dema(int period, double factor, Input input, Seed seed) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1 or the factor not in (0, 1]
   */
  public Dema {
    Checks.atLeast("period", period, 1);
    Checks.within("factor", factor, 0, 1);
  }

  /** Creates an average of closes without lag that begins with means. */
  public Dema(int period) {
    this(period, 1, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            seed == Seed.MEAN ? "dema" : "dema-first",
            factor == 1 ? Integer.toString(period) : period + "x" + FeatureName.text(factor),
            input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 2 * (period - 1);
  }

  @Override
  public int settle(double eps) {
    return warmup() + AverageKind.cascade(period, eps, 2);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(
        ExponentialCascade.of(period, seed == Seed.MEAN ? period : 1, 1 + factor, -factor));
  }
}
