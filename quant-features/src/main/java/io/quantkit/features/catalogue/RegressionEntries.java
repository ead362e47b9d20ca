package io.quantkit.features.catalogue;

import io.quantkit.features.statistic.LinearRegression;
import io.quantkit.features.statistic.QuadraticRegression;
import java.util.List;

/** Lines and curves fitted to a rolling window. */
final class RegressionEntries {
  private RegressionEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new LinearRegression(14),
            "Linear regression on time",
            "O(1)",
            "least squares; TA-Lib LINEARREG, LINEARREG_SLOPE, LINEARREG_INTERCEPT,"
                + " LINEARREG_ANGLE, TSF",
            OutputEntry.any("a + b (n - 1)", Unit.INPUT),
            OutputEntry.any("b = sum((i - mean) x[i]) / sum((i - mean)^2)", Unit.INPUT),
            OutputEntry.any("a", Unit.INPUT),
            OutputEntry.within(-90, 90, "atan(b) in degrees", Unit.OTHER),
            OutputEntry.any("a + b n", Unit.INPUT),
            OutputEntry.within(0, 1, "1 - sum(e^2) / sum((x - mean)^2)", Unit.RATIO),
            OutputEntry.any("x[t] - a - b (n - 1)", Unit.INPUT),
            OutputEntry.atLeastZero("s = sqrt(sum(e^2) / (n - 2))", Unit.INPUT),
            OutputEntry.atLeastZero("s / sqrt(sum((i - mean)^2))", Unit.INPUT)),
        FeatureEntry.of(
            new QuadraticRegression(20),
            "Quadratic regression on time",
            "O(1)",
            "least squares; A. Savitzky and M. Golay, Analytical Chemistry 36, 1964",
            OutputEntry.any("a + b (n - 1) + c (n - 1)^2", Unit.INPUT),
            OutputEntry.any("b + 2 c (n - 1)", Unit.INPUT),
            OutputEntry.any("2 c", Unit.INPUT),
            OutputEntry.within(0, 1, "1 - sum(e^2) / sum((x - mean)^2)", Unit.RATIO),
            OutputEntry.any("slope / (2 c)", Unit.BARS),
            OutputEntry.within(-1, 1, "sign of a change of sign of c", Unit.CODE)));
  }
}
