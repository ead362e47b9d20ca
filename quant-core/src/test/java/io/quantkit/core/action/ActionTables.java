package io.quantkit.core.action;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Days of one hour each, the markets of these tests, and actions between them. */
final class ActionTables {
  static final Symbol ACME = Symbol.of("ACME");
  static final long DAY = 86_400_000_000_000L;
  static final long HOUR = 3_600_000_000_000L;

  private ActionTables() {}

  static CorporateAction.Split split(String id, long day, long to, long from) {
    return new CorporateAction.Split(
        id, ACME, day * DAY, (day - 10) * DAY, ShareRatio.of(to, from));
  }

  static CorporateAction.CashDividend dividend(String id, long day, String amount) {
    return new CorporateAction.CashDividend(
        id, ACME, day * DAY, (day - 10) * DAY, (day + 20) * DAY, Decimal.parse(amount));
  }

  static CorporateAction.StockDividend stockDividend(String id, long day, long to, long from) {
    return new CorporateAction.StockDividend(
        id, ACME, day * DAY, (day - 10) * DAY, ShareRatio.of(to, from));
  }

  /** Returns a bar a day; open, high, low and close are the price, 1000 shares are traded. */
  static BarSeries closes(double... closes) {
    BarSeries.Builder builder = BarSeries.builder(ACME, Timeframe.DAY_1);
    for (int day = 0; day < closes.length; day++) {
      double c = closes[day];
      builder.add(day * DAY, day * DAY + HOUR, c, c, c, c, 1000, c, 10);
    }
    return builder.build();
  }

  /** A raw market and what happened to it, with the return of its holders day by day. */
  record Market(BarSeries raw, List<CorporateAction> actions, double[] returns) {}

  /**
   * Returns a market whose holders earn small random returns. Prices are what remains of them after
   * dividends and splits.
   */
  static Market market(SplittableRandom random, int days, boolean dividends) {
    double price = 50 + 100 * random.nextDouble();
    double[] closes = new double[days];
    double[] returns = new double[days];
    List<CorporateAction> actions = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      double r = 0.06 * (random.nextDouble() - 0.5);
      double value = price * (1 + r);
      int kind = day == 0 ? 9 : random.nextInt(10);
      if (kind == 0 && dividends) {
        Decimal amount = Decimal.ofScaled((long) (1 + price * 30_000 * random.nextDouble()), 6);
        actions.add(dividend("d" + day, day, amount.toString()));
        value -= amount.doubleValue();
      } else if (kind == 1) {
        long to = random.nextLong(1, 8);
        long from = to == 1 ? 2 + random.nextLong(5) : random.nextLong(1, to);
        actions.add(split("s" + day, day, to, from));
        value = value * from / to;
      } else if (kind == 2) {
        actions.add(stockDividend("k" + day, day, 1, 20));
        value = value * 20 / 21;
      }
      returns[day] = r;
      closes[day] = value;
      price = value;
    }
    return new Market(closes(closes), actions, returns);
  }
}
