package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.trend.ParabolicSarExtended.Acceleration;
import java.util.List;

/**
 * Wilder's parabolic stop and reverse: a stop that follows the trend faster the further it goes,
 * its direction, and the bars where it turns.
 *
 * <p>{@code sar[t+1] = sar[t] + a (extreme - sar[t])}, held beyond the last two bars, where {@code
 * extreme} is the trend's best price and {@code a} grows by {@code step} with each new one, up to
 * {@code most}. When a bar touches the stop, the trend turns and the stop begins at the extreme.
 *
 * <p>TA-Lib's {@code SAR}, with its beginning: the first trend is down if the low of the second bar
 * fell by more than its high rose. The stop is in the unit of the price; the direction is 1 in a
 * rising trend and -1 in a falling one; the turn is 1 at a bar where the trend turns up, -1 where
 * it turns down, else 0. Warm-up 1. What it began with may matter for ever, so it never settles.
 * Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978 (0.02, 0.2).
 *
 * @param step by how much the acceleration grows, and its first value, at least 0
 * @param most the largest acceleration, at least 0; a smaller one than {@code step} replaces it
 */
public record ParabolicSar(double step, double most) implements Feature {

  /** The position of the stop among the outputs: 0. */
  public static final int STOP = 0;

  /** The position of the direction among the outputs: 1. */
  public static final int DIRECTION = 1;

  /** The position of the turns among the outputs: 2. */
  public static final int TURN = 2;

  /**
   * Creates a stop.
   *
   * @throws IllegalArgumentException if a parameter is negative or not finite
   */
  public ParabolicSar {
    new Acceleration(step, step, most);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = FeatureName.text(step) + "x" + FeatureName.text(most);
    return List.of(
        FeatureName.of("tech", "parabolic-sar", window, "stop"),
        FeatureName.of("tech", "parabolic-sar", window, "direction"),
        FeatureName.of("tech", "parabolic-sar", window, "turn"));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    Acceleration both = new Acceleration(step, step, most);
    return new Sar(new ParabolicSarExtended(0, 0, both, both), false);
  }
}
