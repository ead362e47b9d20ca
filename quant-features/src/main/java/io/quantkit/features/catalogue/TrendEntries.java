package io.quantkit.features.catalogue;

import io.quantkit.features.Convention;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.trend.TrendDistance;
import java.util.List;

/** Direction and strength of trends. */
final class TrendEntries {
  private static final String WILDER =
      "J. Welles Wilder, New Concepts in Technical Trading Systems, 1978";

  private TrendEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new TrendDistance(50),
            "Distance from the simple moving average",
            "O(1)",
            "definition",
            OutputEntry.any("x / sma(n) - 1", Unit.RATIO)),
        macd(new Macd(12, 26, 9), "TA-Lib MACD; G. Appel, 1979"),
        macd(new Macd(12, 26, 9, Input.CLOSE, Seed.FIRST), "TradingView ta.macd; G. Appel, 1979"),
        adx(new Adx(14), "TA-Lib ADX, PLUS_DI, MINUS_DI, DX; "),
        adx(new Adx(14, Convention.WILDER), ""),
        adx(new Adx(14, Convention.TRADING_VIEW), "TradingView ta.dmi; "));
  }

  private static FeatureEntry adx(Adx adx, String source) {
    return FeatureEntry.of(
        adx,
        "Directional movement",
        "O(1)",
        source + WILDER,
        OutputEntry.within(0, 100, "wilder(dx, n)", Unit.PERCENT),
        OutputEntry.within(
            0, 100, "100 wilder(plus movement, n) / wilder(true range, n)", Unit.PERCENT),
        OutputEntry.within(
            0, 100, "100 wilder(minus movement, n) / wilder(true range, n)", Unit.PERCENT),
        OutputEntry.within(0, 100, "100 |+di - -di| / (+di + -di)", Unit.PERCENT));
  }

  private static FeatureEntry macd(Macd macd, String source) {
    return FeatureEntry.of(
        macd,
        "Moving average convergence and divergence",
        "O(1)",
        source,
        OutputEntry.any("ema(fast) - ema(slow)", Unit.INPUT),
        OutputEntry.any("ema(line, signal)", Unit.INPUT),
        OutputEntry.any("line - signal", Unit.INPUT));
  }
}
