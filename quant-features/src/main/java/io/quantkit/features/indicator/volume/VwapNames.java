package io.quantkit.features.indicator.volume;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import java.util.List;

/** The names of the outputs of volume-weighted averages. */
final class VwapNames {
  private VwapNames() {}

  static List<FeatureName> of(String window, Input input) {
    String suffix = input == Input.TYPICAL ? "" : "-" + input.label();
    return List.of(
        FeatureName.of("tech", "vwap", window, "raw" + suffix),
        FeatureName.of("tech", "vwap", window, "upper" + suffix),
        FeatureName.of("tech", "vwap", window, "lower" + suffix),
        FeatureName.of("tech", "vwap", window, "deviation" + suffix));
  }
}
