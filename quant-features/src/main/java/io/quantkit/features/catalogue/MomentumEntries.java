package io.quantkit.features.catalogue;

import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import java.util.List;

/** Speed and exhaustion of movements. */
final class MomentumEntries {
  private MomentumEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new Rsi(14),
            "Relative strength index",
            "O(1)",
            "TA-Lib RSI; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
            OutputEntry.within(
                0,
                100,
                "100 wilder(gains, n) / (wilder(gains, n) + wilder(losses, n))",
                Unit.PERCENT)),
        roc(new Roc(10), "TA-Lib ROC", "100 (x[t] / x[t-n] - 1)", Unit.PERCENT),
        roc(new Roc(10, Roc.Scale.FRACTION), "TA-Lib ROCP", "x[t] / x[t-n] - 1", Unit.RATIO),
        roc(new Roc(10, Roc.Scale.LOG), "TTR ROC", "ln(x[t] / x[t-n])", Unit.LOG),
        roc(new Roc(10, Roc.Scale.DIFFERENCE), "TA-Lib MOM", "x[t] - x[t-n]", Unit.INPUT));
  }

  private static FeatureEntry roc(Roc roc, String source, String formula, Unit unit) {
    return FeatureEntry.of(roc, "Rate of change", "O(1)", source, OutputEntry.any(formula, unit));
  }
}
