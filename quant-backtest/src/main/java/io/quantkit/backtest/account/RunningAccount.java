package io.quantkit.backtest.account;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.ledger.ActionTerms;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cash, positions and open orders of any kind of account; its {@link AccountRules} judge.
 *
 * <p>The arithmetic is the ledger's: a notional is rounded to nine decimals, ties to even, so that
 * the cash here and in the engine's ledger are the same to the last digit.
 */
final class RunningAccount implements BrokerAccount {
  private static final int MONEY_SCALE = 9;
  private static final int CENTS = 2;

  private final Symbols symbols;
  private final Instrument[] instruments;
  private final TradingCalendar calendar;
  private final Currency currency;
  private final AccountRules rules;
  private final FinancingRun financing;

  private final Decimal[] positions;
  private final double[] prices;

  /** The exact price that an execution or an action told, null if bars told a later one. */
  private final @Nullable Decimal[] exact;

  /** The symbols whose positions are not zero, and the place of each among them, -1 if none. */
  private final int[] held;

  private final int[] places;
  private int heldCount;

  /** Units and money of orders that work, by symbol. */
  private final Decimal[] openBuys;

  private final Decimal[] openSells;
  private final Decimal[] openBuyValues;
  private final Decimal[] openSellValues;
  private Decimal openBuyValue = Decimal.ZERO;

  /** How many symbols have orders that work, those with orders on both sides counting twice. */
  private int openCount;

  private Decimal cash;

  /** Dividends that are earned and not paid yet, by the time they are paid. */
  private final List<Payment> payments = new ArrayList<>();

  private Decimal receivable = Decimal.ZERO;

  /** What is told at the next session's close beside interest. */
  private final List<String> notes = new ArrayList<>();

  private Symbols sliceSymbols;
  private int[] sliceColumns = new int[0];

  private LocalDate day = LocalDate.MIN;
  private long dayFrom = Long.MAX_VALUE;
  private long dayTo = Long.MIN_VALUE;
  private long activityNumber;

  RunningAccount(AccountOpening opening, AccountRules rules) {
    int n = opening.symbols().size();
    this.symbols = opening.symbols();
    this.calendar = opening.calendar();
    this.currency = opening.currency();
    this.rules = rules;
    this.cash = opening.cash();
    this.instruments = new Instrument[n];
    for (int s = 0; s < n; s++) {
      instruments[s] = opening.universe().instrument(symbols.get(s));
    }
    this.financing = new FinancingRun(opening.financing(), n);
    this.positions = zeros(n);
    this.prices = new double[n];
    this.exact = new Decimal[n];
    this.held = new int[n];
    this.places = new int[n];
    Arrays.fill(places, -1);
    this.openBuys = zeros(n);
    this.openSells = zeros(n);
    this.openBuyValues = zeros(n);
    this.openSellValues = zeros(n);
    this.sliceSymbols = symbols;
  }

  private static Decimal[] zeros(int n) {
    Decimal[] zeros = new Decimal[n];
    Arrays.fill(zeros, Decimal.ZERO);
    return zeros;
  }

  // What rules ask.

  int size() {
    return symbols.size();
  }

  Symbol symbol(int symbol) {
    return symbols.get(symbol);
  }

  Instrument instrument(int symbol) {
    return instruments[symbol];
  }

  TradingCalendar calendar() {
    return calendar;
  }

  Decimal cash() {
    return cash;
  }

  int heldCount() {
    return heldCount;
  }

  int held(int place) {
    return held[place];
  }

  int openCount() {
    return openCount;
  }

  Decimal openBuys(int symbol) {
    return openBuys[symbol];
  }

  Decimal openSells(int symbol) {
    return openSells[symbol];
  }

  Decimal openBuyValue(int symbol) {
    return openBuyValues[symbol];
  }

  Decimal openSellValue(int symbol) {
    return openSellValues[symbol];
  }

  /** Returns what all open orders to buy are expected to cost. */
  Decimal openBuyValue() {
    return openBuyValue;
  }

  /** Returns the last known price as the ledger has it, that of a bar on the instrument's tick. */
  Decimal price(int symbol) {
    Decimal told = exact[symbol];
    if (told != null) {
      return told;
    }
    Decimal tick = instruments[symbol].tickSize();
    Decimal rounded = Decimal.of(prices[symbol], tick.scale(), RoundingMode.HALF_EVEN);
    return tick.unscaled() == 1 ? rounded : rounded.roundToMultiple(tick, RoundingMode.HALF_EVEN);
  }

  /** Returns {@code quantity * price}, rounded as in the ledger. */
  static Decimal money(Decimal quantity, Decimal price) {
    return quantity.times(price, MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  Decimal equity() {
    Decimal equity = cash.plus(receivable);
    for (int i = 0; i < heldCount; i++) {
      equity = equity.plus(money(positions[held[i]], price(held[i])));
    }
    return equity;
  }

  /** Returns the value of short positions, at least 0. */
  Decimal shortValue() {
    Decimal value = Decimal.ZERO;
    for (int i = 0; i < heldCount; i++) {
      if (positions[held[i]].isNegative()) {
        value = value.minus(money(positions[held[i]], price(held[i])));
      }
    }
    return value;
  }

  /** Returns the date of the market's zone. */
  LocalDate date(long time) {
    if (time < dayFrom || time >= dayTo) {
      day = calendar.dateOf(time);
      dayFrom = EpochNanos.of(day.atStartOfDay(calendar.zone()).toInstant());
      dayTo = EpochNanos.of(day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }
    return day;
  }

  /** Has something told at the next session's close. */
  void note(String text) {
    notes.add(text);
  }

  /** Returns why units cannot be sold that are not held or promised already, empty if they are. */
  Optional<String> uncovered(int symbol, Decimal quantity) {
    Decimal available = positions[symbol].minus(openSells[symbol]);
    return quantity.compareTo(available) <= 0
        ? Optional.empty()
        : Optional.of(
            "selling %s %s would go short, available are %s"
                .formatted(quantity, symbols.get(symbol), available));
  }

  // The account.

  @Override
  public Optional<String> refusal(
      int symbol, Side side, Decimal quantity, Decimal price, long time) {
    pay(time);
    return rules.refusal(this, symbol, side, quantity, price, time);
  }

  @Override
  public void reserve(int symbol, Side side, Decimal quantity, Decimal price) {
    change(symbol, side, quantity, money(quantity, price));
  }

  @Override
  public void release(int symbol, Side side, Decimal quantity, Decimal price) {
    change(symbol, side, quantity.negated(), money(quantity, price).negated());
  }

  private void change(int symbol, Side side, Decimal quantity, Decimal value) {
    Decimal[] units = side == Side.BUY ? openBuys : openSells;
    Decimal[] values = side == Side.BUY ? openBuyValues : openSellValues;
    Decimal changed = units[symbol].plus(quantity);
    if (changed.isNegative()) {
      throw new IllegalStateException(
          "more of %s was released than reserved: %s".formatted(symbols.get(symbol), changed));
    }
    openCount += (changed.isZero() ? 0 : 1) - (units[symbol].isZero() ? 0 : 1);
    // The parts of an order's value may not sum to the whole to the last digit.
    Decimal valueChange = changed.isZero() ? values[symbol].negated() : value;
    units[symbol] = changed;
    values[symbol] = values[symbol].plus(valueChange);
    if (side == Side.BUY) {
      openBuyValue = openBuyValue.plus(valueChange);
    }
  }

  @Override
  public void onFill(int symbol, Fill fill) {
    rules.onFill(this, symbol, fill);
    boolean buy = fill.side() == Side.BUY;
    Decimal notional = fill.notional();
    Decimal changed = buy ? cash.minus(notional) : cash.plus(notional);
    Decimal fee = fill.fee();
    cash = fee.isZero() ? changed : changed.minus(fee.round(MONEY_SCALE, RoundingMode.HALF_EVEN));
    exact[symbol] = fill.price();
    Decimal before = positions[symbol];
    hold(symbol, buy ? before.plus(fill.quantity()) : before.minus(fill.quantity()));
  }

  private void hold(int symbol, Decimal quantity) {
    positions[symbol] = quantity;
    boolean was = places[symbol] >= 0;
    if (was && quantity.isZero()) {
      int last = held[--heldCount];
      held[places[symbol]] = last;
      places[last] = places[symbol];
      places[symbol] = -1;
    } else if (!was && !quantity.isZero()) {
      places[symbol] = heldCount;
      held[heldCount++] = symbol;
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same columns are the same object in a run
  public void onBars(BarSlice bars) {
    Symbols theirs = bars.symbols();
    if (theirs != sliceSymbols) {
      sliceSymbols = theirs;
      sliceColumns = new int[symbols.size()];
      for (int s = 0; s < sliceColumns.length; s++) {
        sliceColumns[s] = theirs.indexOf(symbols.get(s));
      }
    }
    boolean same = theirs == symbols;
    for (int i = 0; i < heldCount; i++) {
      int symbol = held[i];
      int column = same ? symbol : sliceColumns[symbol];
      if (column >= 0 && bars.has(column)) {
        prices[symbol] = bars.close(column);
        exact[symbol] = null;
      }
    }
  }

  @Override
  public void onPrice(int symbol, double price) {
    prices[symbol] = price;
  }

  /** Lets a ledger that holds the same work out what becomes of it. */
  @Override
  public void onAction(CorporateAction action, ActionTerms terms) {
    pay(action.eventTime());
    int symbol = symbols.indexOf(action.symbol());
    if (symbol < 0 || positions[symbol].isZero()) {
      return;
    }
    Ledger ledger = Ledger.open(currency);
    ledger.deposit(action.eventTime(), Decimal.ONE);
    int[] concerned = Arrays.copyOf(held, heldCount);
    Arrays.sort(concerned);
    for (int s : concerned) {
      enter(ledger, s, action.eventTime());
    }
    Decimal before = ledger.cash();
    ledger.apply(action, terms);
    cash = cash.plus(ledger.cash()).minus(before);
    Decimal earned = ledger.receivables();
    if (!earned.isZero() && action instanceof CorporateAction.CashDividend dividend) {
      receivable = receivable.plus(earned);
      payments.add(new Payment(dividend.payAt(), earned));
      payments.sort(Comparator.comparingLong(Payment::time));
    }
    for (int s : concerned) {
      hold(s, Decimal.ZERO);
    }
    for (Position position : ledger.positions()) {
      int s = symbols.require(position.symbol());
      hold(s, position.quantity());
      exact[s] = position.marketPrice();
    }
  }

  private void enter(Ledger ledger, int symbol, long time) {
    Decimal price = price(symbol);
    Decimal entry = price.isPositive() ? price : instruments[symbol].tickSize();
    Decimal quantity = positions[symbol];
    ledger.apply(
        new Fill(
            ClientOrderId.of("held"),
            Integer.toString(symbol),
            symbols.get(symbol),
            quantity.isNegative() ? Side.SELL : Side.BUY,
            quantity.abs(),
            entry,
            Decimal.ZERO,
            time));
    ledger.mark(symbols.get(symbol), price);
  }

  /** Turns the dividends that are paid by a time into cash. */
  private void pay(long time) {
    while (!payments.isEmpty() && payments.get(0).time <= time) {
      Decimal amount = payments.remove(0).amount;
      receivable = receivable.minus(amount);
      cash = cash.plus(amount);
    }
  }

  @Override
  public void onSessionClose(Session session, Consumer<AccountActivity> sink) {
    pay(session.close());
    for (String text : notes) {
      tell(AccountActivity.Kind.FEE, session.close(), Decimal.ZERO, Optional.empty(), text, sink);
    }
    notes.clear();
    financing.charge(this, session, days(session.date()), sink);
  }

  /** Returns how many calendar days there are until the next session. */
  private long days(LocalDate date) {
    return date.isBefore(calendar.lastDate())
        ? calendar.nextSession(date).date().toEpochDay() - date.toEpochDay()
        : 1;
  }

  /** Books an amount and tells it. */
  void tell(
      AccountActivity.Kind kind,
      long time,
      Decimal amount,
      Optional<Symbol> symbol,
      String text,
      Consumer<AccountActivity> sink) {
    cash = cash.plus(amount);
    String id = "sim-activity-" + ++activityNumber;
    sink.accept(new AccountActivity(kind, id, time, amount, symbol, text));
  }

  @Override
  public boolean shorting() {
    return rules.shorting();
  }

  @Override
  public List<Liquidation> liquidations(long time) {
    pay(time);
    return rules.liquidations(this, time);
  }

  @Override
  public Decimal position(int symbol) {
    return positions[symbol];
  }

  @Override
  public AccountSnapshot snapshot() {
    return new AccountSnapshot(
        "simulated",
        currency,
        cash,
        equity(),
        rules.buyingPower(this),
        Optional.of(rules.initialMargin(this)),
        Optional.of(rules.maintenanceMargin(this)));
  }

  /** A dividend that was earned and is not paid yet. */
  private record Payment(long time, Decimal amount) {}

  /** What is owed and earned and has not come to a cent. */
  private static final class FinancingRun {
    private final Financing financing;
    private final boolean none;
    private final Decimal[] borrowed;
    private Decimal margin = Decimal.ZERO;
    private Decimal credit = Decimal.ZERO;

    FinancingRun(Financing financing, int symbols) {
      this.financing = financing;
      this.none = financing.equals(Financing.NONE);
      this.borrowed = none ? new Decimal[0] : zeros(symbols);
    }

    void charge(
        RunningAccount account, Session session, long days, Consumer<AccountActivity> sink) {
      if (none) {
        return;
      }
      LocalDate date = session.date();
      Decimal balance = account.cash.minus(account.shortValue());
      if (balance.isPositive()) {
        credit = credit.plus(financing.cash().amount(balance, date, days));
        Decimal due = credit.round(CENTS, RoundingMode.HALF_EVEN);
        credit = credit.minus(due);
        if (!due.isZero()) {
          account.tell(
              AccountActivity.Kind.CASH_INTEREST,
              session.close(),
              due,
              Optional.empty(),
              "interest of %d days on %s".formatted(days, balance),
              sink);
        }
      } else if (balance.isNegative()) {
        Decimal debit = balance.negated();
        margin = margin.plus(financing.margin().amount(debit, date, days));
        Decimal due = margin.round(CENTS, RoundingMode.HALF_EVEN);
        margin = margin.minus(due);
        if (!due.isZero()) {
          account.tell(
              AccountActivity.Kind.MARGIN_INTEREST,
              session.close(),
              due.negated(),
              Optional.empty(),
              "interest of %d days on %s borrowed".formatted(days, debit),
              sink);
        }
      }
      for (int s = 0; s < borrowed.length; s++) {
        Decimal quantity = account.positions[s];
        if (quantity.isNegative()) {
          borrow(account, s, quantity.negated(), session, days, sink);
        }
      }
    }

    private void borrow(
        RunningAccount account,
        int symbol,
        Decimal quantity,
        Session session,
        long days,
        Consumer<AccountActivity> sink) {
      Symbol name = account.symbols.get(symbol);
      Decimal price = account.price(symbol);
      borrowed[symbol] =
          borrowed[symbol].plus(
              financing.borrowing().fee(name, quantity, price, session.date(), days));
      Decimal due = borrowed[symbol].round(CENTS, RoundingMode.HALF_EVEN);
      borrowed[symbol] = borrowed[symbol].minus(due);
      if (!due.isZero()) {
        account.tell(
            AccountActivity.Kind.BORROW_FEE,
            session.close(),
            due.negated(),
            Optional.of(name),
            "borrowing %s for %d days at %s".formatted(quantity, days, price),
            sink);
      }
    }
  }
}
