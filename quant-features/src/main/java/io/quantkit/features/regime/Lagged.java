package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Objects;

/**
 * The outputs of a feature as they were {@code lag} bars ago.
 *
 * <p>In their units. Warm-up that of the output plus {@code lag}. A bar at which the feature is
 * {@code NaN} is {@code NaN} here too and counting begins again after it: no value is told across a
 * gap.
 *
 * @param feature what is delayed
 * @param lag by how many bars, at least 1
 */
public record Lagged(Feature feature, int lag) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the lag is below 1
   */
  public Lagged {
    Objects.requireNonNull(feature, "feature");
    Past.check(lag);
  }

  @Override
  public List<FeatureName> outputs() {
    return Past.names(feature, "lag", lag);
  }

  @Override
  public int warmup(int output) {
    return feature.warmup(output) + lag;
  }

  @Override
  public int settle(double eps) {
    return Parts.plus(feature.settle(eps), lag);
  }

  @Override
  public FeatureKernel start() {
    return new Past(feature, lag, false);
  }
}
