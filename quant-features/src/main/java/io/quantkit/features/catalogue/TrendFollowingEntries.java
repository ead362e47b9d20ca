package io.quantkit.features.catalogue;

import io.quantkit.features.Convention;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.trend.Adxr;
import io.quantkit.features.indicator.trend.Alligator;
import io.quantkit.features.indicator.trend.Aroon;
import io.quantkit.features.indicator.trend.Begin;
import io.quantkit.features.indicator.trend.Cci;
import io.quantkit.features.indicator.trend.ChandeKrollStop;
import io.quantkit.features.indicator.trend.ChandelierExit;
import io.quantkit.features.indicator.trend.Choppiness;
import io.quantkit.features.indicator.trend.CorrelationTrend;
import io.quantkit.features.indicator.trend.DirectionalMovement;
import io.quantkit.features.indicator.trend.Ichimoku;
import io.quantkit.features.indicator.trend.MacdExtended;
import io.quantkit.features.indicator.trend.MacdFixed;
import io.quantkit.features.indicator.trend.MassIndex;
import io.quantkit.features.indicator.trend.ParabolicSar;
import io.quantkit.features.indicator.trend.ParabolicSarExtended;
import io.quantkit.features.indicator.trend.PercentageOscillator;
import io.quantkit.features.indicator.trend.PriceOscillator;
import io.quantkit.features.indicator.trend.SignalToNoise;
import io.quantkit.features.indicator.trend.SuperTrend;
import io.quantkit.features.indicator.trend.SwingIndex;
import io.quantkit.features.indicator.trend.TrendDetection;
import io.quantkit.features.indicator.trend.TrendIntensity;
import io.quantkit.features.indicator.trend.VerticalHorizontal;
import io.quantkit.features.indicator.trend.Vortex;
import java.util.List;

/** Direction, strength and turns of trends. */
final class TrendFollowingEntries {
  private TrendFollowingEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new VerticalHorizontal(28),
            "Vertical horizontal filter",
            "O(1)",
            "TTR VHF, Tulip vhf; A. White, Futures, August 1991",
            OutputEntry.within(
                0, 1, "(max(x, n) - min(x, n)) / sum(|x[t] - x[t-1]|, n)", Unit.RATIO)),
        FeatureEntry.of(
            new TrendIntensity(60, 30),
            "Trend intensity index",
            "O(1)",
            "M. H. Pee, Stocks and Commodities, June 2002",
            OutputEntry.within(
                0, 100, "100 sum(positive deviations, n) / sum(|deviations|, n)", Unit.PERCENT)),
        FeatureEntry.of(
            new TrendDetection(20, 2),
            "Trend detection index",
            "O(1)",
            "TTR TDI; M. H. Pee, Stocks and Commodities, October 2001",
            OutputEntry.any("|direction| - (sum(|m|, k n) - sum(|m|, n))", Unit.INPUT),
            OutputEntry.any("sum(x[t] - x[t-n], n)", Unit.INPUT)),
        FeatureEntry.of(
            new CorrelationTrend(20),
            "Correlation trend indicator",
            "O(1)",
            "J. Ehlers, Stocks and Commodities, May 2020",
            OutputEntry.within(-1, 1, "correlation(x, time, n)", Unit.RATIO)),
        FeatureEntry.of(
            new Aroon(25),
            "Aroon",
            "O(1)",
            "TA-Lib AROON, AROONOSC; T. Chande, Stocks and Commodities, September 1995",
            OutputEntry.within(0, 100, "100 (n - bars since the highest high) / n", Unit.PERCENT),
            OutputEntry.within(0, 100, "100 (n - bars since the lowest low) / n", Unit.PERCENT),
            OutputEntry.within(-100, 100, "up - down", Unit.PERCENT)),
        FeatureEntry.of(
            new Cci(20),
            "Commodity channel index",
            "O(w)",
            "TA-Lib CCI; D. Lambert, Commodities, October 1980",
            OutputEntry.any(
                "(p - sma(p, n)) / (0.015 mean(|p - sma(p, n)|, n)), p typical price", Unit.RATIO)),
        FeatureEntry.of(
            new Vortex(14),
            "Vortex indicator",
            "O(1)",
            "talipp VTX; E. Botes and D. Siepman, Stocks and Commodities, January 2010",
            OutputEntry.atLeastZero(
                "sum(|high[t] - low[t-1]|, n) / sum(true range, n)", Unit.RATIO),
            OutputEntry.atLeastZero(
                "sum(|low[t] - high[t-1]|, n) / sum(true range, n)", Unit.RATIO)),
        FeatureEntry.of(
            new MassIndex(9, 25),
            "Mass index",
            "O(1)",
            "talipp MassIndex; D. Dorsey, Stocks and Commodities, June 1992",
            OutputEntry.atLeastZero("sum(ema(range, n) / ema(ema(range, n), n), sum)", Unit.RATIO)),
        FeatureEntry.of(
            new MassIndex(9, 25, Seed.FIRST),
            "Mass index, begun with the first value",
            "O(1)",
            "talipp MassIndex; D. Dorsey, Stocks and Commodities, June 1992",
            OutputEntry.atLeastZero("sum(ema(range, n) / ema(ema(range, n), n), sum)", Unit.RATIO)),
        FeatureEntry.of(
            new Choppiness(14, Convention.TRADING_VIEW),
            "Choppiness index",
            "O(1)",
            "talipp CHOP, TradingView Choppiness Index; E. W. Dreiss",
            OutputEntry.within(
                0,
                100,
                "100 log10(sum(true range, n) / (highest - lowest)) / log10(n)",
                Unit.PERCENT)),
        FeatureEntry.of(
            new Choppiness(14, Convention.TA_LIB),
            "Choppiness index without the first bar's range",
            "O(1)",
            "E. W. Dreiss",
            OutputEntry.within(
                0,
                100,
                "100 log10(sum(true range, n) / (highest - lowest)) / log10(n)",
                Unit.PERCENT)),
        FeatureEntry.of(
            new SignalToNoise(14),
            "Signal to noise ratio",
            "O(1)",
            "TTR SNR",
            OutputEntry.atLeastZero("|close[t] - close[t-n]| / wilder(true range, n)", Unit.RATIO)),
        FeatureEntry.of(
            new ChandelierExit(22, 3),
            "Chandelier exit",
            "O(1)",
            "C. Le Beau; A. Elder, Come Into My Trading Room, 2002",
            OutputEntry.any("highest(n) - k atr(n)", Unit.PRICE),
            OutputEntry.any("lowest(n) + k atr(n)", Unit.PRICE)),
        FeatureEntry.of(
            new ChandeKrollStop(10, 1, 9),
            "Chande Kroll stop",
            "O(1)",
            "talipp ChandeKrollStop; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.any("max(highest(n) - k atr(n), m)", Unit.PRICE),
            OutputEntry.any("min(lowest(n) + k atr(n), m)", Unit.PRICE)),
        FeatureEntry.of(
            new Ichimoku(9, 26, 52, 26),
            "Ichimoku",
            "O(1)",
            "G. Hosoda, 1969",
            OutputEntry.any("(highest(9) + lowest(9)) / 2", Unit.PRICE),
            OutputEntry.any("(highest(26) + lowest(26)) / 2", Unit.PRICE),
            OutputEntry.any("(conversion + base)[t-26] / 2", Unit.PRICE),
            OutputEntry.any("(highest(52) + lowest(52))[t-26] / 2", Unit.PRICE),
            OutputEntry.any("close[t] - close[t-26]", Unit.PRICE)),
        FeatureEntry.of(
            new Alligator(),
            "Alligator and gator",
            "O(1)",
            "B. Williams, Trading Chaos, 1995",
            OutputEntry.any("wilder(median price, 13)[t-8]", Unit.PRICE),
            OutputEntry.any("wilder(median price, 8)[t-5]", Unit.PRICE),
            OutputEntry.any("wilder(median price, 5)[t-3]", Unit.PRICE),
            OutputEntry.atLeastZero("|jaw - teeth|", Unit.PRICE),
            new OutputEntry("-|teeth - lips|", Unit.PRICE, Double.NEGATIVE_INFINITY, 0)),
        FeatureEntry.of(
            new SwingIndex(3),
            "Swing index and accumulated swing index",
            "O(1)",
            "J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
            OutputEntry.any(
                "50 (c - c1 + (c - o) / 2 + (c1 - o1) / 4) / r max(|h - c1|, |l - c1|) / limit",
                Unit.PRICE),
            OutputEntry.any("sum of all", Unit.PRICE)),
        FeatureEntry.of(
            new DirectionalMovement(14),
            "Smoothed directional movement",
            "O(1)",
            "TA-Lib PLUS_DM, MINUS_DM; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
            OutputEntry.atLeastZero("n wilder(plus movement, n)", Unit.PRICE),
            OutputEntry.atLeastZero("n wilder(minus movement, n)", Unit.PRICE)),
        FeatureEntry.of(
            new DirectionalMovement(1),
            "Directional movement",
            "O(1)",
            "TA-Lib PLUS_DM, MINUS_DM; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
            OutputEntry.atLeastZero("plus movement", Unit.PRICE),
            OutputEntry.atLeastZero("minus movement", Unit.PRICE)),
        FeatureEntry.of(
            new Adxr(14),
            "Directional movement rating",
            "O(1)",
            "TA-Lib ADXR; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
            OutputEntry.within(0, 100, "(adx[t] + adx[t-n+1]) / 2", Unit.PERCENT)),
        FeatureEntry.of(
            new ParabolicSar(0.02, 0.2),
            "Parabolic stop and reverse",
            "O(1)",
            "TA-Lib SAR; J. Welles Wilder, New Concepts in Technical Trading Systems, 1978",
            OutputEntry.any("sar[t-1] + a (extreme - sar[t-1])", Unit.PRICE),
            OutputEntry.within(-1, 1, "1 in a rising trend, -1 in a falling one", Unit.CODE),
            OutputEntry.within(
                -1, 1, "1 where the trend turns up, -1 where it turns down", Unit.CODE)),
        FeatureEntry.of(
            sarExtended(),
            "Parabolic stop and reverse, extended",
            "O(1)",
            "TA-Lib SAREXT",
            OutputEntry.any("sar, negative for shorts", Unit.PRICE)),
        FeatureEntry.of(
            new SuperTrend(10, 3),
            "SuperTrend",
            "O(1)",
            "TradingView ta.supertrend; O. Seban",
            OutputEntry.any("lower or upper band of (high + low) / 2 +- k atr(n)", Unit.PRICE),
            OutputEntry.within(-1, 1, "1 in a rising trend, -1 in a falling one", Unit.CODE)),
        FeatureEntry.of(
            new SuperTrend(10, 3, Convention.TA_LIB),
            "SuperTrend without the first bar's range",
            "O(1)",
            "O. Seban",
            OutputEntry.any("lower or upper band of (high + low) / 2 +- k atr(n)", Unit.PRICE),
            OutputEntry.within(-1, 1, "1 in a rising trend, -1 in a falling one", Unit.CODE)),
        FeatureEntry.of(
            new PriceOscillator(12, 26, AverageKind.SMA),
            "Absolute price oscillator",
            "O(1)",
            "TA-Lib APO; G. Appel",
            OutputEntry.any("average(fast) - average(slow)", Unit.INPUT)),
        FeatureEntry.of(
            new PercentageOscillator(12, 26, AverageKind.SMA),
            "Percentage price oscillator",
            "O(1)",
            "TA-Lib PPO; G. Appel",
            OutputEntry.any("100 (average(fast) / average(slow) - 1)", Unit.PERCENT)),
        FeatureEntry.of(
            new PriceOscillator(12, 26, AverageKind.EMA),
            "Absolute price oscillator",
            "O(1)",
            "TA-Lib APO; G. Appel",
            OutputEntry.any("average(fast) - average(slow)", Unit.INPUT)),
        FeatureEntry.of(
            new PercentageOscillator(12, 26, AverageKind.EMA),
            "Percentage price oscillator",
            "O(1)",
            "TA-Lib PPO; G. Appel",
            OutputEntry.any("100 (average(fast) / average(slow) - 1)", Unit.PERCENT)),
        FeatureEntry.of(
            new PriceOscillator(5, 20, AverageKind.EMA, Begin.FIRST, Input.CLOSE),
            "Absolute price oscillator, begun with the first value",
            "O(1)",
            "Tulip apo; G. Appel",
            OutputEntry.any("ema(fast) - ema(slow)", Unit.INPUT)),
        FeatureEntry.of(
            new PercentageOscillator(5, 20, AverageKind.EMA, Begin.FIRST, Input.CLOSE),
            "Percentage price oscillator, begun with the first value",
            "O(1)",
            "Tulip ppo; G. Appel",
            OutputEntry.any("100 (ema(fast) / ema(slow) - 1)", Unit.PERCENT)),
        FeatureEntry.of(
            new PriceOscillator(12, 26, AverageKind.EMA, Begin.TOGETHER, Input.CLOSE),
            "Absolute price oscillator of averages that begin together",
            "O(1)",
            "TA-Lib MACD without signal; G. Appel",
            OutputEntry.any("ema(fast) - ema(slow)", Unit.INPUT)),
        FeatureEntry.of(
            new MacdExtended(12, AverageKind.SMA, 26, AverageKind.SMA, 9, AverageKind.SMA),
            "Moving average convergence and divergence of any average",
            "O(1)",
            "TA-Lib MACDEXT; G. Appel",
            OutputEntry.any("average(fast) - average(slow)", Unit.INPUT),
            OutputEntry.any("average(line, signal)", Unit.INPUT),
            OutputEntry.any("line - signal", Unit.INPUT)),
        FeatureEntry.of(
            new MacdExtended(12, AverageKind.EMA, 26, AverageKind.EMA, 9, AverageKind.EMA),
            "Moving average convergence and divergence of any average",
            "O(1)",
            "TA-Lib MACDEXT; G. Appel",
            OutputEntry.any("average(fast) - average(slow)", Unit.INPUT),
            OutputEntry.any("average(line, signal)", Unit.INPUT),
            OutputEntry.any("line - signal", Unit.INPUT)),
        FeatureEntry.of(
            new MacdFixed(9),
            "Moving average convergence and divergence with Appel's weights",
            "O(1)",
            "TA-Lib MACDFIX, Tulip macd; G. Appel, 1979",
            OutputEntry.any("smooth(x, 0.15) - smooth(x, 0.075)", Unit.INPUT),
            OutputEntry.any("ema(line, signal)", Unit.INPUT),
            OutputEntry.any("line - signal", Unit.INPUT)),
        FeatureEntry.of(
            new MacdFixed(9, Input.CLOSE, Seed.FIRST),
            "Moving average convergence and divergence with Appel's weights, begun with the first value",
            "O(1)",
            "after TA-Lib MACDFIX, Tulip macd; G. Appel, 1979",
            OutputEntry.any("smooth(x, 0.15) - smooth(x, 0.075)", Unit.INPUT),
            OutputEntry.any("ema(line, signal)", Unit.INPUT),
            OutputEntry.any("line - signal", Unit.INPUT)));
  }

  private static ParabolicSarExtended sarExtended() {
    return new ParabolicSarExtended(
        0,
        0.01,
        new ParabolicSarExtended.Acceleration(0.02, 0.02, 0.2),
        new ParabolicSarExtended.Acceleration(0.03, 0.01, 0.1));
  }
}
