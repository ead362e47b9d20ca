package io.quantkit.features.catalogue;

import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import java.util.List;

/** Moving averages. */
final class AverageEntries {
  private AverageEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new Sma(20),
            "Simple moving average",
            "O(1)",
            "TA-Lib SMA",
            OutputEntry.any("sum(x[t-n+1..t]) / n", Unit.INPUT)),
        FeatureEntry.of(
            new Sma(1),
            "Simple moving average of one number",
            "O(1)",
            "TA-Lib SMA",
            OutputEntry.any("x[t]", Unit.INPUT)),
        FeatureEntry.of(
            new Ema(20),
            "Exponential moving average",
            "O(1)",
            "TA-Lib EMA",
            OutputEntry.any("ema[t-1] + 2 / (n + 1) (x[t] - ema[t-1]), from a mean", Unit.INPUT)),
        FeatureEntry.of(
            new Ema(20, Input.TYPICAL, Seed.FIRST),
            "Exponential moving average from the first number",
            "O(1)",
            "pandas ewm(adjust=False), TradingView ta.ema",
            OutputEntry.any("ema[t-1] + 2 / (n + 1) (x[t] - ema[t-1]), from x[0]", Unit.INPUT)));
  }
}
