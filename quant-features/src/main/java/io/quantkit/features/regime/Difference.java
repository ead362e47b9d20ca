package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Objects;

/**
 * The change of the outputs of a feature within {@code lag} bars: {@code y[t] - y[t-lag]}.
 *
 * <p>In their units. Warm-up that of the output plus {@code lag}. A bar at which the feature is
 * {@code NaN} is {@code NaN} here too and counting begins again after it. A restart that agrees
 * within {@code eps} of what the feature is may differ by more of its change, which is smaller:
 * {@link #settle} asks the feature for a thousandth of {@code eps}.
 *
 * @param feature what changes
 * @param lag within how many bars, at least 1
 */
public record Difference(Feature feature, int lag) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the lag is below 1
   */
  public Difference {
    Objects.requireNonNull(feature, "feature");
    Past.check(lag);
  }

  @Override
  public List<FeatureName> outputs() {
    return Past.names(feature, "change", lag);
  }

  @Override
  public int warmup(int output) {
    return feature.warmup(output) + lag;
  }

  @Override
  public int settle(double eps) {
    return Parts.plus(feature.settle(Math.max(1e-12, eps / 1000)), lag);
  }

  @Override
  public FeatureKernel start() {
    return new Past(feature, lag, true);
  }
}
