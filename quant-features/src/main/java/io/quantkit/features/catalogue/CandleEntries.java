package io.quantkit.features.catalogue;

import io.quantkit.features.indicator.candle.CandleBias;
import io.quantkit.features.indicator.candle.CandleKind;
import io.quantkit.features.indicator.candle.CandleMeasure;
import io.quantkit.features.indicator.candle.CandlePattern;
import io.quantkit.features.indicator.candle.CandlePatterns;
import io.quantkit.features.indicator.candle.CandleSetting;
import io.quantkit.features.indicator.candle.CandleSettings;
import java.util.List;

/** Candle patterns. */
final class CandleEntries {
  private static final String SOURCE =
      "TA-Lib 0.6; G. Morris, Candlestick Charting Explained, 1995; D. Chesler, 2004 (hikkake)";

  private CandleEntries() {}

  static List<FeatureEntry> entries() {
    CandlePatterns all = CandlePatterns.all();
    return List.of(
        new FeatureEntry(
            all,
            "Candle patterns",
            "O(1)",
            SOURCE,
            all.patterns().stream().map(pattern -> output(pattern.kind())).toList()),
        single(new CandlePattern(CandleKind.DARK_CLOUD_COVER, 0.3)),
        single(CandlePattern.of(CandleKind.ENGULFING, CandleSettings.TA_LIB_0_4)),
        single(
            CandlePattern.of(
                CandleKind.HARAMI,
                CandleSettings.TA_LIB.withBodies(
                    new CandleSetting(CandleMeasure.BODY, 20, 1.5),
                    new CandleSetting(CandleMeasure.BODY, 20, 0.5)))));
  }

  private static FeatureEntry single(CandlePattern pattern) {
    return FeatureEntry.of(pattern, "Candle pattern", "O(1)", SOURCE, output(pattern.kind()));
  }

  private static OutputEntry output(CandleKind kind) {
    int most = kind.strongest();
    return OutputEntry.within(
        kind.bias() == CandleBias.BULLISH || kind.bias() == CandleBias.NEUTRAL ? 0 : -most,
        kind.bias() == CandleBias.BEARISH ? 0 : most,
        kind.taLibName() + "(open, high, low, close)[t]",
        Unit.CODE);
  }
}
