package io.quantkit.features.catalogue;

import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.timeframe.HigherBars;
import io.quantkit.features.timeframe.HigherTimeframe;
import io.quantkit.features.timeframe.RsiAlignment;
import io.quantkit.features.timeframe.TimeframeLevels;
import io.quantkit.features.timeframe.TimeframeTrend;
import java.util.List;

/** Higher timeframes, here of daily bars. */
final class TimeframeEntries {
  private static final HigherBars WEEKS =
      HigherBars.of(Timeframe.DAY_1, Timeframe.WEEK_1, TradingCalendar.alwaysOpen());
  private static final HigherBars MONTHS =
      HigherBars.of(Timeframe.DAY_1, Timeframe.MONTH_1, TradingCalendar.alwaysOpen());

  private TimeframeEntries() {}

  static List<FeatureEntry> entries() {
    List<HigherBars> both = List.of(WEEKS, MONTHS);
    return List.of(
        FeatureEntry.of(
            HigherTimeframe.finished(new Rsi(4), WEEKS),
            "Feature of a higher timeframe: relative strength of weeks",
            "that of the feature",
            "definition: as of the last finished higher bar",
            OutputEntry.within(0, 100, "rsi(n) of finished weeks", Unit.PERCENT)),
        FeatureEntry.of(
            HigherTimeframe.partial(new Atr(4), WEEKS),
            "Feature of a running higher bar: average true range of weeks",
            "that of the feature and a copy of its state",
            "definition: as of the running higher bar of finished bars",
            OutputEntry.atLeastZero("atr(n) of weeks and the running one", Unit.PRICE)),
        FeatureEntry.of(
            new TimeframeTrend(both, 2, 4),
            "Trend of higher timeframes",
            "O(1)",
            "A. Elder, Trading for a Living, 1993, the first of three screens",
            OutputEntry.within(-1, 1, "mean(direction)", Unit.RATIO),
            OutputEntry.within(-1, 1, "sign(ema(fast) - ema(slow)) of weeks", Unit.CODE),
            OutputEntry.within(-1, 1, "sign(ema(fast) - ema(slow)) of months", Unit.CODE)),
        FeatureEntry.of(
            new RsiAlignment(both, 3),
            "Relative strength across timeframes",
            "O(1)",
            "definition",
            OutputEntry.within(-1, 1, "mean(sign(rsi(n) - 50))", Unit.RATIO),
            OutputEntry.within(0, 100, "mean(rsi(n))", Unit.PERCENT),
            OutputEntry.within(0, 100, "max(rsi(n)) - min(rsi(n))", Unit.PERCENT)),
        FeatureEntry.of(
            new TimeframeLevels(both, 3),
            "Support and resistance of several timeframes",
            "O(1)",
            "definition; levels as in R. Donchian's channels, 1960",
            OutputEntry.atLeastZero("max(level <= close)", Unit.PRICE),
            OutputEntry.atLeastZero("min(level >= close)", Unit.PRICE),
            OutputEntry.within(0, 1, "(close - support) / (resistance - support)", Unit.RATIO)));
  }
}
