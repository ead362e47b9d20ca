package io.quantkit.features.catalogue;

import io.quantkit.features.Input;
import io.quantkit.features.statistic.InputBeta;
import io.quantkit.features.statistic.InputCorrelation;
import io.quantkit.features.statistic.InputCovariance;
import java.util.List;

/** Statistics of two numbers of the same bars. */
final class PairEntries {
  private PairEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        correlation(new InputCorrelation(30, Input.HIGH, Input.LOW)),
        correlation(new InputCorrelation(60, Input.CLOSE, Input.VOLUME)),
        FeatureEntry.of(
            new InputBeta(5, Input.HIGH, Input.LOW),
            "Slope between two numbers' changes",
            "O(1)",
            "TA-Lib BETA",
            OutputEntry.any("sxy / sxx of x[t] / x[t-1] - 1 and y[t] / y[t-1] - 1", Unit.RATIO)),
        FeatureEntry.of(
            new InputCovariance(10, 1, Input.CLOSE, Input.VOLUME),
            "Covariance of two numbers",
            "O(1)",
            "TTR runCov",
            OutputEntry.any("sxy / (n - ddof)", Unit.NOTIONAL)));
  }

  private static FeatureEntry correlation(InputCorrelation correlation) {
    return FeatureEntry.of(
        correlation,
        "Correlation of two numbers",
        "O(1)",
        "TA-Lib CORREL; TTR runCor",
        OutputEntry.within(-1, 1, "sxy / sqrt(sxx syy)", Unit.RATIO));
  }
}
