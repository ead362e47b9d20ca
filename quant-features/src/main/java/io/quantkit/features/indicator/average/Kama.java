package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.AdaptiveMean;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.FilterKernel;
import java.util.List;

/**
 * Kaufman's adaptive moving average, TA-Lib's {@code KAMA}: an exponential average whose weight is
 * {@code (e (f - s) + s)^2} with {@code f = 2 / (fast + 1)}, {@code s = 2 / (slow + 1)} and the
 * efficiency {@code e}, the distance of the last {@code period} steps in relation to the way:
 * {@code |x[t] - x[t-n]| / sum |x[i] - x[i-1]|}, 1 where nothing moved.
 *
 * <p>In the unit of the input and within its range. Begins with the number before the first value.
 * Warm-up {@code period}. Source: P. Kaufman, Smarter Trading, 1995.
 *
 * @param period over how many steps efficiency is measured, at least 1
 * @param fast the span of the average where efficiency is 1, at least 1
 * @param slow the span where it is 0, at least {@code fast}
 * @param input what is averaged
 */
public record Kama(int period, int fast, int slow, Input input) implements RowIndicator {

  /** The span of the average where efficiency is 1, unless told otherwise: 2. */
  public static final int FAST = 2;

  /** The span of the average where efficiency is 0, unless told otherwise: 30. */
  public static final int SLOW = 30;

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period or fast is below 1 or slow below fast
   */
  public Kama {
    Checks.atLeast("period", period, 1);
    Checks.atLeast("fast", fast, 1);
    Checks.atLeast("slow", slow, fast);
  }

  /** Creates an average of closes with Kaufman's spans, 2 and 30. */
  public Kama(int period) {
    this(period, FAST, SLOW, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "kama",
            fast == FAST && slow == SLOW
                ? Integer.toString(period)
                : period + "x" + fast + "x" + slow,
            input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup() + memory(slow, eps);
  }

  @Override
  public IndicatorKernel kernel() {
    return new FilterKernel(new AdaptiveMean(period, fast, slow));
  }

  @Override
  public RowKernel rows(int symbols) {
    return new KamaRows(period, fast, slow, symbols);
  }

  /** Returns how long the slowest such average remembers. */
  private static int memory(int slow, double eps) {
    double weight = 2 / (slow + 1.0);
    return ExponentialMean.memory(weight * weight, eps / 2);
  }
}
