package io.quantkit.backtest.vector;

import io.quantkit.backtest.cost.CostModel;
import io.quantkit.backtest.market.FillTiming;
import io.quantkit.backtest.market.TradingCosts;
import io.quantkit.core.math.Decimal;
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

  /** How far from a whole number doubles below {@link #LARGE} are rounded right without care. */
  private static final double MARGIN = 1e-3;

  private static final double LARGE = 1L << 40;

  /** Cents that round up to none, and are not near to a whole number. */
  private static final double NOTHING = -0.25;

  private static final Increment CENT = new Increment(Decimal.parse("0.01"));

  final PriceImage image;
  final int columns;

  private final Decisions decisions;
  private final boolean shorting;
  private final boolean sameClose;
  private final boolean nextOpen;
  private final boolean free;
  private final double commissionBps;
  private final double halfSpread;
  private final double slippage;

  /** What purchases and sales multiply a price with. */
  private final double[] worse;

  private final boolean worsens;
  private final boolean charges;

  /** How many cents of commission a unit of money pays, and how many it is. */
  private final double commissionCents;

  private final double cents;
  private final long feeUnit;
  private final double moneyPower;
  private final double moneyUnit;
  private final @Nullable ModelledCosts modelled;
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

  private final AccountRows rows;
  private final Counts counts = new Counts();
  private final Tally tally;

  /**
   * Creates an account.
   *
   * @param rows receives what becomes of it
   */
  Simulation(VectorBacktest settings, Plan plan, AccountRows rows) {
    this.image = settings.image();
    this.columns = image.columns;
    this.rows = rows;
    this.tally = new Tally(image);
    this.shorting = settings.shortingAllowed();
    this.sameClose = settings.timing() == FillTiming.SAME_CLOSE;
    this.nextOpen =
        settings.timing() == FillTiming.NEXT_OPEN || settings.timing() == FillTiming.INTRABAR;
    CostModel model = settings.costs();
    TradingCosts costs = model instanceof TradingCosts fixed ? fixed : TradingCosts.NONE;
    this.modelled = model == costs ? null : new ModelledCosts(image, model, nextOpen);
    this.commissionBps = costs.commissionBps();
    this.halfSpread = costs.spreadBps() / 20_000;
    this.slippage = costs.slippageBps() / 10_000;
    this.worsens = halfSpread + slippage > 0;
    this.charges = commissionBps > 0;
    this.free = !worsens && !charges && modelled == null;
    this.worse = new double[] {1 + (halfSpread + slippage), 1 - (halfSpread + slippage)};
    this.feeUnit = PriceImage.power(image.moneyScale - TradingCosts.FEE_SCALE);
    this.moneyPower = PriceImage.power(image.moneyScale);
    this.moneyUnit = 1 / moneyPower;
    this.cents = 100 / moneyPower;
    this.commissionCents = commissionBps / 10_000 * cents;
    this.positions = new long[columns];
    this.pendingBuys = new long[columns];
    this.pendingSells = new long[columns];
    this.worth = new long[columns];
    this.fillPrices = new long[sameClose ? columns : 0];
    this.held = sameClose ? new long[columns] : positions;
    this.fills = settings.keepsFills() ? new FillColumns() : null;
    this.cashCheck = settings.cashCheck().map(check -> new CashCheck(check, this)).orElse(null);
    this.cash = image.money(settings.cash());
    this.decisions = Decisions.of(plan, this);
  }

  /** Goes on by some rows. */
  void advance(int from, int to) {
    for (row = from; row < to; row++) {
      if (working > 0) {
        fillWorking(false);
      }
      if (modelled != null) {
        modelled.onBars(row);
      }
      forgetFillPrices();
      equity = Math.addExact(cash, marketValue());
      decisions.decide(row);
      if (sameClose && working > 0) {
        fillWorking(true);
        equity = Math.addExact(cash, marketValue());
      }
      int at = rows.at(row);
      rows.equity[at] = equity;
      rows.cash[at] = cash;
    }
  }

  /** Sums up the first of the rows that were written last. */
  void tally(int written) {
    tally.add(rows, written);
  }

  /** Returns what was summed up. */
  VectorSummary summary() {
    return tally.summary(counts);
  }

  /** Returns what became of all rows. */
  VectorResult result() {
    return new VectorResult(image, rows, positions, fills, counts);
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
    if (!shorting && -passing > held[symbol] - (atOnce ? 0 : pendingSells[symbol]) && passing < 0) {
      counts.refused++;
      return;
    }
    pendingBuys[symbol] = Math.addExact(pendingBuys[symbol], bought(passing));
    pendingSells[symbol] = Math.addExact(pendingSells[symbol], sold(passing));
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

  // The sides of orders cannot be foreseen by a processor, so these do without a branch.

  private static long bought(long lots) {
    return lots & ~(lots >> 63);
  }

  private static long sold(long lots) {
    return -lots & (lots >> 63);
  }

  private long marketValue() {
    long sum = image.weighed(row, worth);
    if (image.rounding) {
      for (int s = 0; s < columns; s++) {
        if (image.units[s] == 0 && positions[s] != 0) {
          sum = Math.addExact(sum, image.amount(s, positions[s], image.close(row, s)));
        }
      }
    }
    for (int i = 0; i < repricedCount; i++) {
      int s = repriced[i];
      sum +=
          image.amount(s, positions[s], fillPrices[s])
              - image.amount(s, positions[s], image.close(row, s));
    }
    return sum;
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
    if (modelled != null && !decided) {
      bringTogether();
    }
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

  /**
   * Puts the orders in a symbol behind its first one, as the market goes by symbol: what executions
   * in one cost may depend on those in others before.
   */
  private void bringTogether() {
    for (int i = 0; i < working; i++) {
      int symbol = orderSymbols[i];
      long others = pendingBuys[symbol] + pendingSells[symbol] - Math.abs(orderLots[i]);
      for (int j = i + 1; others > 0 && j < working; j++) {
        if (orderSymbols[j] == symbol) {
          long lots = orderLots[j];
          i++;
          System.arraycopy(orderSymbols, i, orderSymbols, i + 1, j - i);
          System.arraycopy(orderLots, i, orderLots, i + 1, j - i);
          orderSymbols[i] = symbol;
          orderLots[i] = lots;
          others -= Math.abs(lots);
        }
      }
    }
  }

  /** Books an execution; returns its price in ticks. */
  private long fill(int symbol, long lots) {
    long cell = image.cell(row, symbol);
    int shape = (int) cell;
    if (shape == PriceImage.UNUSUAL || modelled != null || !image.exact(symbol, nextOpen)) {
      return fillByDoubles(symbol, lots);
    }
    long close = cell >> Integer.SIZE;
    long reference = nextOpen ? PriceImage.open(close, shape) : close;
    if (free) {
      book(symbol, lots, reference, image.amount(symbol, lots, reference), 0);
      return reference;
    }
    return fillInWholeNumbers(symbol, lots, close, shape, reference);
  }

  /** Books an execution with costs, if what is rounded is far enough from where it would change. */
  private long fillInWholeNumbers(int symbol, long lots, long close, int shape, long reference) {
    long price = reference;
    if (worsens) {
      double worsened = reference * worse[(int) (lots >>> 63)];
      if (nearWhole(worsened)) {
        return fillByDoubles(symbol, lots);
      }
      // A sale is a purchase with the signs turned: rounded up, and at most the edge.
      int sign = 1 | (int) (lots >> 63);
      long rounded = (long) Math.ceil(sign * worsened);
      long beyond = PriceImage.edge(close, shape, sign) - rounded;
      price = sign * (rounded + (beyond & (beyond >> 63)));
    }
    long notional = image.amount(symbol, lots, price);
    long unworsened = image.amount(symbol, lots, reference);
    long inPrice = notional - unworsened;
    double commission = Math.abs(notional) * commissionCents;
    double missing = (Math.abs(unworsened) * (halfSpread + slippage) - inPrice) * cents;
    missing = Math.max(missing, NOTHING);
    if (nearWhole(missing) || (charges && nearWhole(commission)) || !(commission < LARGE)) {
      return fillByDoubles(symbol, lots);
    }
    long extra = feeUnit * (long) Math.ceil(missing);
    long fee = Math.addExact(Math.multiplyExact(feeUnit, (long) Math.ceil(commission)), extra);
    double spread = Math.abs(unworsened) * halfSpread;
    writeCosts(fee, spread * moneyUnit, (inPrice + extra - spread) * moneyUnit);
    book(symbol, lots, price, notional, fee);
    return price;
  }

  /** Returns whether an error of a double's last digits could change what it is rounded to. */
  private static boolean nearWhole(double value) {
    return Math.abs(value - Math.rint(value)) < MARGIN;
  }

  private void writeCosts(long fee, double spread, double slipped) {
    int at = rows.at(row);
    rows.fees[at] += fee;
    rows.spread[at] += spread;
    rows.slippage[at] += slipped;
  }

  /** Books an execution with the market's own steps. */
  private long fillByDoubles(int symbol, long lots) {
    double reference = nextOpen ? image.panel.open(row, symbol) : image.panel.close(row, symbol);
    if (Double.isNaN(reference)) {
      throw image.noOpen(row, symbol);
    }
    int sign = lots > 0 ? 1 : -1;
    double half = halfSpread;
    double slip = slippage;
    if (modelled != null) {
      modelled.begin(row, symbol, lots, reference);
      half = modelled.halfSpread;
      slip = modelled.slippage;
    }
    long price = worsened(symbol, reference * (1 + sign * (half + slip)), lots > 0);
    double units = image.lots[symbol].toDouble(Math.abs(lots));
    double paid = image.ticks[symbol].toDouble(price);
    double notional = reference * units;
    double inPrice = sign * (paid - reference) * units;
    double missing = (half + slip) * notional - inPrice;
    long extra = missing > ROUNDING * notional ? CENT.up(missing) : 0;
    long fee = charges ? CENT.up(paid * units * commissionBps / 10_000) : 0;
    fee = Math.multiplyExact(Math.addExact(fee, extra), feeUnit);
    if (modelled != null) {
      fee = Math.addExact(fee, modelled.end(row, symbol, lots, price));
    }
    writeCosts(fee, half * notional, inPrice + extra / 100.0 - half * notional);
    book(symbol, lots, price, image.amount(symbol, lots, price), fee);
    return price;
  }

  /** Returns a price in ticks, rounded against the trader and kept within the bar. */
  private long worsened(int symbol, double price, boolean buy) {
    Increment tick = image.ticks[symbol];
    long rounded = buy ? tick.ceiling(price) : tick.floor(price);
    double value = tick.toDouble(rounded);
    double high = image.panel.high(row, symbol);
    double low = image.panel.low(row, symbol);
    if (Double.isNaN(high + low)) {
      double open = image.panel.open(row, symbol);
      double close = image.panel.close(row, symbol);
      high = Double.isNaN(high) ? Math.max(open, close) : high;
      low = Double.isNaN(low) ? Math.min(open, close) : low;
    }
    if (value > high) {
      return Math.min(rounded, tick.floor(high));
    }
    return value < low ? Math.max(rounded, tick.ceiling(low)) : rounded;
  }

  private void book(int symbol, long lots, long price, long notional, long fee) {
    cash = Math.subtractExact(cash, Math.addExact(notional, fee));
    rows.traded[rows.at(row)] += Math.abs(notional);
    counts.filled++;
    if (fills != null) {
      fills.add(row, symbol, lots, price, fee);
    }
    move(symbol, lots);
  }

  private void move(int symbol, long lots) {
    pendingBuys[symbol] -= bought(lots);
    pendingSells[symbol] -= sold(lots);
    long before = positions[symbol];
    long after = Math.addExact(before, lots);
    positions[symbol] = after;
    // One where a position ended or was turned round, again without a branch.
    long opened = (before | -before) >>> 63;
    long closed = ((before ^ after) | ~(after | -after)) >>> 63;
    counts.closed += opened & closed;
    long highest = image.highest[symbol];
    long now = Math.multiplyExact(after, image.units[symbol]);
    long most = Math.multiplyExact(Math.abs(now), highest);
    bound += most - Math.abs(worth[symbol]) * highest;
    worth[symbol] = now;
    if (bound >= PriceImage.LIMIT || bound < 0) {
      throw new ArithmeticException(
          "positions have become too large for amounts of 18 digits, the last in "
              + image.panel.symbols().get(symbol));
    }
  }
}
