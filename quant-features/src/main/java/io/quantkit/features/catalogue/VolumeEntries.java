package io.quantkit.features.catalogue;

import io.quantkit.features.indicator.volume.Obv;
import java.util.List;

/** What volume tells about prices. */
final class VolumeEntries {
  private VolumeEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new Obv(),
            "On-balance volume",
            "O(1)",
            "TA-Lib OBV; J. Granville, New Key to Stock Market Profits, 1963",
            OutputEntry.any("obv[t-1] + sign(close[t] - close[t-1]) volume[t]", Unit.VOLUME)));
  }
}
