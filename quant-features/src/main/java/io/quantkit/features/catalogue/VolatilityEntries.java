package io.quantkit.features.catalogue;

import io.quantkit.features.Convention;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.volatility.AccelerationBands;
import io.quantkit.features.indicator.volatility.Atr;
import io.quantkit.features.indicator.volatility.AtrBands;
import io.quantkit.features.indicator.volatility.AverageDeviation;
import io.quantkit.features.indicator.volatility.AverageRange;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.indicator.volatility.ChaikinVolatility;
import io.quantkit.features.indicator.volatility.DeviationBands;
import io.quantkit.features.indicator.volatility.Donchian;
import io.quantkit.features.indicator.volatility.EnvelopeBands;
import io.quantkit.features.indicator.volatility.EwmaVolatility;
import io.quantkit.features.indicator.volatility.GarmanKlass;
import io.quantkit.features.indicator.volatility.HistoricalVolatility;
import io.quantkit.features.indicator.volatility.Keltner;
import io.quantkit.features.indicator.volatility.Kirshenbaum;
import io.quantkit.features.indicator.volatility.Natr;
import io.quantkit.features.indicator.volatility.Parkinson;
import io.quantkit.features.indicator.volatility.RogersSatchell;
import io.quantkit.features.indicator.volatility.RollingVolatility;
import io.quantkit.features.indicator.volatility.ScaledDeviation;
import io.quantkit.features.indicator.volatility.SemiDeviation;
import io.quantkit.features.indicator.volatility.Squeeze;
import io.quantkit.features.indicator.volatility.TrueRange;
import io.quantkit.features.indicator.volatility.UlcerIndex;
import io.quantkit.features.indicator.volatility.Variance;
import io.quantkit.features.indicator.volatility.VixFix;
import io.quantkit.features.indicator.volatility.YangZhang;
import java.util.ArrayList;
import java.util.List;

/** How much prices move. */
final class VolatilityEntries {
  private static final String WILDER =
      "J. Welles Wilder, New Concepts in Technical Trading Systems, 1978";

  private VolatilityEntries() {}

  static List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    ranges(entries);
    deviations(entries);
    bands(entries);
    estimators(entries);
    others(entries);
    return List.copyOf(entries);
  }

  private static void ranges(List<FeatureEntry> entries) {
    for (Convention convention : Convention.values()) {
      entries.add(
          FeatureEntry.of(
              new Atr(14, convention),
              "Average true range",
              "O(1)",
              "TA-Lib ATR; Tulip atr; TradingView ta.atr; " + WILDER,
              OutputEntry.atLeastZero("wilder(true range, n)", Unit.PRICE)));
      entries.add(
          FeatureEntry.of(
              new TrueRange(convention),
              "True range",
              "O(1)",
              "TA-Lib TRANGE; Tulip tr; " + WILDER,
              OutputEntry.atLeastZero("max(high, close[t-1]) - min(low, close[t-1])", Unit.PRICE)));
      entries.add(
          FeatureEntry.of(
              new Natr(14, convention),
              "Normalised average true range",
              "O(1)",
              "TA-Lib NATR; J. Forman, Technical Analysis of Stocks and Commodities 24, 2006",
              OutputEntry.atLeastZero("100 wilder(true range, n) / close", Unit.PERCENT)));
    }
    entries.add(
        FeatureEntry.of(
            new AverageRange(20),
            "Average range of bars",
            "O(1)",
            "definition; Lean AverageDailyRange",
            OutputEntry.atLeastZero("sma(high - low, n)", Unit.PRICE),
            OutputEntry.atLeastZero("sma(high - low, n) / close", Unit.RATIO)));
  }

  private static void deviations(List<FeatureEntry> entries) {
    entries.add(
        FeatureEntry.of(
            new AverageDeviation(14),
            "Mean absolute deviation",
            "O(w)",
            "TA-Lib AVGDEV; Tulip md",
            OutputEntry.atLeastZero("sum(|x - mean|) / n", Unit.INPUT)));
    entries.add(variance(new Variance(5, 0), "TA-Lib VAR; Tulip var"));
    entries.add(variance(new Variance(10, 1), "TTR runVar"));
    for (double deviations : new double[] {1, 2}) {
      entries.add(
          FeatureEntry.of(
              new ScaledDeviation(5, deviations),
              "Standard deviation times a number",
              "O(1)",
              "TA-Lib STDDEV",
              OutputEntry.atLeastZero("k sqrt(sum((x - mean)^2) / (n - ddof))", Unit.INPUT)));
    }
    for (Input input : new Input[] {Input.CLOSE, Input.VOLUME}) {
      entries.add(
          FeatureEntry.of(
              new UlcerIndex(14, input),
              "Ulcer index",
              "O(1)",
              "P. Martin and B. McCann, The Investor's Guide to Fidelity Funds, 1989",
              OutputEntry.within(
                  0, 100, "sqrt(sma((100 (x / max(x, n) - 1))^2, n))", Unit.PERCENT)));
    }
    entries.add(
        FeatureEntry.of(
            new SemiDeviation(20),
            "Downside deviation of returns",
            "O(1)",
            "F. Sortino and R. van der Meer, Journal of Portfolio Management 17, 1991",
            OutputEntry.atLeastZero("sqrt(mean(min(r - target, 0)^2))", Unit.RATIO)));
  }

  private static FeatureEntry variance(Variance variance, String source) {
    return FeatureEntry.of(
        variance,
        "Variance",
        "O(1)",
        source,
        OutputEntry.atLeastZero("sum((x - mean)^2) / (n - ddof)", Unit.PRICE_SQUARED));
  }

  private static void bands(List<FeatureEntry> entries) {
    entries.add(bollinger(new Bollinger(20)));
    entries.add(bollinger(new Bollinger(20, 2.5, Input.WEIGHTED)));
    entries.add(
        three(
            new DeviationBands(new Ema(20), 20, 2, 1.5),
            "Bands of deviations around an indicator",
            "TA-Lib BBANDS with any MAType",
            "middle + up deviation(n)",
            "middle - down deviation(n)",
            Unit.INPUT));
    entries.add(
        three(
            new EnvelopeBands(new Sma(20), 2.5),
            "Envelopes",
            "definition",
            "middle (1 + percent / 100)",
            "middle (1 - percent / 100)",
            Unit.INPUT));
    entries.add(
        three(
            new AccelerationBands(20),
            "Acceleration bands",
            "TA-Lib ACCBANDS; P. Headley, Big Trends in Trading, 2002",
            "sma(high (1 + 4 (high - low) / (high + low)), n)",
            "sma(low (1 - 4 (high - low) / (high + low)), n)",
            Unit.PRICE));
    for (Keltner keltner :
        List.of(
            new Keltner(20, 10, 2),
            new Keltner(new Ema(20), 10, 2, Keltner.Range.EXPONENTIAL),
            new Keltner(new Sma(20, Input.TYPICAL), 20, 1.5, Keltner.Range.SIMPLE),
            new Keltner(new Sma(10, Input.TYPICAL), 10, 1, Keltner.Range.BARS))) {
      entries.add(
          three(
              keltner,
              "Keltner channels",
              "C. Keltner, How to Make Money in Commodities, 1960; L. Raschke",
              "middle + k range(n)",
              "middle - k range(n)",
              Unit.PRICE));
    }
    entries.add(
        FeatureEntry.of(
            new AtrBands(14, 2),
            "Bands of true ranges",
            "O(1)",
            "definition",
            OutputEntry.any("x + k atr(n)", Unit.PRICE),
            OutputEntry.any("x - k atr(n)", Unit.PRICE)));
    entries.add(donchian(new Donchian(20), "R. Donchian; TA-Lib MIDPRICE; TTR DonchianChannel"));
    entries.add(donchian(new Donchian(20, 1), "price channel; TTR DonchianChannel(include.lag)"));
    entries.add(
        FeatureEntry.of(
            new Kirshenbaum(20, 20, 1.75),
            "Kirshenbaum bands",
            "O(1)",
            "P. Kirshenbaum",
            OutputEntry.any("ema(n) + k error(m)", Unit.INPUT),
            OutputEntry.any("ema(n)", Unit.INPUT),
            OutputEntry.any("ema(n) - k error(m)", Unit.INPUT),
            OutputEntry.atLeastZero("sqrt(sum(residual^2) / (m - 2))", Unit.INPUT)));
    Keltner typical =
        new Keltner(new Ema(20, Input.TYPICAL, Seed.MEAN), 20, 1.5, Keltner.Range.SIMPLE);
    for (Squeeze squeeze : List.of(new Squeeze(20), new Squeeze(20, 2, typical))) {
      entries.add(
          FeatureEntry.of(
              squeeze,
              "Squeeze",
              "O(1)",
              "J. Carter, Mastering the Trade, 2005; Lean SqueezeMomentum",
              OutputEntry.within(0, 1, "1 if bollinger(close) is within keltner", Unit.CODE),
              OutputEntry.atLeastZero("width of bollinger(close) / width of keltner", Unit.RATIO)));
    }
  }

  private static FeatureEntry bollinger(Bollinger bands) {
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

  private static FeatureEntry three(
      Feature bands, String title, String source, String upper, String lower, Unit unit) {
    return FeatureEntry.of(
        bands,
        title,
        "O(1)",
        source,
        OutputEntry.any(upper, unit),
        OutputEntry.any("middle", unit),
        OutputEntry.any(lower, unit));
  }

  private static FeatureEntry donchian(Donchian donchian, String source) {
    // The close may be outside of a channel that ended a bar ago.
    double reach = donchian.lag() == 0 ? 0 : Double.POSITIVE_INFINITY;
    return FeatureEntry.of(
        donchian,
        "Donchian channel",
        "O(1)",
        source,
        OutputEntry.atLeastZero("max(high, n)", Unit.PRICE),
        OutputEntry.atLeastZero("(upper + lower) / 2", Unit.PRICE),
        OutputEntry.atLeastZero("min(low, n)", Unit.PRICE),
        OutputEntry.within(0, 2, "(upper - lower) / middle", Unit.RATIO),
        OutputEntry.within(-reach, 1 + reach, "(close - lower) / (upper - lower)", Unit.RATIO));
  }

  private static void estimators(List<FeatureEntry> entries) {
    entries.add(
        volatility(
            new RollingVolatility(20),
            "Close-to-close volatility",
            "TTR volatility(calc = close)",
            "deviation(log returns, n)"));
    entries.add(
        volatility(
            new RollingVolatility(20, 252),
            "Close-to-close volatility",
            "TTR volatility(calc = close)",
            "deviation(log returns, n) sqrt(periods in a year)"));
    for (HistoricalVolatility.Center center : HistoricalVolatility.Center.values()) {
      for (boolean logarithmic : new boolean[] {true, false}) {
        entries.add(
            volatility(
                new HistoricalVolatility(14, 252, logarithmic, center, Input.CLOSE),
                "Historical volatility",
                "TTR volatility(calc = close, mean0); Tulip volatility",
                "deviation(returns, n) sqrt(periods in a year)"));
      }
    }
    entries.add(
        volatility(
            new EwmaVolatility(0.94),
            "Exponentially weighted volatility",
            "J.P. Morgan and Reuters, RiskMetrics Technical Document, 1996",
            "sqrt(v), v[t] = decay v[t-1] + (1 - decay) r[t]^2"));
    entries.add(
        volatility(
            new Parkinson(10, 252),
            "Parkinson volatility",
            "TTR volatility(calc = parkinson); M. Parkinson, Journal of Business 53, 1980",
            "sqrt(mean(ln(high / low)^2) / (4 ln 2))"));
    entries.add(
        volatility(
            new GarmanKlass(10, 252, false),
            "Garman-Klass volatility",
            "TTR volatility(calc = garman.klass); M. Garman and M. Klass, J. of Business 53, 1980",
            "sqrt(mean(ln(high / low)^2 / 2 - (2 ln 2 - 1) ln(close / open)^2))"));
    entries.add(
        volatility(
            new GarmanKlass(10, 252, true),
            "Garman-Klass-Yang-Zhang volatility",
            "TTR volatility(calc = gk.yz)",
            "Garman-Klass with ln(open[t] / close[t-1])^2 added"));
    entries.add(
        volatility(
            new RogersSatchell(10, 1),
            "Rogers-Satchell volatility",
            "TTR volatility(calc = rogers.satchell); Annals of Applied Probability 1, 1991",
            "sqrt(mean(ln(h / c) ln(h / o) + ln(l / c) ln(l / o)))"));
    entries.add(
        volatility(
            new YangZhang(10, 252),
            "Yang-Zhang volatility",
            "TTR volatility(calc = yang.zhang); D. Yang and Q. Zhang, J. of Business 73, 2000",
            "sqrt(var(ln(o / c[t-1])) + k var(ln(c / o)) + (1 - k) rogers-satchell^2)"));
  }

  private static FeatureEntry volatility(
      Feature volatility, String title, String source, String formula) {
    return FeatureEntry.of(
        volatility, title, "O(1)", source, OutputEntry.atLeastZero(formula, Unit.LOG));
  }

  private static void others(List<FeatureEntry> entries) {
    for (Seed seed : Seed.values()) {
      entries.add(
          FeatureEntry.of(
              new ChaikinVolatility(10, 10, seed),
              "Chaikin volatility",
              "O(1)",
              "M. Chaikin; Tulip cvi; TTR chaikinVolatility",
              new OutputEntry(
                  "100 (ema(high - low, n)[t] / ema(high - low, n)[t-m] - 1)",
                  Unit.PERCENT,
                  -100,
                  Double.POSITIVE_INFINITY)));
    }
    entries.add(
        FeatureEntry.of(
            new VixFix(22),
            "Williams' VIX fix",
            "O(1)",
            "L. Williams, The VIX Fix, Active Trader, December 2007",
            new OutputEntry(
                "100 (max(close, n) - low) / max(close, n)",
                Unit.PERCENT,
                Double.NEGATIVE_INFINITY,
                100)));
  }
}
