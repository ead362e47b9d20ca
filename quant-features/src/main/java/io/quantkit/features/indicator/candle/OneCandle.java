package io.quantkit.features.indicator.candle;

import static io.quantkit.features.indicator.candle.Condition.all;
import static io.quantkit.features.indicator.candle.Condition.any;

/** Patterns of a single candle. */
final class OneCandle {
  private OneCandle() {}

  static Signal beltHold(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.either(
        all(c.longBody(), c.white(), c.noLower()), all(c.longBody(), c.black(), c.noUpper()));
  }

  static Signal closingMarubozu(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.either(
        all(c.longBody(), c.white(), c.noUpper()), all(c.longBody(), c.black(), c.noLower()));
  }

  static Signal marubozu(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.as(c, c.longMarubozu());
  }

  static Signal longLine(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.as(c, all(c.longBody(), c.shortUpper(), c.shortLower()));
  }

  static Signal shortLine(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.as(c, all(c.shortBody(), c.shortUpper(), c.shortLower()));
  }

  static Signal spinningTop(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.as(c, all(c.shortBody(), c.upper().above(c.body()), c.lower().above(c.body())));
  }

  static Signal highWave(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.as(c, all(c.shortBody(), c.veryLongUpper(), c.veryLongLower()));
  }

  static Signal doji(Candles candles) {
    return Signal.bullish(candles.ago(0).doji());
  }

  static Signal dragonflyDoji(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.bullish(all(c.doji(), c.noUpper(), c.someLower()));
  }

  static Signal gravestoneDoji(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.bullish(all(c.doji(), c.noLower(), c.someUpper()));
  }

  static Signal longLeggedDoji(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.bullish(all(c.doji(), any(c.longLower(), c.longUpper())));
  }

  static Signal rickshawMan(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.bullish(
        all(
            c.doji(),
            c.longLower(),
            c.longUpper(),
            c.bottom().atMost(c.middle().plus(c.near())),
            c.top().atLeast(c.middle().minus(c.near()))));
  }

  static Signal takuri(Candles candles) {
    Candle c = candles.ago(0);
    return Signal.bullish(all(c.doji(), c.noUpper(), c.veryLongLower()));
  }
}
