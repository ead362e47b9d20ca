package io.quantkit.features.catalogue;

import io.quantkit.features.Convention;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.momentum.Roc;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.momentum.RsiGrid;
import java.util.Collections;
import java.util.List;

/** Speed and exhaustion of movements. */
final class MomentumEntries {
  private MomentumEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        rsi(new Rsi(14), "TA-Lib RSI"),
        grid(new RsiGrid(List.of(7, 21, 28), Input.CLOSE)),
        rsi(new Rsi(14, Input.CLOSE, Convention.WILDER), "Wilder's worksheet"),
        rsi(new Rsi(14, Input.CLOSE, Convention.TRADING_VIEW), "TradingView ta.rsi"),
        roc(new Roc(10), "TA-Lib ROC", "100 (x[t] / x[t-n] - 1)", Unit.PERCENT),
        roc(new Roc(10, Roc.Scale.FRACTION), "TA-Lib ROCP", "x[t] / x[t-n] - 1", Unit.RATIO),
        roc(new Roc(10, Roc.Scale.RATIO), "TA-Lib ROCR", "x[t] / x[t-n]", Unit.RATIO),
        roc(
            new Roc(10, Roc.Scale.RATIO_PERCENT),
            "TA-Lib ROCR100",
            "100 x[t] / x[t-n]",
            Unit.PERCENT),
        roc(new Roc(10, Roc.Scale.LOG), "TTR ROC", "ln(x[t] / x[t-n])", Unit.LOG),
        roc(new Roc(10, Roc.Scale.DIFFERENCE), "TA-Lib MOM", "x[t] - x[t-n]", Unit.INPUT));
  }

  private static FeatureEntry rsi(Rsi rsi, String source) {
    return FeatureEntry.of(
        rsi,
        "Relative strength index",
        "O(1)",
        source + "; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
        OutputEntry.within(
            0, 100, "100 wilder(gains, n) / wilder(gains and losses, n)", Unit.PERCENT));
  }

  private static FeatureEntry grid(RsiGrid grid) {
    OutputEntry output =
        OutputEntry.within(
            0, 100, "100 wilder(gains, n) / wilder(gains and losses, n)", Unit.PERCENT);
    return new FeatureEntry(
        grid,
        "Relative strength index by period",
        "O(1)",
        "TA-Lib RSI",
        Collections.nCopies(grid.periods().size(), output));
  }

  private static FeatureEntry roc(Roc roc, String source, String formula, Unit unit) {
    return FeatureEntry.of(roc, "Rate of change", "O(1)", source, OutputEntry.any(formula, unit));
  }
}
