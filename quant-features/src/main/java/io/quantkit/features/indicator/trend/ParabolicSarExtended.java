package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * {@link ParabolicSar} with a given beginning, an offset on turns and accelerations of its own for
 * either side; stops of shorts are negative numbers.
 *
 * <p>TA-Lib's {@code SAREXT}. In the unit of the price. Warm-up 1; never settles.
 *
 * @param initial the first stop: of a long if positive, of a short if negative, as in {@link
 *     ParabolicSar} if 0
 * @param offset the fraction of the stop by which it is set back when the trend turns, at least 0
 * @param longs the acceleration in rising trends
 * @param shorts the acceleration in falling trends
 */
public record ParabolicSarExtended(
    double initial, double offset, Acceleration longs, Acceleration shorts) implements Feature {

  /**
   * How fast a stop follows its trend.
   *
   * @param first the acceleration at first, at least 0; {@code most} if that is smaller
   * @param step by how much it grows, at least 0; {@code most} if that is smaller
   * @param most the largest acceleration, at least 0
   */
  public record Acceleration(double first, double step, double most) {

    /**
     * Creates an acceleration.
     *
     * @throws IllegalArgumentException if a parameter is negative or not finite
     */
    public Acceleration {
      Parameters.within("first", first, 0, Double.MAX_VALUE);
      Parameters.within("step", step, 0, Double.MAX_VALUE);
      Parameters.within("most", most, 0, Double.MAX_VALUE);
      first = Math.min(first, most);
      step = Math.min(step, most);
    }

    private String text() {
      return FeatureName.text(first) + "x" + FeatureName.text(step) + "x" + FeatureName.text(most);
    }
  }

  /**
   * Creates a stop.
   *
   * @throws IllegalArgumentException if the offset is negative or a number is not finite
   */
  public ParabolicSarExtended {
    Parameters.within("initial", initial, -Double.MAX_VALUE, Double.MAX_VALUE);
    Parameters.within("offset", offset, 0, Double.MAX_VALUE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        FeatureName.text(initial)
            + "x"
            + FeatureName.text(offset)
            + "x"
            + longs.text()
            + "x"
            + shorts.text();
    return List.of(FeatureName.of("tech", "parabolic-sar-extended", window, "stop"));
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
    return new Sar(this, true);
  }
}
