package io.quantkit.core.ledger;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Side;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.SettlementRule;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The exact, double-entry books of one account in one currency.
 *
 * <p>After every call, to the last digit:
 *
 * <ul>
 *   <li>debits equal credits over all {@linkplain LedgerAccount accounts};
 *   <li>{@code equity = cash + receivables + sum of market values};
 *   <li>{@code equity = deposits + realised + unrealised + dividends + interest - fees - taxes}.
 * </ul>
 *
 * <p>Positions are kept as lots, and a position may be long or short; one fill may close the one
 * and open the other. Realised and unrealised profit are before fees, because fees have an account
 * of their own. A position is worth its units times the last price known, which is that of the last
 * {@link #mark} or the last fill, whichever came later, moved by the corporate actions since.
 * Values are not booked: no journal entry changes them.
 *
 * <p>An amount is rounded once, when it enters the books, to {@link Builder#moneyScale}, ties to
 * even: {@code quantity * price} of a fill, its fee, every amount passed in, and {@code units *
 * price} for a market value. From then on amounts are only added and subtracted; what is left of a
 * lot keeps what is left of its cost. All amounts are counted in the same decimals, as many as the
 * finest of them needs: if they do not all fit the 18 digits of a {@link Decimal} then, the call
 * throws an {@link ArithmeticException} and the books stay as they were.
 *
 * <p>The ledger records and does not judge: cash and positions may become negative. Times are
 * recorded as stated and need not increase. Everything must be in the ledger's currency. Belongs to
 * one thread.
 */
public final class Ledger implements LedgerView {

  /** The number of decimals to which amounts are rounded unless the builder says otherwise: 9. */
  public static final int DEFAULT_MONEY_SCALE = 9;

  private static final int ACCOUNTS = LedgerAccount.values().length;
  private static final int CASH = LedgerAccount.CASH.ordinal();
  private static final int POSITIONS = LedgerAccount.POSITIONS.ordinal();
  private static final int FEES = LedgerAccount.FEES.ordinal();
  private static final int CAPITAL = LedgerAccount.CAPITAL.ordinal();
  private static final int REALISED = LedgerAccount.REALISED.ordinal();
  private static final int DIVIDENDS = LedgerAccount.DIVIDENDS.ordinal();
  private static final int INTEREST = LedgerAccount.INTEREST.ordinal();
  private static final int RECEIVABLES = LedgerAccount.RECEIVABLES.ordinal();
  private static final int TAXES = LedgerAccount.TAXES.ordinal();

  /** Of how many feeds the columns are remembered. */
  private static final int FEEDS = 8;

  private final Currency currency;
  private final LotMethod lotMethod;
  private final Money money;
  private final @Nullable LedgerListener listener;
  private final Map<Symbol, Holding> holdings = new LinkedHashMap<>();
  private final Executions executions = new Executions();
  private final Set<String> actions = new HashSet<>();
  private final List<Payment> payments = new ArrayList<>();
  private final long[] balances = new long[ACCOUNTS];
  private final long[] changes = new long[ACCOUNTS];
  private final long[] next = new long[ACCOUNTS];
  private final @Nullable Settlements settlements;
  private Holding[] open = new Holding[8]; // what is not flat, in no particular order
  private int openCount;
  private long longValue;
  private long shortValue;
  private long sequence;
  private long settledUntil = Long.MIN_VALUE;
  private final List<Columns> feeds = new ArrayList<>();
  private @Nullable Columns lastFeed;

  private Ledger(Builder builder) {
    this.currency = builder.currency;
    this.lotMethod = builder.lotMethod;
    this.money = new Money(builder.moneyScale);
    this.listener = builder.listener;
    this.settlements = builder.settlement == null ? null : new Settlements(builder.settlement);
  }

  /** Returns empty books with first-in-first-out lots and amounts of up to nine decimals. */
  public static Ledger open(Currency currency) {
    return builder(currency).build();
  }

  /** Returns a builder of empty books. */
  public static Builder builder(Currency currency) {
    return new Builder(currency);
  }

  /** Returns what all amounts are in. */
  @Override
  public Currency currency() {
    return currency;
  }

  /** Returns the money held, settled or not; negative if borrowed. */
  @Override
  public Decimal cash() {
    return money.decimal(balances[CASH]);
  }

  /** Returns deposits less withdrawals. */
  @Override
  public Decimal deposits() {
    return money.decimal(-balances[CAPITAL]);
  }

  /** Returns the profit on closed lots, before fees. */
  @Override
  public Decimal realisedPnl() {
    return money.decimal(-balances[REALISED]);
  }

  /** Returns the profit on closed lots of one symbol, before fees; zero if it was never traded. */
  public Decimal realisedPnl(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? Decimal.ZERO : money.decimal(holding.realised);
  }

  /** Returns the market value of all positions less what they cost, before fees. */
  @Override
  public Decimal unrealisedPnl() {
    return money.decimal(longValue + shortValue - balances[POSITIONS]);
  }

  /** Returns the fees paid less rebates received, of fills and others. */
  @Override
  public Decimal fees() {
    return money.decimal(balances[FEES]);
  }

  /** Returns the dividends earned, tax included, less those owed on short positions. */
  @Override
  public Decimal dividends() {
    return money.decimal(-balances[DIVIDENDS]);
  }

  /** Returns the interest received less interest paid. */
  @Override
  public Decimal interest() {
    return money.decimal(-balances[INTEREST]);
  }

  @Override
  public Decimal fx() {
    return Decimal.ZERO;
  }

  @Override
  public List<CurrencyBalance> balances() {
    return List.of(new CurrencyBalance(currency, cash(), marketValue(), equity(), Decimal.ONE));
  }

  /** Returns the dividends earned after tax that are not paid yet; negative if more are owed. */
  public Decimal receivables() {
    return money.decimal(balances[RECEIVABLES]);
  }

  /** Returns the taxes withheld from dividends. */
  public Decimal taxes() {
    return money.decimal(balances[TAXES]);
  }

  /** Returns the value of long less that of short positions at the last known prices. */
  public Decimal marketValue() {
    return money.decimal(longValue + shortValue);
  }

  /** Returns {@code cash + receivables + marketValue}. */
  @Override
  public Decimal equity() {
    return money.decimal(equityUnits());
  }

  /** Returns {@link #equity()} as the nearest double. */
  @Override
  public double equityAsDouble() {
    return money.toDouble(equityUnits());
  }

  /** Returns {@link #cash()} as the nearest double. */
  @Override
  public double cashAsDouble() {
    return money.toDouble(balances[CASH]);
  }

  /** Returns the market value of the long positions, at least 0, as the nearest double. */
  @Override
  public double longValueAsDouble() {
    return money.toDouble(longValue);
  }

  /** Returns the market value of the short positions, at most 0, as the nearest double. */
  @Override
  public double shortValueAsDouble() {
    return money.toDouble(shortValue);
  }

  private long equityUnits() {
    return balances[CASH] + balances[RECEIVABLES] + longValue + shortValue;
  }

  /** Returns how many positions are not flat. */
  @Override
  public int openPositions() {
    return openCount;
  }

  /** Returns what is held of a symbol; flat if it was never traded. */
  @Override
  public Position position(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? Position.flat(symbol) : holding.position(money);
  }

  /** Returns the positions that are not flat, in the order in which they were first traded. */
  @Override
  public List<Position> positions() {
    List<Position> positions = new ArrayList<>();
    for (Holding holding : holdings.values()) {
      if (holding.quantity != 0) {
        positions.add(holding.position(money));
      }
    }
    return Collections.unmodifiableList(positions);
  }

  /** Returns the lots held of a symbol, oldest first; none if it is flat. */
  public List<Lot> lots(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? List.of() : holding.lots.toList(holding.quantity < 0);
  }

  /** Returns the balances of all accounts. */
  public TrialBalance trialBalance() {
    Decimal[] amounts = new Decimal[ACCOUNTS];
    for (int i = 0; i < ACCOUNTS; i++) {
      amounts[i] = money.decimal(balances[i]);
    }
    return new TrialBalance(amounts);
  }

  /** Returns whether a fill of the same order with the same execution identifier was booked. */
  public boolean seen(Fill fill) {
    return executions.contains(fill);
  }

  /**
   * Books money that comes in.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much, positive
   */
  public void deposit(long time, Decimal amount) {
    requirePositive(amount);
    exchange(time, CAPITAL, amount, JournalEntry.Kind.DEPOSIT, "");
  }

  /**
   * Books money that goes out.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much, positive
   */
  public void withdraw(long time, Decimal amount) {
    requirePositive(amount);
    exchange(time, CAPITAL, amount.negated(), JournalEntry.Kind.WITHDRAWAL, "");
  }

  /**
   * Books a dividend. The symbol need not be held any more.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much was received; negative if it was paid on a short position
   */
  public void dividend(long time, Symbol symbol, Decimal amount) {
    Holding holding = holdings.computeIfAbsent(symbol, this::newHolding);
    fit(
        () -> {
          long received = money.of(amount);
          long sum = Money.checked(holding.dividends + received);
          changes[CASH] = received;
          changes[DIVIDENDS] = -received;
          prepare();
          holding.dividends = sum;
        });
    commit(time, JournalEntry.Kind.DIVIDEND, symbol.value());
  }

  /**
   * Books interest.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much was received; negative if it was paid
   */
  public void interest(long time, Decimal amount) {
    exchange(time, INTEREST, amount, JournalEntry.Kind.INTEREST, "");
  }

  /**
   * Books a fee that belongs to no fill.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much was paid; negative for a rebate
   * @param description what for
   */
  public void fee(long time, Decimal amount, String description) {
    Objects.requireNonNull(description, "description");
    exchange(time, FEES, amount.negated(), JournalEntry.Kind.FEE, description);
  }

  /**
   * Books an execution and its fee, and takes its price for the last known one.
   *
   * @throws IllegalStateException if the execution was booked before; see {@link #seen}
   */
  public void apply(Fill fill) {
    if (executions.contains(fill)) {
      throw new IllegalStateException(
          "execution %s of order %s was booked before"
              .formatted(fill.executionId(), fill.orderId()));
    }
    Holding known = holdings.get(fill.symbol());
    Holding holding = known == null ? newHolding(fill.symbol()) : known;
    int unitScale = fill.quantity().scale();
    if (unitScale != holding.lots.unitScale()
        && (unitScale > holding.lots.unitScale() || holding.quantity == 0)) {
      holding.unitScale(unitScale);
    }
    long settles =
        holding.settlement == null ? Long.MIN_VALUE : holding.settlement.settles(fill.time());
    prefer(Math.max(holding.lots.unitScale() + fill.price().scale(), fill.fee().scale()));
    try {
      book(fill, holding, settles);
    } catch (ArithmeticException tight) {
      holding.coarsenUnits(unitScale);
      refit(() -> book(fill, holding, settles), tight);
    }
    if (known == null) {
      holdings.put(fill.symbol(), holding);
    }
    executions.add(fill);
    journal(fill.time(), JournalEntry.Kind.FILL, fill.executionId());
  }

  /** Works out what a fill changes, all of it before the first change. */
  private void book(Fill fill, Holding holding, long settles) {
    Lots lots = holding.lots;
    boolean buy = fill.side() == Side.BUY;
    long price = fill.price().unscaled();
    int priceScale = fill.price().scale();
    int unitScale = lots.unitScale();
    long units = lots.units(fill.quantity());
    long signed = buy ? units : -units;
    long held = holding.quantity;

    long closing = (held ^ signed) < 0 ? Math.min(units, Math.abs(held)) : 0;
    long opening = units - closing;
    long notional = money.times(units, unitScale, price, priceScale);
    long closingValue =
        opening == 0 ? notional : money.times(closing, unitScale, price, priceScale);
    long openingValue = notional - closingValue;
    long closedCost = lots.plan(closing);
    long gain = buy ? closedCost - closingValue : closingValue - closedCost;
    long fee = money.of(fill.fee());

    long opened = openingValue + closedCost;
    long costChange = buy ? opened : -opened;
    long quantity = Money.checked(held + signed);
    long cost = Money.checked(holding.cost + costChange);
    long realised = Money.checked(holding.realised + gain);
    long fees = Money.checked(holding.fees + fee);
    long value = money.times(quantity, unitScale, price, priceScale);
    long cashChange = (buy ? -notional : notional) - fee;
    long allCash = Money.checked(balances[CASH] + cashChange);
    long allCosts = Money.checked(balances[POSITIONS] + costChange);
    long allFees = Money.checked(balances[FEES] + fee);
    long allRealised = Money.checked(balances[REALISED] - gain);
    if (settles > settledUntil && settlements != null) {
      settlements.check(settles, cashChange);
    }
    revalue(holding, value);

    balances[CASH] = allCash;
    balances[POSITIONS] = allCosts;
    balances[FEES] = allFees;
    balances[REALISED] = allRealised;
    if (listener != null) {
      changes[CASH] = cashChange;
      changes[POSITIONS] = costChange;
      changes[FEES] = fee;
      changes[REALISED] = -gain;
    }
    if (settles > settledUntil && settlements != null) {
      settlements.add(settles, cashChange);
    }

    lots.close();
    if (opening != 0) {
      lots.open(fill.time(), opening, price, priceScale, openingValue);
    }
    holding.quantity = quantity;
    holding.cost = cost;
    holding.realised = realised;
    holding.fees = fees;
    holding.price = price;
    holding.priceScale = priceScale;
    holding.moved();
    if (held == 0 || quantity == 0) {
      list(holding, held != 0);
    }
  }

  private Holding newHolding(Symbol symbol) {
    Settlements.Dates dates = settlements == null ? null : settlements.dates(symbol);
    return new Holding(symbol, holdings.size(), new Lots(lotMethod, money), dates);
  }

  /** Takes over the value of a holding, as the last thing that may fail. */
  private void revalue(Holding holding, long value) {
    long before = holding.value;
    long longs = Money.checked(longValue - Math.max(before, 0) + Math.max(value, 0));
    shortValue = Money.checked(shortValue - Math.min(before, 0) + Math.min(value, 0));
    longValue = longs;
    holding.value = value;
  }

  /** Keeps the list of what is open after a holding became flat or is flat no more. */
  private void list(Holding holding, boolean listed) {
    boolean flat = holding.quantity == 0;
    if (listed && flat) {
      Holding last = open[--openCount];
      open[holding.slot] = last;
      last.slot = holding.slot;
    } else if (!listed && !flat) {
      if (openCount == open.length) {
        open = Arrays.copyOf(open, 2 * openCount);
      }
      holding.slot = openCount;
      open[openCount++] = holding;
    }
  }

  /** Returns whether a corporate action of the same id was applied. */
  public boolean seen(CorporateAction action) {
    return actions.contains(action.id());
  }

  /**
   * Does to what is held what a company does to its shares. Call it at the action's ex time, when
   * everything before is booked and before anything after is; of a symbol that is not held the
   * action is only remembered. Short positions owe what long ones are given. Lots keep the times at
   * which they were opened.
   *
   * <p>Prices move by what is given, so that equity stays as it is, but for tax, rights that lapse,
   * prices in {@code terms} other than the implied one, and rounding: a price becomes the last
   * known one
   *
   * <ul>
   *   <li>split, stock dividend: divided by the growth of units. Units below the lot size are
   *       closed at the stated price, or this one;
   *   <li>cash dividend: less the dividend. What is earned is a receivable until {@link
   *       #payDividends}; tax is withheld from long positions only;
   *   <li>spin-off: less the child's share, which is what the child's units are worth. Each lot
   *       passes that share of its cost to a lot of the child;
   *   <li>merger: for cash all is closed at the price paid. For shares, lots pass to the acquirer
   *       with their cost. For both, each lot is closed for the part of its cost that cash has in
   *       what is given, the rest passes;
   *   <li>change of symbol: unchanged, under the new name;
   *   <li>delisting: all is closed at the terminal price;
   *   <li>rights: sold at the stated price, or what they are worth in theory, which is a gain;
   *       exercised as far as they give whole lots, which opens lots at the ex time; or lapsed.
   * </ul>
   *
   * <p>Lots of a symbol that is held on the other side already close against it at their cost. A
   * symbol that is held already keeps its own price. These are rules of bookkeeping, not of any tax
   * law.
   *
   * @throws IllegalStateException if an action of that id was applied before; see {@link
   *     #seen(CorporateAction)}. What a later correction changes is booked by hand
   */
  public void apply(CorporateAction action, ActionTerms terms) {
    if (seen(action)) {
      throw new IllegalStateException(
          "action %s of %s was applied before".formatted(action.id(), action.symbol()));
    }
    Held held = held(action.symbol());
    if (held.flat()) {
      actions.add(action.id());
      return;
    }
    ActionEffect effect =
        new ActionEffect.Rules(lotMethod, money.finest(), terms).effect(action, held, this::held);
    fit(() -> book(effect, REALISED));
    actions.add(action.id());
    if (action instanceof CorporateAction.CashDividend dividend) {
      Decimal earned = effect.dividend().minus(effect.tax());
      payments.add(new Payment(dividend.payAt(), earned, action.id()));
      payments.sort(Comparator.comparingLong(Payment::time));
    }
    commit(action.eventTime(), JournalEntry.Kind.CORPORATE_ACTION, action.id());
  }

  /**
   * Works out what an action changes, all of it before the first change.
   *
   * @param account which account explains what cash and cost do not
   */
  private void book(ActionEffect effect, int account) {
    int size = effect.after().size();
    Lots[] lots = new Lots[size];
    long[] quantities = new long[size];
    long[] costs = new long[size];
    long[] values = new long[size];
    long longs = longValue;
    long shorts = shortValue;
    long costChange = 0;
    for (int i = 0; i < size; i++) {
      Held after = effect.after().get(i);
      lots[i] = Lots.of(lotMethod, money, after.lots());
      quantities[i] = lots[i].units(after.quantity());
      costs[i] = money.of(after.cost());
      Decimal price = after.price();
      values[i] = money.times(quantities[i], lots[i].unitScale(), price.unscaled(), price.scale());
      longs += Math.max(values[i], 0);
      shorts += Math.min(values[i], 0);
      costChange += costs[i];
      Holding before = holdings.get(after.symbol());
      if (before != null) {
        longs -= Math.max(before.value, 0);
        shorts -= Math.min(before.value, 0);
        costChange -= before.cost;
      }
    }
    Money.checked(longs);
    Money.checked(shorts);
    long gain = Money.checked(money.of(effect.cash()) + costChange);
    long dividend = money.of(effect.dividend());
    long tax = money.of(effect.tax());
    changes[CASH] = money.of(effect.cash());
    changes[POSITIONS] = costChange;
    changes[account] = -gain;
    changes[RECEIVABLES] = dividend - tax;
    changes[TAXES] = tax;
    changes[DIVIDENDS] = -dividend;
    Holding first = holdings.get(effect.after().get(0).symbol());
    long realised = first == null ? 0 : first.realised;
    long closed = Money.checked(account == REALISED ? realised + gain : realised);
    long dividends = Money.checked((first == null ? 0 : first.dividends) + dividend);
    long taxes = Money.checked((first == null ? 0 : first.taxes) + tax);
    prepare();

    longValue = longs;
    shortValue = shorts;
    for (int i = 0; i < size; i++) {
      Held after = effect.after().get(i);
      Holding holding = holdings.computeIfAbsent(after.symbol(), this::newHolding);
      boolean listed = holding.quantity != 0;
      holding.lots = lots[i];
      holding.quantity = quantities[i];
      holding.cost = costs[i];
      holding.value = values[i];
      holding.price = after.price().unscaled();
      holding.priceScale = after.price().scale();
      if (i == 0) {
        holding.realised = closed;
        holding.dividends = dividends;
        holding.taxes = taxes;
      }
      holding.moved();
      list(holding, listed);
    }
  }

  /**
   * Turns the receivables of dividends that are paid by a time into cash, one entry each, at the
   * times they are paid.
   *
   * @param time until when, inclusive, in epoch nanoseconds
   */
  public void payDividends(long time) {
    while (!payments.isEmpty() && payments.get(0).time <= time) {
      Payment payment = payments.get(0);
      JournalEntry.Kind kind = JournalEntry.Kind.PAYMENT;
      exchange(payment.time, RECEIVABLES, payment.amount, kind, payment.reference);
      payments.remove(0);
    }
  }

  /**
   * Tells that time has passed: money of trades that changes hands until then is settled.
   *
   * @param time until when, inclusive, in epoch nanoseconds
   */
  public void settle(long time) {
    settledUntil = Math.max(settledUntil, time);
    if (settlements != null) {
      settlements.settle(time);
    }
  }

  /** Returns the money that has changed hands: cash as if only settled trades had been made. */
  public Decimal settledCash() {
    return settlements == null
        ? cash()
        : money.decimal(balances[CASH] - settlements.receipts() + settlements.payments());
  }

  /**
   * Returns what can be spent without waiting for a sale to settle: cash less unsettled receipts.
   * Purchases count when they are traded.
   */
  public Decimal availableCash() {
    return settlements == null ? cash() : money.decimal(balances[CASH] - settlements.receipts());
  }

  /** Returns the money of trades that is not settled yet, the earliest first. */
  public List<PendingSettlement> pendingSettlements() {
    return settlements == null ? List.of() : settlements.toList(money);
  }

  /**
   * Returns what cash would be after a trade.
   *
   * @param quantity how many units, positive on both sides
   * @param fee what it costs on top
   */
  public Decimal cashAfter(Side side, Decimal quantity, Decimal price, Decimal fee) {
    Decimal notional = quantity.times(price, money.finest(), RoundingMode.HALF_EVEN);
    Decimal paid = side == Side.BUY ? notional : notional.negated();
    return cash().minus(paid).minus(fee.round(money.finest(), RoundingMode.HALF_EVEN));
  }

  /** Returns what all positions are worth by side. */
  public Exposure exposure() {
    return new Exposure(money.decimal(longValue), money.decimal(shortValue));
  }

  /**
   * Returns what positions are worth by sector and side, in the order of the sectors' names.
   *
   * @param universe knows the sector of everything held
   * @param time as of when, in epoch nanoseconds
   */
  public Map<String, Exposure> exposureBySector(Universe universe, long time) {
    Map<String, Exposure> sectors = new TreeMap<>();
    for (int i = 0; i < openCount; i++) {
      Holding holding = open[i];
      String sector = universe.sector(holding.symbol, time);
      Exposure before = sectors.getOrDefault(sector, Exposure.NONE);
      sectors.put(sector, before.with(money.decimal(holding.value)));
    }
    return Collections.unmodifiableMap(sectors);
  }

  /** Returns profit and loss since the books were opened; {@code equity = deposits + total}. */
  public Pnl pnl() {
    return new Pnl(realisedPnl(), unrealisedPnl(), dividends(), interest(), fees(), taxes());
  }

  /**
   * Returns the profit and loss of one symbol, without interest and fees that belong to no fill.
   */
  public Pnl pnl(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? Pnl.NONE : holding.pnl(money);
  }

  /** Returns the profit and loss of every symbol ever traded, in the order first traded. */
  public Map<Symbol, Pnl> pnlBySymbol() {
    Map<Symbol, Pnl> symbols = new LinkedHashMap<>();
    for (Holding holding : holdings.values()) {
      symbols.put(holding.symbol, holding.pnl(money));
    }
    return Collections.unmodifiableMap(symbols);
  }

  /**
   * Moves money to other books of the same currency: a withdrawal here and a deposit there.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much, positive
   */
  public void transfer(long time, Decimal amount, Ledger to) {
    requirePositive(amount);
    requireOther(to);
    JournalEntry.Kind kind = JournalEntry.Kind.TRANSFER;
    Decimal rounded = amount.round(money.finest(), RoundingMode.HALF_EVEN);
    to.exchange(time, CAPITAL, rounded, kind, "");
    try {
      exchange(time, CAPITAL, rounded.negated(), kind, "");
    } catch (ArithmeticException tooSmall) {
      to.exchange(time, CAPITAL, rounded.negated(), kind, "");
      throw tooSmall;
    }
  }

  /**
   * Moves units to other books of the same currency, lot by lot, with what they cost and the time
   * they were opened, in the order in which lots are closed. Nothing is realised: deposits move by
   * the cost.
   *
   * @param time when, in epoch nanoseconds
   * @param quantity how many units, positive on both sides, at most what is held
   * @throws IllegalArgumentException if so many units are not held, or the other books hold the
   *     symbol on the other side
   */
  public void transfer(long time, Symbol symbol, Decimal quantity, Ledger to) {
    requireOther(to);
    Held here = held(symbol);
    Held there = to.held(symbol);
    if (!quantity.isPositive() || quantity.compareTo(here.quantity().abs()) > 0) {
      throw new IllegalArgumentException(
          "quantity of %s must be within 0 and the %s held, was %s"
              .formatted(symbol, here.quantity().abs(), quantity));
    }
    if (!there.flat() && there.isShort() != here.isShort()) {
      throw new IllegalArgumentException(
          "%s is held on the other side by the books it shall go to".formatted(symbol));
    }
    List<Lot> left = Lots.without(lotMethod, money.finest(), here.lots(), quantity);
    List<Lot> joined = new ArrayList<>(there.lots());
    joined.addAll(Lots.difference(lotMethod, here.lots(), left));
    joined.sort(Comparator.comparingLong(Lot::openedAt));
    Decimal price = there.flat() ? here.price() : there.price();
    to.replaceLots(time, new Held(symbol, joined, price), JournalEntry.Kind.TRANSFER);
    try {
      replaceLots(time, new Held(symbol, left, here.price()), JournalEntry.Kind.TRANSFER);
    } catch (ArithmeticException tooSmall) {
      to.replaceLots(time, there, JournalEntry.Kind.TRANSFER);
      throw tooSmall;
    }
  }

  private void requireOther(Ledger to) {
    if (to == this || !to.currency.equals(currency)) {
      throw new IllegalArgumentException(
          "a transfer must go to other books in " + currency + ", was to " + to.currency);
    }
  }

  /** Books other lots of a symbol; what they cost more is a deposit. */
  private void replaceLots(long time, Held after, JournalEntry.Kind kind) {
    ActionEffect effect =
        new ActionEffect(List.of(after), Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);
    fit(() -> book(effect, CAPITAL));
    commit(time, kind, after.symbol().value());
  }

  /**
   * Returns on what these books and a statement differ: cash first, then symbols by name.
   *
   * @param cashTolerance up to what cash may differ, at least 0: what a broker that counts in cents
   *     rounds away
   */
  public List<Discrepancy> compare(Statement statement, Decimal cashTolerance) {
    if (cashTolerance.isNegative()) {
      throw new IllegalArgumentException("cashTolerance must be at least 0, was " + cashTolerance);
    }
    List<Discrepancy> found = new ArrayList<>();
    if (statement.cash().minus(cash()).abs().compareTo(cashTolerance) > 0) {
      found.add(new Discrepancy.Cash(cash(), statement.cash()));
    }
    TreeSet<Symbol> symbols = new TreeSet<>(statement.positions().keySet());
    for (int i = 0; i < openCount; i++) {
      symbols.add(open[i].symbol);
    }
    for (Symbol symbol : symbols) {
      Decimal ours = position(symbol).quantity();
      Statement.Line line = statement.positions().get(symbol);
      Decimal theirs = line == null ? Decimal.ZERO : line.quantity();
      if (!ours.equals(theirs)) {
        found.add(new Discrepancy.Units(symbol, ours, theirs));
      }
    }
    return Collections.unmodifiableList(found);
  }

  /**
   * Makes these books agree with a statement on cash and units. What is corrected is a deposit or a
   * withdrawal, never a profit: money by its amount, units that are missing here at the statement's
   * average price, or the last known one, and units that are missing there at what they cost here.
   *
   * @return what was corrected
   * @throws IllegalArgumentException if units are missing here and nobody tells a price; nothing is
   *     corrected then
   */
  public List<Discrepancy> correct(Statement statement) {
    List<Discrepancy> found = compare(statement, Decimal.ZERO);
    List<Held> corrected = new ArrayList<>();
    for (Discrepancy discrepancy : found) {
      if (discrepancy instanceof Discrepancy.Units units) {
        corrected.add(corrected(units, statement));
      }
    }
    for (Held after : corrected) {
      replaceLots(statement.time(), after, JournalEntry.Kind.CORRECTION);
    }
    Decimal missing = statement.cash().minus(cash());
    if (!missing.isZero()) {
      exchange(statement.time(), CAPITAL, missing, JournalEntry.Kind.CORRECTION, "");
    }
    return found;
  }

  private Held corrected(Discrepancy.Units units, Statement statement) {
    Held here = held(units.symbol());
    Decimal ours = units.ours();
    Decimal theirs = units.theirs();
    boolean turns = ours.signum() * theirs.signum() < 0;
    Decimal kept = turns ? Decimal.ZERO : ours.abs().min(theirs.abs());
    List<Lot> lots = new ArrayList<>();
    if (kept.isPositive()) {
      Decimal closed = ours.abs().minus(kept);
      lots.addAll(
          closed.isZero()
              ? here.lots()
              : Lots.without(lotMethod, money.finest(), here.lots(), closed));
    }
    Decimal price = here.price();
    Decimal added = theirs.abs().minus(kept);
    if (added.isPositive()) {
      Statement.Line line = Objects.requireNonNull(statement.positions().get(units.symbol()));
      Decimal paid = line.averagePrice().orElse(price);
      if (paid.isZero()) {
        throw new IllegalArgumentException(
            "a price must be stated for " + units.symbol() + ", which was never traded here");
      }
      price = price.isZero() ? paid : price;
      Decimal signed = theirs.isNegative() ? added.negated() : added;
      Decimal cost = signed.times(paid, money.finest(), RoundingMode.HALF_EVEN);
      lots.add(new Lot(statement.time(), signed, paid, cost));
    }
    return new Held(units.symbol(), lots, price);
  }

  private Held held(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null
        ? new Held(symbol, List.of(), Decimal.ZERO)
        : new Held(symbol, lots(symbol), holding.price());
  }

  /**
   * Tells the last known price of a symbol. Has no effect on a symbol that is not held: it has no
   * value, and its next fill brings a newer price.
   *
   * @param price the price of one unit, not negative
   */
  public void mark(Symbol symbol, Decimal price) {
    requireNotNegative(symbol, price);
    Holding holding = holdings.get(symbol);
    if (holding != null && holding.quantity != 0) {
      mark(holding, price.unscaled(), price.scale());
    }
  }

  /**
   * Tells the last known price of a symbol, rounded to the instrument's tick, ties to even of the
   * price's shortest decimal text. Has no effect on a symbol that is not held.
   *
   * @param universe knows the tick
   * @throws IllegalArgumentException if the price is negative
   */
  public void mark(Symbol symbol, double price, Universe universe) {
    Holding holding = holdings.get(symbol);
    if (holding != null && holding.quantity != 0) {
      mark(holding, price, universe);
    }
  }

  private void mark(Holding holding, long price, int priceScale) {
    prefer(holding.lots.unitScale() + priceScale);
    try {
      revalue(holding, holding.worth(price, priceScale, money));
    } catch (ArithmeticException tight) {
      refit(() -> revalue(holding, holding.worth(price, priceScale, money)), tight);
    }
    holding.price = price;
    holding.priceScale = priceScale;
  }

  /**
   * Tells the last known prices of everything that is held and has a bar in a slice: the bar's
   * close, rounded to the instrument's tick, ties to even of the price's shortest decimal text.
   *
   * @param universe knows the tick of everything held
   * @throws IllegalArgumentException if a price is negative; what was marked before stays marked
   */
  public void mark(BarSlice bars, Universe universe) {
    Columns columns = columns(bars.symbols());
    long longs = longValue;
    long shorts = shortValue;
    for (int i = 0; i < openCount; i++) {
      Holding holding = open[i];
      int column = columns.of(holding);
      double close = column < 0 ? Double.NaN : bars.close(column);
      long ticks = holding.ticks(close, universe);
      long value = holding.worth(ticks);
      long change = value - holding.value;
      long isShort = holding.quantity >> 63;
      long longsAfter = longs + (change & ~isShort);
      long shortsAfter = shorts + (change & isShort);
      if (ticks >= 0 && longsAfter < Money.LIMIT && shortsAfter > -Money.LIMIT) {
        longs = longsAfter;
        shorts = shortsAfter;
        holding.mark(ticks, value);
      } else if (!Double.isNaN(close)) {
        longValue = longs;
        shortValue = shorts;
        mark(holding, close, universe);
        longs = longValue;
        shorts = shortValue;
      }
    }
    longValue = longs;
    shortValue = shorts;
  }

  /** Marks where a multiplication does not surely find the worth. */
  private void mark(Holding holding, double close, Universe universe) {
    if (!holding.prepared(universe)) {
      prefer(holding.prepare(universe, money));
      holding.prepare(universe, money);
    }
    long ticks = holding.ticks(close);
    if (ticks >= 0) {
      mark(holding, ticks, holding.tickScale());
    } else {
      Decimal price = holding.onTick(close);
      requireNotNegative(holding.symbol, price);
      mark(holding, price.unscaled(), price.scale());
    }
  }

  private Columns columns(Symbols symbols) {
    Columns last = lastFeed;
    if (last != null && last.of(symbols)) {
      return last;
    }
    for (Columns feed : feeds) {
      if (feed.of(symbols)) {
        lastFeed = feed;
        return feed;
      }
    }
    if (feeds.size() == FEEDS) {
      feeds.remove(0);
    }
    Columns added = new Columns(symbols);
    feeds.add(added);
    lastFeed = added;
    return added;
  }

  /** Books money that moves from another account to cash. */
  private void exchange(
      long time, int from, Decimal amount, JournalEntry.Kind kind, String reference) {
    fit(
        () -> {
          changes[CASH] = money.of(amount);
          changes[from] = -changes[CASH];
          prepare();
        });
    commit(time, kind, reference);
  }

  /** Works out the balances after the changes and leaves the books alone. */
  private void prepare() {
    long sum = 0;
    for (int i = 0; i < ACCOUNTS; i++) {
      next[i] = Money.checked(balances[i] + changes[i]);
      sum += changes[i];
    }
    if (sum != 0) {
      throw new IllegalStateException("an entry must sum to zero, was " + Arrays.toString(changes));
    }
  }

  private void commit(long time, JournalEntry.Kind kind, String reference) {
    System.arraycopy(next, 0, balances, 0, ACCOUNTS);
    journal(time, kind, reference);
    Arrays.fill(changes, 0);
  }

  private void journal(long time, JournalEntry.Kind kind, String reference) {
    long number = sequence++;
    if (listener != null) {
      JournalEntry entry = new JournalEntry(number, time, kind, reference, postings());
      Arrays.fill(changes, 0);
      listener.onEntry(entry);
    }
  }

  private List<Posting> postings() {
    List<Posting> postings = new ArrayList<>(ACCOUNTS);
    for (LedgerAccount account : LedgerAccount.values()) {
      long change = changes[account.ordinal()];
      if (change != 0) {
        postings.add(new Posting(account, money.decimal(change)));
      }
    }
    return postings;
  }

  /** Counts money in a finer scale if the amounts allow it; a wish, not a need. */
  private void prefer(int scale) {
    int wanted = Math.min(scale, money.finest());
    if (wanted > money.scale()) {
      rescale(wanted);
    }
  }

  /** Does what throws, with nothing changed, if the scale of the moment does not hold it. */
  private void fit(Runnable booking) {
    try {
      booking.run();
    } catch (ArithmeticException tight) {
      refit(booking, tight);
    }
  }

  /** Does it in the next scale in which it can be done: finer ones first, then the coarsest. */
  private void refit(Runnable booking, ArithmeticException tight) {
    int scales = money.finest() + 1;
    int first = money.scale();
    ArithmeticException last = tight;
    for (int i = 1; i <= scales; i++) {
      Arrays.fill(changes, 0);
      if (rescale((first + i) % scales)) {
        try {
          booking.run();
          return;
        } catch (ArithmeticException still) {
          last = still;
        }
      }
    }
    Arrays.fill(changes, 0);
    throw last;
  }

  /**
   * Counts money in another scale.
   *
   * @return whether it holds every amount; if not, nothing has changed
   */
  private boolean rescale(int scale) {
    long factor = Money.power(Math.abs(scale - money.scale()));
    boolean finer = scale >= money.scale();
    long most = (Money.LIMIT - 1) / factor;
    if (!amountsAll(finer ? x -> -most <= x && x <= most : x -> x % factor == 0)) {
      return false;
    }
    replaceAmounts(finer ? x -> x * factor : x -> x / factor);
    money.scale(scale);
    return true;
  }

  private boolean amountsAll(LongPredicate condition) {
    for (long balance : balances) {
      if (!condition.test(balance)) {
        return false;
      }
    }
    for (Holding holding : holdings.values()) {
      if (!holding.amountsAll(condition)) {
        return false;
      }
    }
    return condition.test(longValue)
        && condition.test(shortValue)
        && (settlements == null || settlements.amountsAll(condition));
  }

  private void replaceAmounts(LongUnaryOperator change) {
    Arrays.setAll(balances, i -> change.applyAsLong(balances[i]));
    for (Holding holding : holdings.values()) {
      holding.replaceAmounts(change);
    }
    longValue = change.applyAsLong(longValue);
    shortValue = change.applyAsLong(shortValue);
    if (settlements != null) {
      settlements.replaceAmounts(change);
    }
  }

  private static void requirePositive(Decimal amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount must be positive, was " + amount);
    }
  }

  private static void requireNotNegative(Symbol symbol, Decimal price) {
    if (price.isNegative()) {
      throw new IllegalArgumentException(
          "price of " + symbol + " must not be negative, was " + price);
    }
  }

  /** A dividend that was earned and is not paid yet. */
  private record Payment(long time, Decimal amount, String reference) {}

  /** Collects settings, then {@link #build} opens the books. Not thread-safe. */
  public static final class Builder {
    private final Currency currency;
    private LotMethod lotMethod = LotMethod.FIFO;
    private int moneyScale = DEFAULT_MONEY_SCALE;
    private @Nullable LedgerListener listener;
    private @Nullable Function<Symbol, SettlementRule> settlement;

    private Builder(Currency currency) {
      this.currency = Objects.requireNonNull(currency, "currency");
    }

    /** Sets which lots are closed first. Default: {@link LotMethod#FIFO}. */
    public Builder lotMethod(LotMethod newLotMethod) {
      lotMethod = Objects.requireNonNull(newLotMethod, "lotMethod");
      return this;
    }

    /**
     * Sets to how many decimals amounts are rounded, 0 to 9. Amounts and balances must stay below
     * {@code 10^(18 - decimals)} when all those decimals are used: below a billion with the default
     * of {@value #DEFAULT_MONEY_SCALE}.
     */
    public Builder moneyScale(int decimals) {
      if (decimals < 0 || decimals > 9) {
        throw new IllegalArgumentException("moneyScale must be 0 to 9, was " + decimals);
      }
      moneyScale = decimals;
      return this;
    }

    /** Sets who receives every journal entry. Default: nobody, and no entries are made. */
    public Builder listener(LedgerListener newListener) {
      listener = Objects.requireNonNull(newListener, "listener");
      return this;
    }

    /** Sets when the money of trades changes hands. Default: at once. */
    public Builder settlement(SettlementRule rule) {
      Objects.requireNonNull(rule, "rule");
      return settlement(symbol -> rule);
    }

    /** Sets when the money of trades changes hands, symbol by symbol. Default: at once. */
    public Builder settlement(Function<Symbol, SettlementRule> rules) {
      settlement = Objects.requireNonNull(rules, "rules");
      return this;
    }

    /** Returns the books. */
    public Ledger build() {
      return new Ledger(this);
    }
  }
}
