package io.quantkit.backtest.vector;

import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One run: the account and the working orders, row by row. Does what engine, simulated market,
 * books and checks do with market orders, in the same order and with the same roundings.
 */
final class Simulation {
  private static final long EXACT = 1L << 53;

  /** What a sum of doubles may be off by, as a part of the notional; as in the market. */
  private static final double ROUNDING = 1e-12;

  private static final Increment CENT = new Increment(Decimal.parse("0.01"));

  final PriceImage image;
  final int columns;

  private final boolean shorting;
  private final boolean sameClose;
  private final boolean nextOpen;
  private final double commissionBps;
  private final double halfSpread;
  private final double slippage;
  private final boolean free;
  private final double worseBuy;
  private final double worseSell;
  private final long feeUnit;
  private final double moneyPower;
  private final @Nullable CashCheck cashCheck;
  private final @Nullable FillColumns fills;

  /** By symbol, in lots. */
  private final long[] positions;

  private final long[] pendingBuys;
  private final long[] pendingSells;

  /** By symbol: what one tick is worth, so that {@code worth * close} is the market value. */
  private final long[] worth;

  /** What all positions together are worth at most at any close, regardless of their sides. */
  private long bound;

  /** Working orders, oldest first; what is sold is negative. */
  private int[] orderSymbols = new int[16];

  private long[] orderLots = new long[16];
  private int working;

  /** With fills at the same close: symbols whose last known price is that of a fill. */
  private int[] repriced = new int[0];

  private int repricedCount;
  private final long[] fillPrices;

  /** What the market holds; with fills at the same close the books learn of it after the row. */
  private final long[] held;

  private long cash;
  private int row;
  private long equity;

  private final VectorResult.Columns byRow;
  private final VectorResult.Counts counts = new VectorResult.Counts();

  Simulation(VectorBacktest settings) {
    this.image = settings.image();
    this.columns = image.columns;
    this.shorting = settings.shortingAllowed();
    this.sameClose = settings.timing() == FillTiming.SAME_CLOSE;
    this.nextOpen =
        settings.timing() == FillTiming.NEXT_OPEN || settings.timing() == FillTiming.INTRABAR;
    TradingCosts costs = settings.costs();
    this.commissionBps = costs.commissionBps();
    this.halfSpread = costs.spreadBps() / 20_000;
    this.slippage = costs.slippageBps() / 10_000;
    this.free = halfSpread + slippage == 0;
    this.worseBuy = 1 + (halfSpread + slippage);
    this.worseSell = 1 - (halfSpread + slippage);
    this.feeUnit = power(image.moneyScale - TradingCosts.FEE_SCALE);
    this.moneyPower = power(image.moneyScale);
    this.positions = new long[columns];
    this.pendingBuys = new long[columns];
    this.pendingSells = new long[columns];
    this.worth = new long[columns];
    this.fillPrices = new long[columns];
    this.held = sameClose ? new long[columns] : positions;
    this.fills = settings.keepsFills() ? new FillColumns() : null;
    this.cashCheck = settings.cashCheck().map(check -> new CashCheck(check, this)).orElse(null);
    this.byRow = new VectorResult.Columns(image.rows);
    this.cash = scaled(settings.cash());
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  private long scaled(Decimal amount) {
    Decimal rounded = amount.round(image.moneyScale, RoundingMode.UNNECESSARY);
    return Math.multiplyExact(rounded.unscaled(), power(image.moneyScale - rounded.scale()));
  }

  VectorResult run(Decisions decisions) {
    for (row = 0; row < image.rows; row++) {
      if (working > 0) {
        fillWorking(false);
      }
      forgetFillPrices();
      equity = Math.addExact(cash, marketValue());
      decisions.decide(row);
      if (sameClose && working > 0) {
        fillWorking(true);
        equity = Math.addExact(cash, marketValue());
      }
      byRow.equity[row] = equity;
      byRow.cash[row] = cash;
    }
    return new VectorResult(image, byRow, positions, fills, counts);
  }

  /** Returns the row that is being decided on. */
  int row() {
    return row;
  }

  /** Returns the account's equity when this row's decisions are made. */
  double equity() {
    return money(equity);
  }

  double cash() {
    return money(cash);
  }

  private double money(long amount) {
    return Math.abs(amount) <= EXACT ? amount / moneyPower : image.money(amount).doubleValue();
  }

  /** Returns the lots held. */
  long position(int symbol) {
    return positions[symbol];
  }

  long pendingBuys(int symbol) {
    return pendingBuys[symbol];
  }

  long pendingSells(int symbol) {
    return pendingSells[symbol];
  }

  /** Returns the lots held once all working orders are filled. */
  long expected(int symbol) {
    return positions[symbol] + pendingBuys[symbol] - pendingSells[symbol];
  }

  /** Places a market order; the sign of the lots tells the side, and zero is none. */
  void order(int symbol, long lots) {
    if (lots == 0) {
      return;
    }
    counts.orders++;
    if (!image.tradeable(row, symbol)) {
      counts.refused++;
      return;
    }
    long passing = lots;
    if (cashCheck != null && lots > 0) {
      passing = cashCheck.allowed(row, symbol, lots);
      if (passing == 0) {
        counts.refused++;
        return;
      }
    }
    boolean atOnce = sameClose && image.trading(row, symbol);
    if (!shorting && passing < 0) {
      long available = atOnce ? held[symbol] : held[symbol] - pendingSells[symbol];
      if (-passing > available) {
        counts.refused++;
        return;
      }
    }
    pendingBuys[symbol] = Math.addExact(pendingBuys[symbol], Math.max(passing, 0));
    pendingSells[symbol] = Math.addExact(pendingSells[symbol], Math.max(-passing, 0));
    if (working == orderSymbols.length) {
      orderSymbols = Arrays.copyOf(orderSymbols, 2 * working);
      orderLots = Arrays.copyOf(orderLots, 2 * working);
    }
    orderSymbols[working] = symbol;
    orderLots[working++] = passing;
    if (atOnce) {
      held[symbol] += passing;
    }
  }

  private long marketValue() {
    long value = image.weighed(row, worth);
    if (image.rounding) {
      for (int s = 0; s < columns; s++) {
        if (image.units[s] == 0 && positions[s] != 0) {
          value = Math.addExact(value, image.amount(s, positions[s], image.close(row, s)));
        }
      }
    }
    for (int i = 0; i < repricedCount; i++) {
      int s = repriced[i];
      value +=
          image.amount(s, positions[s], fillPrices[s])
              - image.amount(s, positions[s], image.close(row, s));
    }
    return value;
  }

  /** A bar's close takes the place of a fill's price. */
  private void forgetFillPrices() {
    int kept = 0;
    for (int i = 0; i < repricedCount; i++) {
      if (!image.trading(row, repriced[i])) {
        repriced[kept++] = repriced[i];
      }
    }
    repricedCount = kept;
  }

  private void reprice(int symbol, long price) {
    fillPrices[symbol] = price;
    for (int i = 0; i < repricedCount; i++) {
      if (repriced[i] == symbol) {
        return;
      }
    }
    if (repricedCount == repriced.length) {
      repriced = Arrays.copyOf(repriced, 2 * repricedCount + 8);
    }
    repriced[repricedCount++] = symbol;
  }

  /**
   * Fills the orders whose symbols have a bar in this row.
   *
   * @param decided whether after this row's decisions, and so after its closes were marked
   */
  private void fillWorking(boolean decided) {
    int waiting = 0;
    int count = working;
    for (int i = 0; i < count; i++) {
      int symbol = orderSymbols[i];
      if (image.trading(row, symbol)) {
        long price = fill(symbol, orderLots[i]);
        if (decided) {
          reprice(symbol, price);
        } else if (sameClose) {
          held[symbol] += orderLots[i];
        }
      } else {
        orderSymbols[waiting] = symbol;
        orderLots[waiting++] = orderLots[i];
      }
    }
    working = waiting;
  }

  /** Books an execution; returns its price in ticks. */
  private long fill(int symbol, long lots) {
    boolean buy = lots > 0;
    int sign = buy ? 1 : -1;
    Increment tick = image.ticks[symbol];
    int shape = image.shape(row, symbol);
    double reference;
    long price;
    if (shape == PriceImage.UNUSUAL) {
      reference = nextOpen ? image.panel.open(row, symbol) : image.panel.close(row, symbol);
      if (Double.isNaN(reference)) {
        throw image.noOpen(row, symbol);
      }
      price = buy ? bought(tick, reference, symbol) : sold(tick, reference, symbol);
    } else {
      long close = image.close(row, symbol);
      reference =
          nextOpen ? tick.toDouble(PriceImage.open(close, shape)) : image.lastClose(row, symbol);
      // A sale is a purchase with the signs turned: rounded up, and at most the edge.
      price =
          free && nextOpen
              ? PriceImage.open(close, shape)
              : sign
                  * Math.min(
                      tick.ceiling(sign * (reference * (buy ? worseBuy : worseSell))),
                      PriceImage.edge(close, shape, sign));
    }
    long count = Math.abs(lots);
    long notional = image.amount(symbol, count, price);
    double units = image.lots[symbol].toDouble(count);
    double paid = tick.toDouble(price);
    double worth = reference * units;
    double inPrice = sign * (paid - reference) * units;
    double spread = halfSpread * worth;
    double missing = (halfSpread + slippage) * worth - inPrice;
    long commission = commissionBps == 0 ? 0 : CENT.up(paid * units * commissionBps / 10_000);
    long fee = commission;
    if (missing > ROUNDING * worth) {
      fee += CENT.up(missing);
    }
    double slipped = inPrice + fee / 100.0 - commission / 100.0 - spread;
    fee = Math.multiplyExact(fee, feeUnit);
    cash = Math.subtractExact(cash, Math.addExact(sign * notional, fee));
    move(symbol, lots);
    byRow.fees[row] += fee;
    byRow.traded[row] += notional;
    byRow.spread[row] += spread;
    byRow.slippage[row] += slipped;
    counts.filled++;
    if (fills != null) {
      fills.add(row, symbol, lots, price, fee);
    }
    return price;
  }

  private void move(int symbol, long lots) {
    pendingBuys[symbol] -= Math.max(lots, 0);
    pendingSells[symbol] -= Math.max(-lots, 0);
    long before = positions[symbol];
    long after = Math.addExact(before, lots);
    positions[symbol] = after;
    if (before != 0 && (after == 0 || (before ^ after) < 0)) {
      counts.closed++;
    }
    long value = Math.multiplyExact(after, image.units[symbol]);
    long most = Math.multiplyExact(Math.abs(value), image.highest[symbol]);
    bound += most - Math.abs(worth[symbol]) * image.highest[symbol];
    worth[symbol] = value;
    if (bound >= PriceImage.LIMIT || bound < 0) {
      throw new ArithmeticException(
          "positions have become too large for amounts of 18 digits, the last in "
              + image.panel.symbols().get(symbol));
    }
  }

  /** Returns the price of a purchase in ticks: worse than the reference, within the bar. */
  private long bought(Increment tick, double reference, int symbol) {
    long worse = tick.ceiling(reference * worseBuy);
    double high = image.panel.high(row, symbol);
    if (Double.isNaN(high)) {
      high = Math.max(image.panel.open(row, symbol), image.panel.close(row, symbol));
    }
    return Double.isNaN(high) ? worse : Math.min(worse, tick.floor(high));
  }

  private long sold(Increment tick, double reference, int symbol) {
    long worse = tick.floor(reference * worseSell);
    double low = image.panel.low(row, symbol);
    if (Double.isNaN(low)) {
      low = Math.min(image.panel.open(row, symbol), image.panel.close(row, symbol));
    }
    return Double.isNaN(low) ? worse : Math.max(worse, tick.ceiling(low));
  }
}
