package io.quantkit.features.catalogue;

import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Input;
import io.quantkit.features.microstructure.AbdiRanaldo;
import io.quantkit.features.microstructure.AdaptiveMomentum;
import io.quantkit.features.microstructure.Amihud;
import io.quantkit.features.microstructure.BulkClassification;
import io.quantkit.features.microstructure.BulkVolume;
import io.quantkit.features.microstructure.BulkVpin;
import io.quantkit.features.microstructure.CloseLocation;
import io.quantkit.features.microstructure.CorwinSchultz;
import io.quantkit.features.microstructure.DayOfWeek;
import io.quantkit.features.microstructure.ImpactModel;
import io.quantkit.features.microstructure.JumpStatistic;
import io.quantkit.features.microstructure.OpeningMomentum;
import io.quantkit.features.microstructure.OpeningRange;
import io.quantkit.features.microstructure.OptionsExpiry;
import io.quantkit.features.microstructure.PeriodEnd;
import io.quantkit.features.microstructure.PriceImpact;
import io.quantkit.features.microstructure.RealizedKernel;
import io.quantkit.features.microstructure.RealizedVolatility;
import io.quantkit.features.microstructure.RollSpread;
import io.quantkit.features.microstructure.SessionBars;
import io.quantkit.features.microstructure.SessionGap;
import io.quantkit.features.microstructure.SessionRange;
import io.quantkit.features.microstructure.SessionTime;
import io.quantkit.features.microstructure.SessionTwap;
import io.quantkit.features.microstructure.SessionWindow;
import io.quantkit.features.microstructure.TwoScaleVariance;
import io.quantkit.features.microstructure.UnusualVolume;
import io.quantkit.features.microstructure.VolatilityOfVolatility;
import io.quantkit.features.microstructure.VolumeMomentum;
import io.quantkit.features.microstructure.WithoutBounce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Liquidity, realised measures, and what the hour and the day do, over bars. */
final class MicrostructureEntries {
  private MicrostructureEntries() {}

  static List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    addLiquidity(entries);
    addVolume(entries);
    addRealized(entries);
    // A market that never closes, so that the daily bars of the laws are sessions.
    addSessions(entries, new SessionBars(TradingCalendar.alwaysOpen(), Timeframe.DAY_1));
    for (TradingCalendar calendar : List.of(TradingCalendar.alwaysOpen(), TradingCalendar.xnys())) {
      addCalendar(entries, calendar);
    }
    return List.copyOf(entries);
  }

  private static void addLiquidity(List<FeatureEntry> entries) {
    for (WithoutBounce rule : List.of(WithoutBounce.ZERO, WithoutBounce.SIGNED)) {
      entries.add(
          FeatureEntry.of(
              new RollSpread(20, rule, Input.CLOSE),
              "Roll's spread",
              "O(1)",
              "R. Roll, Journal of Finance 39, 1984",
              OutputEntry.any("2 sqrt(-cov(d[t], d[t-1]))", Unit.INPUT)));
    }
    for (boolean overnight : new boolean[] {true, false}) {
      entries.add(
          FeatureEntry.of(
              new CorwinSchultz(20, overnight),
              "Corwin and Schultz' spread, Bekker and Parkinson's volatility",
              "O(1)",
              "S. Corwin and P. Schultz, Journal of Finance 67, 2012",
              OutputEntry.within(0, 2, "mean(2 (e^alpha - 1) / (1 + e^alpha))", Unit.RATIO),
              OutputEntry.atLeastZero(
                  "(sqrt(1/2) - 1) sqrt(beta) / (k2 k) + sqrt(gamma / (k2^2 k))", Unit.LOG)));
    }
    entries.add(
        FeatureEntry.of(
            new AbdiRanaldo(20),
            "Abdi and Ranaldo's spread",
            "O(1)",
            "F. Abdi and A. Ranaldo, Review of Financial Studies 30, 2017",
            OutputEntry.atLeastZero(
                "mean(sqrt(max(0, 4 (c[t-1] - e[t-1]) (c[t-1] - e[t]))))", Unit.LOG),
            OutputEntry.atLeastZero(
                "sqrt(max(0, mean(4 (c[t-1] - e[t-1]) (c[t-1] - e[t]))))", Unit.LOG)));
    entries.add(
        FeatureEntry.of(
            new Amihud(20),
            "Amihud's illiquidity",
            "O(1)",
            "Y. Amihud, Journal of Financial Markets 5, 2002",
            OutputEntry.atLeastZero("mean(|ln(c[t] / c[t-1])| / (c v))", Unit.PER_NOTIONAL)));
    for (ImpactModel model : ImpactModel.values()) {
      boolean kyle = model == ImpactModel.KYLE;
      entries.add(
          FeatureEntry.of(
              new PriceImpact(model, 60),
              kyle ? "Kyle's lambda" : "Hasbrouck's lambda",
              "O(1)",
              kyle ? "A. Kyle, Econometrica 53, 1985" : "J. Hasbrouck, Journal of Finance 64, 2009",
              OutputEntry.any(
                  kyle ? "slope of dc on sign(dc) v" : "slope of d ln c on sign(dc) sqrt(c v)",
                  kyle ? Unit.PRICE_PER_VOLUME : Unit.OTHER),
              OutputEntry.any("slope / standard error", kyle ? Unit.RATIO : Unit.OTHER),
              OutputEntry.within(0, 1, "explained / total", kyle ? Unit.RATIO : Unit.OTHER)));
    }
  }

  private static void addVolume(List<FeatureEntry> entries) {
    for (BulkClassification classification :
        List.of(BulkClassification.NORMAL, BulkClassification.STUDENT)) {
      entries.add(
          FeatureEntry.of(
              new BulkVolume(60, classification),
              "Bulk volume classification",
              "O(1)",
              "D. Easley, M. López de Prado and M. O'Hara, Review of Financial Studies 25, 2012",
              OutputEntry.atLeastZero("v F(dc / deviation(dc))", Unit.VOLUME),
              OutputEntry.atLeastZero("v (1 - F(dc / deviation(dc)))", Unit.VOLUME),
              OutputEntry.within(-1, 1, "(bought - sold) / v", Unit.RATIO)));
    }
    entries.add(
        FeatureEntry.of(
            new BulkVpin(50_000, 5, 10, 0.9, 60, BulkClassification.NORMAL),
            "Volume-synchronised probability of informed trading, in bulk",
            "O(history) per bucket",
            "D. Easley, M. López de Prado and M. O'Hara, Review of Financial Studies 25, 2012",
            OutputEntry.within(0, 1, "mean(|bought - sold|) / bucket", Unit.OTHER),
            OutputEntry.within(0, 1, "rank(vpin) / history", Unit.OTHER),
            OutputEntry.within(0, 1, "[cdf >= toxicity]", Unit.OTHER)));
    entries.add(
        FeatureEntry.of(
            new CloseLocation(),
            "Close location value",
            "O(1)",
            "M. Chaikin",
            OutputEntry.within(-1, 1, "((c - l) - (h - c)) / (h - l)", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new VolumeMomentum(10),
            "Momentum and acceleration of volume",
            "O(1)",
            "definition",
            OutputEntry.any("mean(v, n)[t] / mean(v, n)[t-n] - 1", Unit.RATIO),
            OutputEntry.any("momentum[t] - momentum[t-n]", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new AdaptiveMomentum(5, 60),
            "Momentum over a window that adjusts itself",
            "O(w)",
            "P. Kaufman, Trading Systems and Methods, 1995, for the efficiency ratio",
            OutputEntry.within(5, 60, "w = round(longest - e (longest - shortest))", Unit.BARS),
            OutputEntry.within(0, 1, "e = |x[t] - x[t-n]| / sum(|dx|, n)", Unit.RATIO),
            OutputEntry.any("x[t] / x[t-w] - 1", Unit.RATIO),
            OutputEntry.within(
                -Math.sqrt(60),
                Math.sqrt(60),
                "(x[t] - x[t-w]) / sqrt(sum(dx^2, w))",
                Unit.RATIO)));
  }

  private static void addRealized(List<FeatureEntry> entries) {
    entries.add(
        FeatureEntry.of(
            new RealizedVolatility(60),
            "Realised moments",
            "O(1)",
            "T. Andersen, T. Bollerslev, F. Diebold and P. Labys, Econometrica 71, 2003; O."
                + " Barndorff-Nielsen and N. Shephard, Journal of Financial Econometrics 2, 2004",
            OutputEntry.atLeastZero("sum(r^2)", Unit.LOG),
            OutputEntry.atLeastZero("sqrt(sum(r^2))", Unit.LOG),
            OutputEntry.atLeastZero("pi / 2 n / (n - 1) sum(|r[i]| |r[i-1]|)", Unit.LOG),
            OutputEntry.any("sqrt(n) sum(r^3) / sum(r^2)^1.5", Unit.RATIO),
            OutputEntry.atLeastZero("n sum(r^4) / sum(r^2)^2", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new JumpStatistic(60),
            "Jump statistic",
            "O(1)",
            "O. Barndorff-Nielsen and N. Shephard, Journal of Financial Econometrics 4, 2006",
            OutputEntry.within(0, 1, "max(0, 1 - bipower / variance)", Unit.RATIO),
            OutputEntry.any(
                "(1 - bv / rv) / sqrt((pi^2 / 4 + pi - 5) / n max(1, tq / bv^2))", Unit.RATIO),
            OutputEntry.within(0, 1, "1 - Phi(z)", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new TwoScaleVariance(60, 5),
            "Two-scale realised variance",
            "O(1)",
            "L. Zhang, P. Mykland and Y. Aït-Sahalia, JASA 100, 2005",
            OutputEntry.atLeastZero("n / (n - k + 1) sum(r(k)^2) / k", Unit.LOG),
            OutputEntry.atLeastZero("(sum(r(k)^2) / k - m / n sum(r^2)) / (1 - m / n)", Unit.LOG),
            OutputEntry.atLeastZero("(sum(r^2) - two-scale) / (2 n)", Unit.LOG)));
    entries.add(
        FeatureEntry.of(
            new RealizedKernel(60, 5),
            "Realised kernel",
            "O(bandwidth)",
            "O. Barndorff-Nielsen, P. Hansen, A. Lunde and N. Shephard, Econometrica 76, 2008",
            OutputEntry.atLeastZero("g(0) + 2 sum(parzen(h / (H + 1)) g(h))", Unit.LOG)));
    entries.add(
        FeatureEntry.of(
            new VolatilityOfVolatility(20, 60),
            "Volatility of volatility",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("deviation(sqrt(sum(r^2, n)), window)", Unit.LOG),
            OutputEntry.atLeastZero("deviation / mean", Unit.RATIO)));
  }

  private static void addSessions(List<FeatureEntry> entries, SessionBars sessions) {
    entries.add(
        FeatureEntry.of(
            new OpeningRange(sessions, Duration.ofMinutes(30)),
            "Opening range",
            "O(1)",
            "T. Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout,"
                + " 1990",
            OutputEntry.atLeastZero("max(high) until open + length", Unit.PRICE),
            OutputEntry.atLeastZero("min(low) until open + length", Unit.PRICE),
            OutputEntry.any("(close - low) / (high - low)", Unit.RATIO),
            OutputEntry.within(-1, 1, "[close > high] - [close < low]", Unit.CODE)));
    entries.add(
        FeatureEntry.of(
            new OpeningMomentum(sessions, Duration.ofMinutes(60)),
            "First-hour momentum",
            "O(1)",
            "L. Gao, Y. Han, S. Li and G. Zhou, Journal of Financial Economics 129, 2018",
            OutputEntry.any("close at open + length / first open - 1", Unit.RATIO)));
    for (SessionWindow window :
        List.of(SessionWindow.lunch(sessions), SessionWindow.powerHour(sessions))) {
      entries.add(
          FeatureEntry.of(
              window,
              "Activity in a part of the session",
              "O(1)",
              "definition",
              OutputEntry.within(0, 1, "[bar within the part]", Unit.CODE),
              OutputEntry.within(0, 1, "volume within / volume so far", Unit.RATIO),
              OutputEntry.atLeastZero("share of volume / share of time", Unit.RATIO),
              OutputEntry.any("close / close before the part - 1", Unit.RATIO)));
    }
    entries.add(
        FeatureEntry.of(
            new SessionTwap(sessions),
            "Time-weighted average price",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("sum((o + h + l + c) / 4 dt) / sum(dt)", Unit.PRICE),
            OutputEntry.any("close / twap - 1", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new SessionGap(sessions),
            "Gap between sessions",
            "O(1)",
            "definition",
            OutputEntry.any("first open / last close - 1", Unit.RATIO),
            OutputEntry.within(0, 1, "way back to the last close / gap", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new SessionRange(sessions, 14),
            "Range of the session",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("(high - low) / mean(session high - low, n)", Unit.RATIO),
            OutputEntry.within(0, 1, "(close - low) / (high - low)", Unit.RATIO),
            OutputEntry.atLeastZero("minutes from the open to the high", Unit.OTHER),
            OutputEntry.atLeastZero("minutes from the open to the low", Unit.OTHER)));
    entries.add(
        FeatureEntry.of(
            new UnusualVolume(sessions, 20),
            "Unusual volume for the time of day",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("v / mean(v at this time, n sessions)", Unit.RATIO),
            OutputEntry.any("(v - mean) / deviation", Unit.RATIO)));
    entries.add(
        FeatureEntry.of(
            new SessionTime(sessions.calendar()),
            "Time of the session",
            "O(1)",
            "definition",
            OutputEntry.atLeastZero("minutes since the open", Unit.OTHER),
            OutputEntry.atLeastZero("minutes until the close", Unit.OTHER),
            OutputEntry.within(-1, 1, "sin(2 pi since / (since + until))", Unit.RATIO),
            OutputEntry.within(-1, 1, "cos(2 pi since / (since + until))", Unit.RATIO)));
  }

  private static void addCalendar(List<FeatureEntry> entries, TradingCalendar calendar) {
    entries.add(
        FeatureEntry.of(
            new DayOfWeek(calendar),
            "Day of the week",
            "O(1)",
            "definition",
            OutputEntry.within(1, 7, "1 for Monday to 7", Unit.CODE)));
    OutputEntry flag = OutputEntry.within(0, 1, "[last session]", Unit.CODE);
    entries.add(
        FeatureEntry.of(
            new PeriodEnd(calendar),
            "Ends of months and quarters",
            "O(1)",
            "R. Ariel, Journal of Financial Economics 18, 1987",
            OutputEntry.within(0, 31, "sessions of the month before", Unit.OTHER),
            OutputEntry.within(0, 31, "sessions of the month after", Unit.OTHER),
            flag,
            OutputEntry.within(0, 92, "sessions of the quarter after", Unit.OTHER),
            flag));
    entries.add(
        FeatureEntry.of(
            new OptionsExpiry(calendar),
            "Expiry of options",
            "O(1)",
            "H. Stoll and R. Whaley, Financial Analysts Journal 43, 1987",
            OutputEntry.within(0, 40, "sessions until the third Friday", Unit.OTHER),
            OutputEntry.within(0, 1, "[expires]", Unit.CODE),
            OutputEntry.within(0, 1, "[expires this week]", Unit.CODE),
            OutputEntry.within(0, 1, "[quarter's last month]", Unit.CODE)));
  }
}
