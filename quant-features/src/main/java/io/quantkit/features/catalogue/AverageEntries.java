package io.quantkit.features.catalogue;

import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.Alma;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Dema;
import io.quantkit.features.indicator.average.DeviationVidya;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Evwma;
import io.quantkit.features.indicator.average.Frama;
import io.quantkit.features.indicator.average.Hma;
import io.quantkit.features.indicator.average.Kama;
import io.quantkit.features.indicator.average.Laguerre;
import io.quantkit.features.indicator.average.Lsma;
import io.quantkit.features.indicator.average.Mama;
import io.quantkit.features.indicator.average.McGinley;
import io.quantkit.features.indicator.average.MidPrice;
import io.quantkit.features.indicator.average.Midpoint;
import io.quantkit.features.indicator.average.RegressionSlope;
import io.quantkit.features.indicator.average.RelativeAverage;
import io.quantkit.features.indicator.average.SineWeighted;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.average.Smma;
import io.quantkit.features.indicator.average.SuperSmoother;
import io.quantkit.features.indicator.average.SwissArmyKnife;
import io.quantkit.features.indicator.average.T3;
import io.quantkit.features.indicator.average.Tema;
import io.quantkit.features.indicator.average.Trima;
import io.quantkit.features.indicator.average.VariablePeriodAverage;
import io.quantkit.features.indicator.average.Vidya;
import io.quantkit.features.indicator.average.Vwma;
import io.quantkit.features.indicator.average.Wma;
import io.quantkit.features.indicator.average.Zlema;
import io.quantkit.features.indicator.cycle.DominantCyclePeriod;
import java.util.List;

/** Moving averages. */
final class AverageEntries {
  private AverageEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new Sma(20),
            "Simple moving average",
            "O(1)",
            "TA-Lib SMA",
            OutputEntry.any("sum(x[t-n+1..t]) / n", Unit.INPUT)),
        FeatureEntry.of(
            new Sma(1),
            "Simple moving average of one number",
            "O(1)",
            "TA-Lib SMA",
            OutputEntry.any("x[t]", Unit.INPUT)),
        FeatureEntry.of(
            new Ema(20),
            "Exponential moving average",
            "O(1)",
            "TA-Lib EMA",
            OutputEntry.any("ema[t-1] + 2 / (n + 1) (x[t] - ema[t-1]), from a mean", Unit.INPUT)),
        FeatureEntry.of(
            new Ema(20, Input.TYPICAL, Seed.FIRST),
            "Exponential moving average from the first number",
            "O(1)",
            "pandas ewm(adjust=False), TradingView ta.ema",
            OutputEntry.any("ema[t-1] + 2 / (n + 1) (x[t] - ema[t-1]), from x[0]", Unit.INPUT)),
        input(
            new Wma(20),
            "Linearly weighted moving average",
            "O(1)",
            "TA-Lib WMA",
            "sum((n - i) x[t-i]) / (n (n + 1) / 2)"),
        input(
            new Dema(20),
            "Double exponential moving average",
            "O(1)",
            "P. Mulloy, Stocks and Commodities 12, 1994; TA-Lib DEMA",
            "(1 + v) ema(x, n) - v ema(ema(x, n), n), from means"),
        input(
            new Dema(10, 0.7, Input.CLOSE, Seed.FIRST),
            "Double exponential moving average from the first number",
            "O(1)",
            "P. Mulloy, Stocks and Commodities 12, 1994; TTR DEMA(v), Tulip dema",
            "(1 + v) ema(x, n) - v ema(ema(x, n), n), from x[0]"),
        input(
            new Tema(20),
            "Triple exponential moving average",
            "O(1)",
            "P. Mulloy, Stocks and Commodities 12, 1994; TA-Lib TEMA",
            "3 e1 - 3 e2 + e3 with e1 = ema(x, n), e2 = ema(e1, n), e3 = ema(e2, n), from means"),
        input(
            new Tema(10, Input.CLOSE, Seed.FIRST),
            "Triple exponential moving average from the first number",
            "O(1)",
            "P. Mulloy, Stocks and Commodities 12, 1994; Tulip tema",
            "3 e1 - 3 e2 + e3 with e1 = ema(x, n), e2 = ema(e1, n), e3 = ema(e2, n), from x[0]"),
        input(
            new Trima(20),
            "Triangular moving average",
            "O(1)",
            "TA-Lib TRIMA",
            "sma(sma(x, (n + 1) / 2), n / 2 + 1)"),
        input(
            new Kama(10),
            "Kaufman's adaptive moving average",
            "O(1)",
            "P. Kaufman, Smarter Trading, 1995; TA-Lib KAMA",
            "k[t-1] + (e (f - s) + s)^2 (x[t] - k[t-1]) with e = |x[t] - x[t-n]| / sum(|dx|, n)"),
        FeatureEntry.of(
            new Mama(),
            "MESA adaptive moving average",
            "O(1)",
            "J. Ehlers, Stocks and Commodities 19, 2001; TA-Lib MAMA",
            OutputEntry.any("m[t-1] + w (x[t] - m[t-1]), w = fast / change of phase", Unit.INPUT),
            OutputEntry.any("f[t-1] + w / 2 (m[t] - f[t-1])", Unit.INPUT)),
        input(
            new T3(5),
            "Tillson's moving average",
            "O(1)",
            "T. Tillson, Stocks and Commodities 16, 1998; TA-Lib T3",
            "gd(gd(gd(x))) with gd(x) = (1 + v) ema(x, n) - v ema(ema(x, n), n)"),
        input(
            new Hma(9),
            "Hull's moving average",
            "O(1)",
            "A. Hull, 2005; Tulip hma, talipp HMA",
            "wma(2 wma(x, n / 2) - wma(x, n), sqrt(n))"),
        zeroLag(Zlema.Rules.TALIPP, "talipp ZLEMA, LEAN ZeroLagExponentialMovingAverage"),
        zeroLag(Zlema.Rules.TULIP, "Tulip zlema"),
        zeroLag(Zlema.Rules.TTR, "TTR ZLEMA"),
        input(
            new Smma(14),
            "Smoothed moving average, Wilder's",
            "O(1)",
            "J. Welles Wilder, 1978; Tulip wilders, TradingView ta.rma",
            "s[t-1] + (x[t] - s[t-1]) / n, from a mean"),
        input(
            new Alma(9),
            "Arnaud Legoux moving average",
            "O(w)",
            "A. Legoux and D. Kouzis-Loukas, 2009; TradingView ta.alma",
            "sum(w[i] x[i]) / sum(w[i]), w[i] = exp(-(i - m)^2 / (2 s^2)), m = o (n - 1), s = n / sigma"),
        input(
            new Alma(10, 0.85, 6, true, Input.CLOSE),
            "Arnaud Legoux moving average about a whole position",
            "O(w)",
            "LEAN ArnaudLegouxMovingAverage",
            "sum(w[i] x[i]) / sum(w[i]), m = floor(o (n - 1))"),
        input(
            new SineWeighted(14),
            "Sine-weighted moving average",
            "O(w)",
            "pandas-ta sinwma",
            "sum(w[i] x[i]) / sum(w[i]), w[i] = sin(pi i / (n + 1))"),
        input(
            new Vidya(14),
            "Variable index dynamic average",
            "O(1)",
            "T. Chande and S. Kroll, The New Technical Trader, 1994",
            "v[t-1] + 2 / (n + 1) |x[t] - x[t-m]| / sum(|dx|, m) (x[t] - v[t-1])"),
        input(
            new DeviationVidya(2, 5, 0.2),
            "Variable index dynamic average of deviations",
            "O(1)",
            "T. Chande, Stocks and Commodities 10, 1992; Tulip vidya",
            "v[t-1] + a dev(x, m) / dev(x, n) (x[t] - v[t-1])"),
        input(
            new McGinley(14),
            "McGinley's dynamic",
            "O(1)",
            "J. McGinley, 1991; talipp McGinleyDynamic",
            "m[t-1] + (x[t] - m[t-1]) / (n (x[t] / m[t-1])^4), from a mean"),
        input(
            new Laguerre(0.8),
            "Laguerre filter",
            "O(1)",
            "J. Ehlers, Cybernetic Analysis for Stocks and Futures, 2004",
            "(l0 + 2 l1 + 2 l2 + l3) / 6"),
        smoother(2, "J. Ehlers, Cycle Analytics for Traders, 2013"),
        smoother(3, "J. Ehlers, Cybernetic Analysis for Stocks and Futures, 2004"),
        knife(SwissArmyKnife.Tool.GAUSS, "Gaussian low-pass filter"),
        knife(SwissArmyKnife.Tool.BUTTERWORTH, "Butterworth low-pass filter"),
        knife(SwissArmyKnife.Tool.HIGH_PASS, "High-pass filter"),
        knife(SwissArmyKnife.Tool.TWO_POLE_HIGH_PASS, "High-pass filter of two poles"),
        knife(SwissArmyKnife.Tool.BAND_PASS, "Band-pass filter"),
        knife(SwissArmyKnife.Tool.BAND_STOP, "Band-stop filter"),
        input(
            new RelativeAverage(5),
            "Relative moving average",
            "O(1)",
            "LEAN RelativeMovingAverage",
            "sma(x, 3 n) - sma(x, 2 n) + sma(x, n)"),
        input(
            new Midpoint(14),
            "Middle of the range of the window",
            "O(1)",
            "TA-Lib MIDPOINT",
            "(max(x, n) + min(x, n)) / 2"),
        input(
            new Lsma(14),
            "Least squares moving average, end point",
            "O(1)",
            "TA-Lib LINEARREG; Tulip linreg",
            "a + b (n - 1) of the line a + b i fitted to x[t-n+1..t]"),
        input(
            new Lsma(14, 1, Input.CLOSE),
            "Time series forecast",
            "O(1)",
            "TA-Lib TSF; Tulip tsf",
            "a + b n of the line a + b i fitted to x[t-n+1..t]"),
        input(
            new Lsma(14, -13, Input.CLOSE),
            "Intercept of the regression line",
            "O(1)",
            "TA-Lib LINEARREG_INTERCEPT",
            "a of the line a + b i fitted to x[t-n+1..t]"),
        input(
            new RegressionSlope(14),
            "Slope of the regression line",
            "O(1)",
            "TA-Lib LINEARREG_SLOPE; Tulip linregslope",
            "b of the line a + b i fitted to x[t-n+1..t]"),
        price(
            new Vwma(20),
            "Volume-weighted moving average",
            "O(1)",
            "TTR VWMA, Tulip vwma, TradingView ta.vwma",
            "sum(x v, n) / sum(v, n)"),
        price(
            new Evwma(20),
            "Elastic volume-weighted moving average",
            "O(1)",
            "C. Fries, 2001; TTR EVWMA",
            "e[t-1] + v[t] / sum(v, n) (x[t] - e[t-1])"),
        price(
            new Frama(16),
            "Fractal adaptive moving average",
            "O(1)",
            "J. Ehlers, Stocks and Commodities 23, 2005",
            "f[t-1] + exp(-4.6 (d - 1)) (x[t] - f[t-1])"),
        price(
            new MidPrice(14),
            "Middle of the range of prices",
            "O(1)",
            "TA-Lib MIDPRICE",
            "(max(high, n) + min(low, n)) / 2"),
        price(
            new VariablePeriodAverage(new DominantCyclePeriod()),
            "Moving average of a variable period",
            "O(w)",
            "TA-Lib MAVP",
            "sma(x, n[t]) with n[t] the dominant cycle, within [2, 30]"),
        price(
            new VariablePeriodAverage(Input.CLOSE, new Sma(1), 3, 8, AverageKind.EMA),
            "Exponential moving average of a variable period",
            "O(w)",
            "TA-Lib MAVP",
            "ema(x, n[t]) with n[t] the close, within [3, 8]"));
  }

  private static FeatureEntry zeroLag(Zlema.Rules rules, String source) {
    return input(
        new Zlema(20, Input.CLOSE, rules),
        "Zero-lag exponential moving average",
        "O(1)",
        "J. Ehlers and R. Way, Stocks and Commodities 28, 2010; " + source,
        "ema(2 x[t] - x[t-lag], n)");
  }

  private static FeatureEntry smoother(int poles, String source) {
    return input(
        new SuperSmoother(10, poles, Input.CLOSE),
        "Super smoother of " + poles + " poles",
        "O(1)",
        source,
        "k x[t] + c1 y[t-1] + c2 y[t-2] + c3 y[t-3]");
  }

  private static FeatureEntry knife(SwissArmyKnife.Tool tool, String title) {
    return input(
        new SwissArmyKnife(tool, 20),
        title,
        "O(1)",
        "J. Ehlers, Stocks and Commodities 24, January 2006; LEAN SwissArmyKnife",
        "c (x[t] + b1 x[t-1] + b2 x[t-2]) + a1 y[t-1] + a2 y[t-2]");
  }

  private static FeatureEntry input(
      Feature feature, String title, String cost, String source, String formula) {
    return FeatureEntry.of(feature, title, cost, source, OutputEntry.any(formula, Unit.INPUT));
  }

  private static FeatureEntry price(
      Feature feature, String title, String cost, String source, String formula) {
    return FeatureEntry.of(feature, title, cost, source, OutputEntry.any(formula, Unit.PRICE));
  }
}
