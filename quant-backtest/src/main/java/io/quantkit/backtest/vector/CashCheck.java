package io.quantkit.backtest.vector;

import io.quantkit.core.market.Symbols;
import io.quantkit.risk.limit.CashAvailable;

/** What {@link CashAvailable} lets pass of a purchase. */
final class CashCheck {
  private final CashAvailable rule;
  private final Simulation account;
  private final PriceImage image;

  /** The columns in the order of the universe, in which the rule adds up. */
  private final int[] order;

  CashCheck(CashAvailable rule, Simulation account) {
    this.rule = rule;
    this.account = account;
    this.image = account.image;
    Symbols panel = image.panel.symbols();
    this.order = new int[panel.size()];
    int size = 0;
    for (int u = 0; u < image.universe.symbols().size(); u++) {
      int s = panel.indexOf(image.universe.symbols().get(u));
      if (s >= 0) {
        order[size++] = s;
      }
    }
  }

  /** Returns how many lots of a purchase pass, 0 if none. */
  long allowed(int row, int symbol, long lots) {
    long before = account.expected(symbol);
    long after = before + lots;
    if (after == 0
        || (Long.signum(after) == Long.signum(before) && Math.abs(after) < Math.abs(before))) {
      return lots;
    }
    long wayOut = before < 0 ? -before : 0;
    double price = image.lastClose(row, symbol);
    double money = price > 0 && account.equity() > 0 ? free(row) : Double.NaN;
    long limit = wayOut;
    if (!Double.isNaN(money)) {
      limit = Math.max(affordable(symbol, money, price, before, lots), wayOut);
    }
    return Math.min(lots, limit);
  }

  private long affordable(int symbol, double money, double price, long before, long lots) {
    Increment lot = image.lots[symbol];
    double units = Math.max(0, money) / (price * (1 + rule.buffer()));
    double enough = 2 * (lot.toDouble(Math.abs(before)) + lot.toDouble(lots)) + 1;
    return lot.down(Math.min(units, enough + lot.toDouble(1)));
  }

  private double free(int row) {
    double free = account.cash();
    for (int s : order) {
      long buys = account.pendingBuys(s);
      if (buys > 0) {
        double price = image.lastClose(row, s);
        free -= image.lots[s].toDouble(buys) * price * (1 + rule.buffer());
      }
      if (rule.countSales()) {
        long sold = Math.min(account.position(s), account.pendingSells(s));
        double price = sold > 0 ? image.lastClose(row, s) : 0;
        free += price > 0 ? image.lots[s].toDouble(sold) * price * (1 - rule.buffer()) : 0;
      }
    }
    return free;
  }
}
