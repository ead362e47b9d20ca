package io.quantkit.features.catalogue;

import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.regime.BullBear;
import io.quantkit.features.regime.Combination;
import io.quantkit.features.regime.CrossOver;
import io.quantkit.features.regime.Difference;
import io.quantkit.features.regime.Lagged;
import io.quantkit.features.regime.MacdAdx;
import io.quantkit.features.regime.MarketPhase;
import io.quantkit.features.regime.RsiBands;
import io.quantkit.features.regime.TrendOrRange;
import io.quantkit.features.regime.VolatilityRegime;
import io.quantkit.features.regime.VolumeDivergence;
import java.util.List;

/** Regimes, and features put together of features. */
final class RegimeEntries {
  private RegimeEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new RsiBands(),
            "Relative strength and place within the bands",
            "O(1)",
            "J. Bollinger, Bollinger on Bollinger Bands, 2001",
            OutputEntry.any("((rsi - 50) / 50 + (2 position - 1)) / 2", Unit.RATIO),
            OutputEntry.within(
                -1, 1, "1: rsi <= low and position <= 0, -1: the opposite", Unit.CODE)),
        FeatureEntry.of(
            new MacdAdx(),
            "Moving average divergence confirmed by directional movement",
            "O(1)",
            "J. Welles Wilder, New Concepts in Technical Trading Systems, 1978; G. Appel, 1979",
            OutputEntry.within(
                -1, 1, "sign(histogram) if adx >= threshold and = sign(+di - -di)", Unit.CODE),
            OutputEntry.within(-100, 100, "sign(histogram) adx", Unit.PERCENT)),
        FeatureEntry.of(
            new VolumeDivergence(20),
            "Divergence of price and volume",
            "O(1)",
            "J. Granville, New Key to Stock Market Profits, 1963",
            OutputEntry.within(-1, 1, "1: price falls, obv rises, -1: the opposite", Unit.CODE),
            OutputEntry.within(-1, 1, "(obv - obv[n]) / sum(volume, n)", Unit.RATIO)),
        FeatureEntry.of(
            new TrendOrRange(),
            "Trend or range",
            "O(1)",
            "J. Welles Wilder, 1978; P. Kaufman, Smarter Trading, 1995; E. W. Dreiss, 1993",
            OutputEntry.within(
                -1, 1, "sign(+di - -di) if adx >= trend and choppiness <= chop", Unit.CODE),
            OutputEntry.within(0, 1, "|close - close[n]| / sum(|change|, n)", Unit.RATIO),
            OutputEntry.atLeastZero(
                "100 log10(sum(true range, n) / (highest - lowest)) / log10(n)", Unit.PERCENT)),
        FeatureEntry.of(
            new VolatilityRegime(20, 100, 0.25, 0.75),
            "Volatility regime",
            "O(log w)",
            "definition; quantiles: R. Hyndman and Y. Fan, The American Statistician 50, 1996",
            OutputEntry.within(0, 2, "0: below lower, 2: above upper, else 1", Unit.CODE),
            OutputEntry.atLeastZero("deviation(ln(x[t] / x[t-1]), n)", Unit.LOG),
            OutputEntry.atLeastZero("quantile(volatility, w, lower)", Unit.LOG),
            OutputEntry.atLeastZero("quantile(volatility, w, upper)", Unit.LOG)),
        FeatureEntry.of(
            new MarketPhase(50, 200),
            "Phase of the market cycle",
            "O(1)",
            "C. Dukas and T. Parker Gallagher, The TrendAdvisor Guide to Breakthrough Profits,"
                + " 2006",
            OutputEntry.within(1, 6, "order of price, sma(fast), sma(slow)", Unit.CODE)),
        FeatureEntry.of(
            new BullBear(0.2, 0.15),
            "Bull and bear markets",
            "O(1)",
            "A. Lunde and A. Timmermann, Journal of Business and Economic Statistics 22, 2004",
            OutputEntry.within(-1, 1, "1: bull, -1: bear, 0: neither yet", Unit.CODE),
            OutputEntry.within(-1, 1, "state at the bar that tells it, else 0", Unit.CODE),
            OutputEntry.atLeastZero("bars since the turning point when told, else 0", Unit.BARS),
            OutputEntry.within(-1, Double.POSITIVE_INFINITY, "x / extreme - 1", Unit.RATIO)),
        FeatureEntry.of(
            Combination.of(
                FeatureName.of("tech", "spread-of-averages", "10x50", "raw"),
                List.of(new Ema(10), new Ema(50)),
                values -> values[0] / values[1] - 1),
            "Any function of features: here the distance of two averages",
            "that of its parts",
            "definition",
            OutputEntry.any("function(outputs of parts)", Unit.RATIO)),
        FeatureEntry.of(
            new Lagged(new Rsi(14), 5),
            "Feature some bars ago: here relative strength",
            "that of the feature",
            "definition",
            OutputEntry.within(0, 100, "y[t-lag]", Unit.PERCENT)),
        FeatureEntry.of(
            new Difference(new Sma(20), 5),
            "Change of a feature: here of an average",
            "that of the feature",
            "definition",
            OutputEntry.any("y[t] - y[t-lag]", Unit.PRICE)),
        FeatureEntry.of(
            CrossOver.of(new Sma(10), new Ema(50)),
            "Cross of two features: here of two averages",
            "that of the features",
            "TradingView ta.crossover, ta.crossunder",
            OutputEntry.within(
                -1, 1, "1: a > b after a <= b, -1: a < b after a >= b, else 0", Unit.CODE)));
  }
}
