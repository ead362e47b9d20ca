package io.quantkit.features.catalogue;

import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.volume.AccumulationDistribution;
import io.quantkit.features.indicator.volume.AnchoredVwap;
import io.quantkit.features.indicator.volume.ChaikinMoneyFlow;
import io.quantkit.features.indicator.volume.ChaikinOscillator;
import io.quantkit.features.indicator.volume.EaseOfMovement;
import io.quantkit.features.indicator.volume.ForceIndex;
import io.quantkit.features.indicator.volume.IntradayIntensity;
import io.quantkit.features.indicator.volume.Klinger;
import io.quantkit.features.indicator.volume.MarketFacilitation;
import io.quantkit.features.indicator.volume.NegativeVolumeIndex;
import io.quantkit.features.indicator.volume.NetVolume;
import io.quantkit.features.indicator.volume.Obv;
import io.quantkit.features.indicator.volume.PercentageVolumeOscillator;
import io.quantkit.features.indicator.volume.PositiveVolumeIndex;
import io.quantkit.features.indicator.volume.PriceVolumeTrend;
import io.quantkit.features.indicator.volume.RollingVwap;
import io.quantkit.features.indicator.volume.SessionVwap;
import io.quantkit.features.indicator.volume.SmoothedObv;
import io.quantkit.features.indicator.volume.TimeSegmentedVolume;
import io.quantkit.features.indicator.volume.TwiggsMoneyFlow;
import io.quantkit.features.indicator.volume.VolumeOscillator;
import io.quantkit.features.indicator.volume.VolumeProfile;
import io.quantkit.features.indicator.volume.VolumeRatio;
import io.quantkit.features.indicator.volume.VolumeWeightedMomentum;
import io.quantkit.features.indicator.volume.VolumeZoneOscillator;
import io.quantkit.features.indicator.volume.WilliamsAccumulation;
import java.util.ArrayList;
import java.util.List;

/** What volume tells about prices. */
final class VolumeEntries {
  private VolumeEntries() {}

  static List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    totals(entries);
    flows(entries);
    activity(entries);
    prices(entries);
    return List.copyOf(entries);
  }

  private static void totals(List<FeatureEntry> entries) {
    entries.add(
        FeatureEntry.of(
            new Obv(),
            "On-balance volume",
            "O(1)",
            "TA-Lib OBV; J. Granville, New Key to Stock Market Profits, 1963",
            OutputEntry.any("obv[t-1] + sign(close[t] - close[t-1]) volume[t]", Unit.VOLUME)));
    entries.add(
        any(
            new SmoothedObv(20),
            "Smoothed on-balance volume",
            "talipp SOBV; Lean SmoothedOnBalanceVolume",
            "sma(obv, n)",
            Unit.VOLUME));
    entries.add(
        any(
            new AccumulationDistribution(),
            "Accumulation and distribution line",
            "TA-Lib AD; TTR chaikinAD; M. Chaikin",
            "ad[t-1] + volume ((c - l) - (h - c)) / (h - l)",
            Unit.VOLUME));
    entries.add(
        any(
            new PriceVolumeTrend(),
            "Price and volume trend",
            "definition",
            "pvt[t-1] + volume[t] (close[t] / close[t-1] - 1)",
            Unit.VOLUME));
    entries.add(
        FeatureEntry.of(
            new NegativeVolumeIndex(),
            "Negative volume index",
            "O(1)",
            "Tulip nvi; N. Fosback, Stock Market Logic, 1976",
            OutputEntry.atLeastZero(
                "nvi[t-1] (volume[t] < volume[t-1] ? close[t] / close[t-1] : 1)", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new PositiveVolumeIndex(),
            "Positive volume index",
            "O(1)",
            "Tulip pvi; N. Fosback, Stock Market Logic, 1976",
            OutputEntry.atLeastZero(
                "pvi[t-1] (volume[t] > volume[t-1] ? close[t] / close[t-1] : 1)", Unit.RATIO)));
    entries.add(
        any(
            new WilliamsAccumulation(),
            "Williams' accumulation and distribution",
            "Tulip wad; L. Williams, 1973",
            "wad[t-1] + (c > c[t-1] ? c - min(l, c[t-1]) : c < c[t-1] ? c - max(h, c[t-1]) : 0)",
            Unit.PRICE));
  }

  private static void flows(List<FeatureEntry> entries) {
    for (Seed seed : Seed.values()) {
      entries.add(
          any(
              new ChaikinOscillator(3, 10, seed),
              "Chaikin oscillator",
              "TA-Lib ADOSC; M. Chaikin",
              "ema(ad, fast) - ema(ad, slow)",
              Unit.VOLUME));
      entries.add(
          any(
              new ForceIndex(13, seed),
              "Elder's force index",
              "A. Elder, Trading for a Living, 1993",
              "ema((close[t] - close[t-1]) volume[t], n)",
              Unit.NOTIONAL));
    }
    entries.add(
        any(
            new ForceIndex(1),
            "Elder's force of a bar",
            "A. Elder, Trading for a Living, 1993",
            "(close[t] - close[t-1]) volume[t]",
            Unit.NOTIONAL));
    entries.add(
        within(
            new ChaikinMoneyFlow(20),
            "Chaikin money flow",
            "TTR CMF; M. Chaikin",
            1,
            "sum(volume clv, n) / sum(volume, n)",
            Unit.RATIO));
    entries.add(
        any(
            new IntradayIntensity(),
            "Intraday intensity",
            "D. Bostian",
            "volume (2 c - h - l) / (h - l)",
            Unit.VOLUME));
    entries.add(
        within(
            new TwiggsMoneyFlow(21),
            "Twiggs money flow",
            "C. Twiggs",
            1,
            "wilder(volume clv(true high, true low), n) / wilder(volume, n)",
            Unit.RATIO));
    entries.add(
        any(
            new EaseOfMovement(14, 10000),
            "Ease of movement",
            "Tulip emv; R. Arms, Volume Cycles in the Stock Market, 1983",
            "sma((m[t] - m[t-1]) (h - l) scale / volume, n), m = (h + l) / 2",
            Unit.OTHER));
    for (Klinger.Rule rule : Klinger.Rule.values()) {
      entries.add(
          FeatureEntry.of(
              new Klinger(34, 55, 13, rule),
              "Klinger volume oscillator",
              "O(1)",
              "Tulip kvo; talipp KVO; TradingView; S. Klinger, Stocks and Commodities 15, 1997",
              OutputEntry.any("ema(force, fast) - ema(force, slow)", Unit.VOLUME),
              OutputEntry.any("ema(line, signal)", Unit.VOLUME)));
    }
    entries.add(
        any(
            new TimeSegmentedVolume(18),
            "Time segmented volume",
            "D. Worden",
            "sum(volume[t] (close[t] - close[t-1]), n)",
            Unit.NOTIONAL));
    entries.add(
        any(
            new NetVolume(),
            "Net volume",
            "definition",
            "sign(close[t] - close[t-1]) volume[t]",
            Unit.VOLUME));
    entries.add(
        within(
            new VolumeZoneOscillator(14),
            "Volume zone oscillator",
            "W. Khalil and D. Steckler, Stocks and Commodities 29, 2011",
            100,
            "100 ema(signed volume, n) / ema(volume, n)",
            Unit.PERCENT));
    entries.add(
        any(
            new VolumeWeightedMomentum(20),
            "Volume-weighted momentum",
            "definition",
            "sum(volume[t] (close[t] / close[t-1] - 1), n) / sum(volume, n)",
            Unit.RATIO));
  }

  private static void activity(List<FeatureEntry> entries) {
    entries.add(
        FeatureEntry.of(
            new Sma(20, Input.VOLUME),
            "Simple average of volume",
            "O(1)",
            "TA-Lib SMA",
            OutputEntry.atLeastZero("sma(volume, n)", Unit.INPUT)));
    entries.add(
        FeatureEntry.of(
            new Ema(20, Input.VOLUME, Seed.MEAN),
            "Exponential average of volume",
            "O(1)",
            "TA-Lib EMA",
            OutputEntry.atLeastZero("ema(volume, n)", Unit.INPUT)));
    entries.add(
        FeatureEntry.of(
            new VolumeRatio(20),
            "Volume over its average",
            "O(1)",
            "definition",
            OutputEntry.within(0, 20, "volume / sma(volume, n)", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new VolumeOscillator(5, 20),
            "Volume oscillator",
            "O(1)",
            "Tulip vosc",
            OutputEntry.within(
                -100,
                300,
                "100 (sma(volume, fast) - sma(volume, slow)) / sma(volume, slow)",
                Unit.PERCENT)));
    for (Seed seed : Seed.values()) {
      entries.add(
          FeatureEntry.of(
              new PercentageVolumeOscillator(12, 26, 9, seed),
              "Percentage volume oscillator",
              "O(1)",
              "G. Appel's PPO of volume",
              new OutputEntry(
                  "100 (ema(volume, fast) - ema(volume, slow)) / ema(volume, slow)",
                  Unit.PERCENT,
                  -100,
                  Double.POSITIVE_INFINITY),
              new OutputEntry("ema(line, signal)", Unit.PERCENT, -100, Double.POSITIVE_INFINITY),
              OutputEntry.any("line - signal", Unit.PERCENT)));
    }
    entries.add(
        FeatureEntry.of(
            new MarketFacilitation(),
            "Market facilitation index",
            "O(1)",
            "Tulip marketfi; B. Williams, Trading Chaos, 1995",
            OutputEntry.atLeastZero("(high - low) / volume", Unit.PRICE_PER_VOLUME)));
  }

  private static void prices(List<FeatureEntry> entries) {
    for (Feature vwap :
        List.of(
            new SessionVwap(TradingCalendar.alwaysOpen()),
            new SessionVwap(TradingCalendar.xnys()),
            new AnchoredVwap(0),
            new RollingVwap(20),
            new RollingVwap(20, 2, Input.CLOSE))) {
      entries.add(
          FeatureEntry.of(
              vwap,
              "Volume-weighted average price",
              "O(1)",
              "definition; TTR VWAP; D. West, Communications of the ACM 22, 1979",
              OutputEntry.atLeastZero("sum(volume x) / sum(volume)", Unit.PRICE),
              OutputEntry.atLeastZero("vwap + k deviation", Unit.PRICE),
              OutputEntry.any("vwap - k deviation", Unit.PRICE),
              OutputEntry.atLeastZero("sqrt(sum(volume (x - vwap)^2) / sum(volume))", Unit.PRICE)));
    }
    entries.add(
        FeatureEntry.of(
            new VolumeProfile(20, 24),
            "Volume profile",
            "O(w)",
            "J. Dalton, Mind over Markets, 1990",
            OutputEntry.atLeastZero("middle of the level with the most volume", Unit.PRICE),
            OutputEntry.atLeastZero("upper border of the value area", Unit.PRICE),
            OutputEntry.atLeastZero("lower border of the value area", Unit.PRICE),
            OutputEntry.within(0, 1, "volume of the level / volume", Unit.RATIO)));
  }

  private static FeatureEntry any(
      Feature feature, String title, String source, String formula, Unit unit) {
    return FeatureEntry.of(feature, title, "O(1)", source, OutputEntry.any(formula, unit));
  }

  private static FeatureEntry within(
      Feature feature, String title, String source, double bound, String formula, Unit unit) {
    return FeatureEntry.of(
        feature, title, "O(1)", source, OutputEntry.within(-bound, bound, formula, unit));
  }
}
