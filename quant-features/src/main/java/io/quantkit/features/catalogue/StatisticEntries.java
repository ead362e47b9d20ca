package io.quantkit.features.catalogue;

import io.quantkit.features.Input;
import io.quantkit.features.statistic.Drawdown;
import io.quantkit.features.statistic.ReturnSkewness;
import io.quantkit.features.statistic.RollingQuantile;
import io.quantkit.features.statistic.StandardDeviation;
import io.quantkit.features.statistic.ZScore;
import java.util.List;

/** Statistics of a rolling window. */
final class StatisticEntries {
  private StatisticEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        deviation(new StandardDeviation(20, 0), "TA-Lib STDDEV"),
        deviation(new StandardDeviation(20, 1), "pandas rolling.std"),
        score(new ZScore(60)),
        score(new ZScore(20, 0, Input.VOLUME)),
        FeatureEntry.of(
            new ReturnSkewness(60),
            "Skewness of returns",
            "O(1)",
            "pandas rolling.skew; D. Joanes and C. Gill, The Statistician 47, 1998",
            OutputEntry.any("sqrt(n (n - 1)) / (n - 2) m3 / m2^1.5", Unit.RATIO)),
        quantile(new RollingQuantile(20, 0.5)),
        quantile(new RollingQuantile(60, 0.05, Input.VOLUME)),
        FeatureEntry.of(
            new Drawdown(60),
            "Drawdown from the rolling high",
            "O(1)",
            "definition",
            OutputEntry.within(-1, 0, "x[t] / max(x, n) - 1", Unit.RATIO)));
  }

  private static FeatureEntry deviation(StandardDeviation deviation, String source) {
    return FeatureEntry.of(
        deviation,
        "Standard deviation",
        "O(1)",
        source,
        OutputEntry.atLeastZero("sqrt(sum((x - mean)^2) / (n - ddof))", Unit.INPUT));
  }

  private static FeatureEntry score(ZScore score) {
    double bound = (score.period() - 1) / Math.sqrt(score.period() - score.ddof());
    return FeatureEntry.of(
        score,
        "Z-score",
        "O(1)",
        "definition; bound: P. Samuelson, JASA 63, 1968",
        OutputEntry.within(-bound, bound, "(x[t] - mean(n)) / deviation(n, ddof)", Unit.RATIO));
  }

  private static FeatureEntry quantile(RollingQuantile quantile) {
    return FeatureEntry.of(
        quantile,
        "Rolling quantile",
        "O(log w)",
        "pandas rolling.quantile; R. Hyndman and Y. Fan, The American Statistician 50, 1996, type 7",
        OutputEntry.any("quantile(x[t-n+1..t], p)", Unit.INPUT));
  }
}
