package io.quantkit.features.timeframe;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.trend.Macd;
import java.util.ArrayList;
import java.util.List;

/**
 * The trend of higher timeframes, such as 1 hour, 4 hours and a day: in each the sign of a fast
 * exponential average less a slow one, as of its last finished bar.
 *
 * <p>Outputs: first the agreement, the mean of the directions, within [-1, 1]: 1 if all rise, -1 if
 * all fall; then the direction of each timeframe in order: 1, -1, or 0 if both averages are equal.
 * Warm-up and missing numbers as {@link HigherTimeframe} has them; all outputs begin with the
 * slowest. The averages are those of {@link Macd}. Source: A. Elder, Trading for a Living, 1993,
 * whose first screen is the direction of an average of the higher timeframe.
 *
 * @param timeframes the higher timeframes, of one base
 * @param fast the fast average, in higher bars, at least 1
 * @param slow the slow average, in higher bars, longer than {@code fast}
 */
public record TimeframeTrend(List<HigherBars> timeframes, int fast, int slow) implements Feature {

  /** The position of the agreement among the outputs: 0. */
  public static final int AGREEMENT = 0;

  /**
   * Creates a trend.
   *
   * @throws IllegalArgumentException if there is no timeframe, two are the same or have different
   *     bases, {@code fast} is below 1 or {@code slow} not longer
   */
  public TimeframeTrend {
    timeframes = Timeframes.check(timeframes);
    if (fast < 1) {
      throw new IllegalArgumentException("fast must be at least 1, was " + fast);
    }
    if (slow <= fast) {
      throw new IllegalArgumentException("slow must be longer than " + fast + ", was " + slow);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    String window = fast + "x" + slow;
    List<FeatureName> names = new ArrayList<>();
    names.add(
        FeatureName.of("tech", "trend_of_" + Timeframes.label(timeframes), window, "agreement"));
    for (HigherBars one : timeframes) {
      // The other timeframes only tell when it begins.
      String indicator = "trend-in-" + one.label() + "_of_" + Timeframes.label(timeframes);
      names.add(FeatureName.of("tech", indicator, window, "direction"));
    }
    return List.copyOf(names);
  }

  private List<HigherTimeframe> averages() {
    return timeframes.stream()
        .map(bars -> HigherTimeframe.finished(new Macd(fast, slow, 1), bars))
        .toList();
  }

  @Override
  public int warmup(int output) {
    return Timeframes.warmup(averages());
  }

  /**
   * Directions do not differ by a little: returns after how many bars the averages agree to 1e-12.
   */
  @Override
  public int settle(double eps) {
    return Timeframes.settle(averages(), 1e-12);
  }

  @Override
  public FeatureKernel start() {
    return new AcrossTimeframes(Timeframes.start(averages()), TimeframeTrend::read);
  }

  private static double read(FeatureKernel[] kernels, int output) {
    double agreement = 0;
    for (FeatureKernel kernel : kernels) {
      agreement += Math.signum(kernel.value(0));
    }
    return output == AGREEMENT || Double.isNaN(agreement)
        ? agreement / kernels.length
        : Math.signum(kernels[output - 1].value(0));
  }
}
