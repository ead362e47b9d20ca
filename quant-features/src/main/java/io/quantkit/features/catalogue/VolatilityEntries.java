package io.quantkit.features.catalogue;

import io.quantkit.features.Convention;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import java.util.List;

/** How much prices move. */
final class VolatilityEntries {
  private VolatilityEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        atr(new Atr(14), "TA-Lib ATR"),
        atr(new Atr(14, Convention.WILDER), "Wilder's worksheet, Tulip atr"),
        atr(new Atr(14, Convention.TRADING_VIEW), "TradingView ta.atr"),
        bands(new Bollinger(20)),
        bands(new Bollinger(20, 2.5, Input.WEIGHTED)),
        volatility(new RollingVolatility(20), "deviation(log returns, n)"),
        volatility(
            new RollingVolatility(20, 252), "deviation(log returns, n) sqrt(periods in a year)"));
  }

  private static FeatureEntry atr(Atr atr, String source) {
    return FeatureEntry.of(
        atr,
        "Average true range",
        "O(1)",
        source + "; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
        OutputEntry.atLeastZero("wilder(true range, n)", Unit.PRICE));
  }

  private static FeatureEntry bands(Bollinger bands) {
    return FeatureEntry.of(
        bands,
        "Bollinger bands",
        "O(1)",
        "TA-Lib BBANDS; J. Bollinger, Bollinger on Bollinger Bands, 2001",
        OutputEntry.any("sma(n) + k deviation(n, ddof 0)", Unit.INPUT),
        OutputEntry.any("sma(n)", Unit.INPUT),
        OutputEntry.any("sma(n) - k deviation(n, ddof 0)", Unit.INPUT),
        OutputEntry.any("(upper - lower) / middle", Unit.RATIO),
        OutputEntry.any("(x - lower) / (upper - lower)", Unit.RATIO));
  }

  private static FeatureEntry volatility(RollingVolatility volatility, String formula) {
    return FeatureEntry.of(
        volatility,
        "Close-to-close volatility",
        "O(1)",
        "TTR volatility(calc = close)",
        OutputEntry.atLeastZero(formula, Unit.LOG));
  }
}
