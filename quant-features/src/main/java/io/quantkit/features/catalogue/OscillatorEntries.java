package io.quantkit.features.catalogue;

import io.quantkit.features.Convention;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.momentum.AcceleratorOscillator;
import io.quantkit.features.indicator.momentum.AwesomeOscillator;
import io.quantkit.features.indicator.momentum.Bop;
import io.quantkit.features.indicator.momentum.ChandeMomentum;
import io.quantkit.features.indicator.momentum.Cmo;
import io.quantkit.features.indicator.momentum.ConnorsRsi;
import io.quantkit.features.indicator.momentum.Coppock;
import io.quantkit.features.indicator.momentum.DeMarker;
import io.quantkit.features.indicator.momentum.Dpo;
import io.quantkit.features.indicator.momentum.EfficiencyRatio;
import io.quantkit.features.indicator.momentum.ElderRay;
import io.quantkit.features.indicator.momentum.FisherTransform;
import io.quantkit.features.indicator.momentum.ForecastOscillator;
import io.quantkit.features.indicator.momentum.Imi;
import io.quantkit.features.indicator.momentum.InternalBarStrength;
import io.quantkit.features.indicator.momentum.Kdj;
import io.quantkit.features.indicator.momentum.Kst;
import io.quantkit.features.indicator.momentum.Mfi;
import io.quantkit.features.indicator.momentum.Pmo;
import io.quantkit.features.indicator.momentum.PremierStochastic;
import io.quantkit.features.indicator.momentum.PrettyGood;
import io.quantkit.features.indicator.momentum.PsychologicalLine;
import io.quantkit.features.indicator.momentum.QStick;
import io.quantkit.features.indicator.momentum.RelativeVigor;
import io.quantkit.features.indicator.momentum.RelativeVolatility;
import io.quantkit.features.indicator.momentum.Rmi;
import io.quantkit.features.indicator.momentum.SchaffTrendCycle;
import io.quantkit.features.indicator.momentum.Smi;
import io.quantkit.features.indicator.momentum.Stochastic;
import io.quantkit.features.indicator.momentum.StochasticFast;
import io.quantkit.features.indicator.momentum.StochasticRsi;
import io.quantkit.features.indicator.momentum.Trix;
import io.quantkit.features.indicator.momentum.TrixSignal;
import io.quantkit.features.indicator.momentum.Tsi;
import io.quantkit.features.indicator.momentum.UltimateOscillator;
import io.quantkit.features.indicator.momentum.WilliamsR;
import java.util.List;

/** Oscillators of momentum. */
final class OscillatorEntries {
  private OscillatorEntries() {}

  static List<FeatureEntry> entries() {
    return List.of(
        FeatureEntry.of(
            new Cmo(14),
            "Chande momentum oscillator, smoothed",
            "O(1)",
            "TA-Lib CMO; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.within(
                -100,
                100,
                "100 (wilder(gains, n) - wilder(losses, n)) / (wilder(gains, n) + wilder(losses, n))",
                Unit.PERCENT)),
        FeatureEntry.of(
            new ChandeMomentum(14),
            "Chande momentum oscillator",
            "O(1)",
            "TTR CMO, Tulip cmo; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.within(
                -100,
                100,
                "100 (sum(gains, n) - sum(losses, n)) / (sum(gains, n) + sum(losses, n))",
                Unit.PERCENT)),
        FeatureEntry.of(
            new Trix(15),
            "Rate of change of a triple exponential average",
            "O(1)",
            "TA-Lib TRIX; J. Hutson, Stocks and Commodities, 1983",
            OutputEntry.any(
                "100 (e[t] / e[t-1] - 1), e = ema(ema(ema(x, n), n), n)", Unit.PERCENT)),
        FeatureEntry.of(
            new Trix(15, Input.CLOSE, Seed.FIRST),
            "Rate of change of a triple exponential average, begun with the first value",
            "O(1)",
            "after TA-Lib TRIX; J. Hutson, Stocks and Commodities, 1983",
            OutputEntry.any(
                "100 (e[t] / e[t-1] - 1), e = ema(ema(ema(x, n), n), n)", Unit.PERCENT)),
        FeatureEntry.of(
            new TrixSignal(20, 9),
            "Rate of change of a triple exponential average with signal",
            "O(1)",
            "TTR TRIX; J. Hutson, Stocks and Commodities, 1983",
            OutputEntry.any("100 (e[t] / e[t-1] - 1), e = ema(ema(ema(x, n), n), n)", Unit.PERCENT),
            OutputEntry.any("ema(line, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new TrixSignal(20, 9, Input.CLOSE, Seed.FIRST),
            "Rate of change of a triple exponential average with signal, begun with the first value",
            "O(1)",
            "TTR TRIX; J. Hutson, Stocks and Commodities, 1983",
            OutputEntry.any("100 (e[t] / e[t-1] - 1), e = ema(ema(ema(x, n), n), n)", Unit.PERCENT),
            OutputEntry.any("ema(line, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new Tsi(25, 13, 7),
            "True strength index",
            "O(1)",
            "talipp TSI; W. Blau, Stocks and Commodities, November 1991",
            OutputEntry.within(
                -100,
                100,
                "100 ema(ema(change, slow), fast) / ema(ema(|change|, slow), fast)",
                Unit.PERCENT),
            OutputEntry.within(-100, 100, "ema(index, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new Tsi(25, 13, 7, Input.CLOSE, Seed.FIRST),
            "True strength index, begun with the first value",
            "O(1)",
            "talipp TSI; W. Blau, Stocks and Commodities, November 1991",
            OutputEntry.within(
                -100,
                100,
                "100 ema(ema(change, slow), fast) / ema(ema(|change|, slow), fast)",
                Unit.PERCENT),
            OutputEntry.within(-100, 100, "ema(index, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new Rmi(20, 5),
            "Relative momentum index",
            "O(1)",
            "R. Altman, Stocks and Commodities, February 1993",
            OutputEntry.within(
                0,
                100,
                "100 wilder(gains, n) / (wilder(gains, n) + wilder(losses, n)) of x[t] - x[t-m]",
                Unit.PERCENT)),
        FeatureEntry.of(
            new Coppock(14, 11, 10),
            "Coppock curve",
            "O(1)",
            "E. S. C. Coppock, Barron's, 1962",
            OutputEntry.any("wma(roc(slow) + roc(fast), n)", Unit.PERCENT)),
        FeatureEntry.of(
            new ConnorsRsi(3, 2, 100),
            "Connors relative strength index",
            "O(log w)",
            "L. Connors and C. Alvarez, An Introduction to ConnorsRSI, 2012",
            OutputEntry.within(
                0, 100, "(rsi(x) + rsi(streak) + percentRank(roc(1))) / 3", Unit.PERCENT)),
        FeatureEntry.of(
            new ForecastOscillator(14),
            "Chande forecast oscillator",
            "O(1)",
            "Tulip fosc; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.any("100 (x[t] - forecast[t-1]) / x[t]", Unit.PERCENT)),
        FeatureEntry.of(
            new Dpo(20, 11),
            "Detrended price oscillator",
            "O(1)",
            "Tulip dpo",
            OutputEntry.any("x[t-shift] - sma(x, n)", Unit.INPUT)),
        FeatureEntry.of(
            new Dpo(20, 0),
            "Distance from the simple moving average",
            "O(1)",
            "TTR DPO(shift = 0)",
            OutputEntry.any("x[t] - sma(x, n)", Unit.INPUT)),
        FeatureEntry.of(
            new Pmo(35, 20, 10),
            "Price momentum oscillator",
            "O(1)",
            "C. Swenlin, DecisionPoint",
            OutputEntry.any("smooth(10 smooth(roc(1), 2 / first), 2 / second)", Unit.PERCENT),
            OutputEntry.any("ema(oscillator, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new Pmo(35, 20, 10, Input.CLOSE, Seed.FIRST),
            "Price momentum oscillator, begun with the first value",
            "O(1)",
            "C. Swenlin, DecisionPoint",
            OutputEntry.any("smooth(10 smooth(roc(1), 2 / first), 2 / second)", Unit.PERCENT),
            OutputEntry.any("ema(oscillator, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new EfficiencyRatio(10),
            "Efficiency ratio",
            "O(1)",
            "P. Kaufman, Smarter Trading, 1995",
            OutputEntry.within(0, 1, "|x[t] - x[t-n]| / sum(|x[t] - x[t-1]|, n)", Unit.RATIO)),
        FeatureEntry.of(
            new PsychologicalLine(12),
            "Psychological line",
            "O(1)",
            "definition",
            OutputEntry.within(0, 100, "100 count(x[t] > x[t-1], n) / n", Unit.PERCENT)),
        FeatureEntry.of(
            new SchaffTrendCycle(10, 23, 50, 3),
            "Schaff trend cycle",
            "O(1)",
            "D. Schaff, 1999; Stocks and Commodities, 2008",
            OutputEntry.within(
                0, 100, "ema(stochastic(ema(stochastic(ema(fast) - ema(slow)))))", Unit.PERCENT)),
        FeatureEntry.of(
            new SchaffTrendCycle(10, 23, 50, 3, Input.CLOSE, Seed.FIRST),
            "Schaff trend cycle, begun with the first value",
            "O(1)",
            "D. Schaff, 1999; Stocks and Commodities, 2008",
            OutputEntry.within(
                0, 100, "ema(stochastic(ema(stochastic(ema(fast) - ema(slow)))))", Unit.PERCENT)),
        FeatureEntry.of(
            new Bop(),
            "Balance of power",
            "O(1)",
            "TA-Lib BOP, Tulip bop; I. Livshin, Stocks and Commodities, August 2001",
            OutputEntry.within(-1, 1, "(close - open) / (high - low)", Unit.RATIO)),
        FeatureEntry.of(
            new InternalBarStrength(),
            "Internal bar strength",
            "O(1)",
            "definition",
            OutputEntry.within(0, 1, "(close - low) / (high - low)", Unit.RATIO)),
        FeatureEntry.of(
            new Imi(14),
            "Intraday momentum index",
            "O(1)",
            "TA-Lib IMI; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.within(
                0, 100, "100 sum(max(close - open, 0), n) / sum(|close - open|, n)", Unit.PERCENT)),
        FeatureEntry.of(
            new Mfi(14),
            "Money flow index",
            "O(1)",
            "TA-Lib MFI, Tulip mfi; G. Quong and A. Soudack, Stocks and Commodities, March 1989",
            OutputEntry.within(
                0,
                100,
                "100 sum(flow of rises, n) / sum(flow of rises and falls, n)",
                Unit.PERCENT)),
        FeatureEntry.of(
            new Mfi(14, 1),
            "Money flow index of flows of at least 1",
            "O(1)",
            "TA-Lib MFI; G. Quong and A. Soudack, Stocks and Commodities, March 1989",
            OutputEntry.within(
                0, 100, "100 sum(flow of rises, n) / sum(flow of rises and falls, n)", Unit.OTHER)),
        FeatureEntry.of(
            new UltimateOscillator(7, 14, 28),
            "Ultimate oscillator",
            "O(1)",
            "TA-Lib ULTOSC; L. Williams, Stocks and Commodities, 1985",
            OutputEntry.within(
                0,
                100,
                "100 (4 a + 2 b + c) / 7, each sum(close - min(low, last close)) / sum(true range)",
                Unit.PERCENT)),
        FeatureEntry.of(
            new WilliamsR(14),
            "Williams %R",
            "O(1)",
            "TA-Lib WILLR, Tulip willr, TTR WPR; L. Williams, 1973",
            OutputEntry.within(
                -100, 0, "-100 (highest - close) / (highest - lowest)", Unit.PERCENT)),
        FeatureEntry.of(
            new StochasticFast(5, 3),
            "Fast stochastic",
            "O(1)",
            "TA-Lib STOCHF; G. Lane, Stocks and Commodities, 1984",
            OutputEntry.within(0, 100, "100 (close - lowest) / (highest - lowest)", Unit.PERCENT),
            OutputEntry.within(0, 100, "average(k, m)", Unit.PERCENT)),
        FeatureEntry.of(
            new StochasticFast(14, 3, AverageKind.EMA),
            "Fast stochastic, exponentially smoothed",
            "O(1)",
            "TA-Lib STOCHF; G. Lane, Stocks and Commodities, 1984",
            OutputEntry.within(0, 100, "100 (close - lowest) / (highest - lowest)", Unit.PERCENT),
            OutputEntry.within(0, 100, "average(k, m)", Unit.PERCENT)),
        FeatureEntry.of(
            new Stochastic(14, 3, 3),
            "Slow stochastic",
            "O(1)",
            "TA-Lib STOCH; G. Lane, Stocks and Commodities, 1984",
            OutputEntry.within(
                0, 100, "average(100 (close - lowest) / (highest - lowest), m)", Unit.PERCENT),
            OutputEntry.within(0, 100, "average(k, p)", Unit.PERCENT)),
        FeatureEntry.of(
            new StochasticRsi(14, 5, 1, 3),
            "Stochastic of the relative strength index",
            "O(1)",
            "TA-Lib STOCHRSI, Tulip stochrsi; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.within(
                0, 100, "sma(100 (rsi - min(rsi)) / (max(rsi) - min(rsi)), m)", Unit.PERCENT),
            OutputEntry.within(0, 100, "average(k, p)", Unit.PERCENT)),
        FeatureEntry.of(
            new StochasticRsi(14, 14, 3, 3),
            "Stochastic of the relative strength index, smoothed",
            "O(1)",
            "TradingView Stochastic RSI; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.within(
                0, 100, "sma(100 (rsi - min(rsi)) / (max(rsi) - min(rsi)), m)", Unit.PERCENT),
            OutputEntry.within(0, 100, "average(k, p)", Unit.PERCENT)),
        FeatureEntry.of(
            new AwesomeOscillator(5, 34),
            "Awesome oscillator",
            "O(1)",
            "talipp AO; B. Williams, New Trading Dimensions, 1998",
            OutputEntry.any("sma(median price, fast) - sma(median price, slow)", Unit.PRICE)),
        FeatureEntry.of(
            new AcceleratorOscillator(5, 34, 5),
            "Accelerator oscillator",
            "O(1)",
            "B. Williams, New Trading Dimensions, 1998",
            OutputEntry.any("ao - sma(ao, n)", Unit.PRICE)),
        FeatureEntry.of(
            new QStick(14),
            "QStick",
            "O(1)",
            "Tulip qstick; T. Chande and S. Kroll, The New Technical Trader, 1994",
            OutputEntry.any("sma(close - open, n)", Unit.PRICE)),
        FeatureEntry.of(
            new RelativeVigor(10),
            "Relative vigor index",
            "O(1)",
            "J. Ehlers, Stocks and Commodities, January 2002",
            OutputEntry.within(
                -1,
                1,
                "sum(w(close - open), n) / sum(w(high - low), n), w of weights 1, 2, 2, 1",
                Unit.RATIO),
            OutputEntry.within(-1, 1, "w(index)", Unit.RATIO)),
        FeatureEntry.of(
            new RelativeVolatility(10, 14, Convention.TA_LIB),
            "Relative volatility index, Wilder's smoothing",
            "O(1)",
            "D. Dorsey, Stocks and Commodities, June 1993",
            OutputEntry.within(
                0,
                100,
                "100 wilder(deviation of rises, n) / wilder(deviation of rises and falls, n)",
                Unit.PERCENT)),
        FeatureEntry.of(
            new RelativeVolatility(10, 14, Convention.TRADING_VIEW),
            "Relative volatility index",
            "O(1)",
            "TradingView Relative Volatility Index; D. Dorsey, Stocks and Commodities, June 1993",
            OutputEntry.within(
                0,
                100,
                "100 ema(deviation of rises, n) / ema(deviation of rises and falls, n)",
                Unit.PERCENT)),
        FeatureEntry.of(
            new PrettyGood(14),
            "Pretty good oscillator",
            "O(1)",
            "M. Johnson",
            OutputEntry.any("(close - sma(close, n)) / ema(true range, n)", Unit.RATIO)),
        FeatureEntry.of(
            new PrettyGood(14, Seed.FIRST),
            "Pretty good oscillator, begun with the first value",
            "O(1)",
            "M. Johnson",
            OutputEntry.any("(close - sma(close, n)) / ema(true range, n)", Unit.RATIO)),
        FeatureEntry.of(
            new Smi(13, 2, 25, 9),
            "Stochastic momentum index",
            "O(1)",
            "TTR SMI; W. Blau, Stocks and Commodities, January 1993",
            OutputEntry.within(
                -100,
                100,
                "200 ema(ema(close - middle, slow), fast) / ema(ema(highest - lowest, slow), fast)",
                Unit.PERCENT),
            OutputEntry.within(-100, 100, "ema(index, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new Smi(13, 2, 25, 9, Seed.FIRST),
            "Stochastic momentum index, begun with the first value",
            "O(1)",
            "TTR SMI; W. Blau, Stocks and Commodities, January 1993",
            OutputEntry.within(
                -100,
                100,
                "200 ema(ema(close - middle, slow), fast) / ema(ema(highest - lowest, slow), fast)",
                Unit.PERCENT),
            OutputEntry.within(-100, 100, "ema(index, signal)", Unit.PERCENT)),
        FeatureEntry.of(
            new ElderRay(13),
            "Elder ray",
            "O(1)",
            "A. Elder, Trading for a Living, 1993",
            OutputEntry.any("high - ema(close, n)", Unit.PRICE),
            OutputEntry.any("low - ema(close, n)", Unit.PRICE)),
        FeatureEntry.of(
            new ElderRay(13, Seed.FIRST),
            "Elder ray, begun with the first value",
            "O(1)",
            "A. Elder, Trading for a Living, 1993",
            OutputEntry.any("high - ema(close, n)", Unit.PRICE),
            OutputEntry.any("low - ema(close, n)", Unit.PRICE)),
        FeatureEntry.of(
            new FisherTransform(10),
            "Fisher transform",
            "O(1)",
            "Tulip fisher; J. Ehlers, Stocks and Commodities, November 2002",
            OutputEntry.within(-7.61, 7.61, "ln((1 + v) / (1 - v)) / 2 + f[t-1] / 2", Unit.OTHER),
            OutputEntry.within(-7.61, 7.61, "f[t-1]", Unit.OTHER)),
        FeatureEntry.of(
            new DeMarker(14),
            "DeMarker",
            "O(1)",
            "T. DeMark, The New Science of Technical Analysis, 1994",
            OutputEntry.within(
                0,
                1,
                "sum(rises of high, n) / (sum(rises of high, n) + sum(falls of low, n))",
                Unit.RATIO)),
        FeatureEntry.of(
            new Kdj(9, 3),
            "KDJ oscillator",
            "O(1)",
            "definition",
            OutputEntry.within(0, 100, "k[t-1] + (stochastic - k[t-1]) / m", Unit.PERCENT),
            OutputEntry.within(0, 100, "d[t-1] + (k - d[t-1]) / m", Unit.PERCENT),
            OutputEntry.within(-200, 300, "3 k - 2 d", Unit.PERCENT)),
        FeatureEntry.of(
            new PremierStochastic(8, 5),
            "Premier stochastic",
            "O(1)",
            "L. Leibfarth, Stocks and Commodities, August 2008",
            OutputEntry.within(
                -1, 1, "tanh(ema(ema((stochastic - 50) / 10, m), m) / 2)", Unit.RATIO)),
        FeatureEntry.of(
            new PremierStochastic(8, 5, Seed.FIRST),
            "Premier stochastic, begun with the first value",
            "O(1)",
            "L. Leibfarth, Stocks and Commodities, August 2008",
            OutputEntry.within(
                -1, 1, "tanh(ema(ema((stochastic - 50) / 10, m), m) / 2)", Unit.RATIO)),
        FeatureEntry.of(
            new Kst(),
            "Know sure thing",
            "O(1)",
            "M. Pring, Stocks and Commodities, 1992",
            OutputEntry.any("sum(i sma(roc(c[i]), a[i]))", Unit.PERCENT),
            OutputEntry.any("sma(line, signal)", Unit.PERCENT)));
  }
}
