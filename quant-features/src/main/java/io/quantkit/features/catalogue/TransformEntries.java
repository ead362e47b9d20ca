package io.quantkit.features.catalogue;

import io.quantkit.features.Input;
import io.quantkit.features.transform.ExpandingMinMax;
import io.quantkit.features.transform.ExpandingZScore;
import io.quantkit.features.transform.RollingMinMax;
import io.quantkit.features.transform.RollingRank;
import io.quantkit.features.transform.RollingRobust;
import java.util.List;

/** Normalisers. */
final class TransformEntries {
  private TransformEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new RollingMinMax(20),
            "Rolling min-max position",
            "O(1)",
            "definition",
            OutputEntry.within(0, 1, "(x[t] - min(n)) / (max(n) - min(n))", Unit.RATIO)),
        FeatureEntry.of(
            new RollingRobust(60),
            "Rolling robust score",
            "O(log w)",
            "scikit-learn RobustScaler on a window",
            OutputEntry.any("(x[t] - median(n)) / (q75(n) - q25(n))", Unit.RATIO)),
        FeatureEntry.of(
            new RollingRank(60),
            "Rolling rank",
            "O(log w)",
            "pandas rolling.rank(pct=True)",
            OutputEntry.within(0, 1, "rank(x[t] in x[t-n+1..t]) / n", Unit.RATIO)),
        FeatureEntry.of(
            new RollingRank(20, RollingRank.Scale.NORMAL, Input.VOLUME),
            "Rolling rank on a normal scale",
            "O(log w)",
            "definition",
            OutputEntry.any("normal quantile((rank - 0.5) / n)", Unit.RATIO)),
        FeatureEntry.of(
            new ExpandingZScore(20),
            "Expanding z-score",
            "O(1)",
            "B. Welford, Technometrics 4, 1962",
            OutputEntry.any("(x[t] - mean(all)) / deviation(all, ddof 1)", Unit.RATIO)),
        FeatureEntry.of(
            new ExpandingMinMax(20),
            "Expanding min-max position",
            "O(1)",
            "definition",
            OutputEntry.within(0, 1, "(x[t] - min(all)) / (max(all) - min(all))", Unit.RATIO)));
  }
}
