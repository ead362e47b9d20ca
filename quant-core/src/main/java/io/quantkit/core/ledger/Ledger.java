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
 * lot keeps what is left of its cost. If an amount or a balance outgrows the 18 digits of a {@link
 * Decimal}, the call throws an {@link ArithmeticException} and the books stay as they were.
 *
 * <p>The ledger records and does not judge: cash and positions may become negative. Times are
 * recorded as stated and need not increase. Everything must be in the ledger's currency. Belongs to
 * one thread.
 */
public final class Ledger {

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

  private final Currency currency;
  private final LotMethod lotMethod;
  private final int moneyScale;
  private final @Nullable LedgerListener listener;
  private final Map<Symbol, Holding> holdings = new LinkedHashMap<>();
  private final Executions executions = new Executions();
  private final Set<String> actions = new HashSet<>();
  private final List<Payment> payments = new ArrayList<>();
  private final Decimal[] balances = zeros();
  private final Decimal[] changes = zeros();
  private final Decimal[] next = zeros();
  private Decimal marketValue = Decimal.ZERO;
  private long sequence;

  private Ledger(Builder builder) {
    this.currency = builder.currency;
    this.lotMethod = builder.lotMethod;
    this.moneyScale = builder.moneyScale;
    this.listener = builder.listener;
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
  public Currency currency() {
    return currency;
  }

  /** Returns the money held, settled or not; negative if borrowed. */
  public Decimal cash() {
    return balances[CASH];
  }

  /** Returns deposits less withdrawals. */
  public Decimal deposits() {
    return balances[CAPITAL].negated();
  }

  /** Returns the profit on closed lots, before fees. */
  public Decimal realisedPnl() {
    return balances[REALISED].negated();
  }

  /** Returns the profit on closed lots of one symbol, before fees; zero if it was never traded. */
  public Decimal realisedPnl(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? Decimal.ZERO : holding.realised;
  }

  /** Returns the market value of all positions less what they cost, before fees. */
  public Decimal unrealisedPnl() {
    return marketValue.minus(balances[POSITIONS]);
  }

  /** Returns the fees paid less rebates received, of fills and others. */
  public Decimal fees() {
    return balances[FEES];
  }

  /** Returns the dividends earned, tax included, less those owed on short positions. */
  public Decimal dividends() {
    return balances[DIVIDENDS].negated();
  }

  /** Returns the interest received less interest paid. */
  public Decimal interest() {
    return balances[INTEREST].negated();
  }

  /** Returns the dividends earned after tax that are not paid yet; negative if more are owed. */
  public Decimal receivables() {
    return balances[RECEIVABLES];
  }

  /** Returns the taxes withheld from dividends. */
  public Decimal taxes() {
    return balances[TAXES];
  }

  /** Returns the value of long less that of short positions at the last known prices. */
  public Decimal marketValue() {
    return marketValue;
  }

  /** Returns {@code cash + receivables + marketValue}. */
  public Decimal equity() {
    return balances[CASH].plus(balances[RECEIVABLES]).plus(marketValue);
  }

  /** Returns {@link #equity()} as the nearest double. */
  public double equityAsDouble() {
    return equity().doubleValue();
  }

  /** Returns {@link #cash()} as the nearest double. */
  public double cashAsDouble() {
    return cash().doubleValue();
  }

  /** Returns the market value of the long positions, at least 0, as a double. */
  public double longValueAsDouble() {
    Decimal sum = Decimal.ZERO;
    for (Holding holding : holdings.values()) {
      sum = holding.value.isPositive() ? sum.plus(holding.value) : sum;
    }
    return sum.doubleValue();
  }

  /** Returns the market value of the short positions, at most 0, as a double. */
  public double shortValueAsDouble() {
    Decimal sum = Decimal.ZERO;
    for (Holding holding : holdings.values()) {
      sum = holding.value.isNegative() ? sum.plus(holding.value) : sum;
    }
    return sum.doubleValue();
  }

  /** Returns how many positions are not flat. */
  public int openPositions() {
    int count = 0;
    for (Holding holding : holdings.values()) {
      count += holding.quantity.isZero() ? 0 : 1;
    }
    return count;
  }

  /** Returns what is held of a symbol; flat if it was never traded. */
  public Position position(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? Position.flat(symbol) : holding.position();
  }

  /** Returns the positions that are not flat, in the order in which they were first traded. */
  public List<Position> positions() {
    List<Position> positions = new ArrayList<>();
    for (Holding holding : holdings.values()) {
      if (!holding.quantity.isZero()) {
        positions.add(holding.position());
      }
    }
    return Collections.unmodifiableList(positions);
  }

  /** Returns the lots held of a symbol, oldest first; none if it is flat. */
  public List<Lot> lots(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null ? List.of() : holding.lots.toList(holding.quantity.isNegative());
  }

  /** Returns the balances of all accounts. */
  public TrialBalance trialBalance() {
    return new TrialBalance(balances);
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
    exchange(CAPITAL, amount);
    post(time, JournalEntry.Kind.DEPOSIT, "");
  }

  /**
   * Books money that goes out.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much, positive
   */
  public void withdraw(long time, Decimal amount) {
    requirePositive(amount);
    exchange(CAPITAL, amount.negated());
    post(time, JournalEntry.Kind.WITHDRAWAL, "");
  }

  /**
   * Books a dividend. The symbol need not be held any more.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much was received; negative if it was paid on a short position
   */
  public void dividend(long time, Symbol symbol, Decimal amount) {
    exchange(DIVIDENDS, amount);
    post(time, JournalEntry.Kind.DIVIDEND, symbol.value());
  }

  /**
   * Books interest.
   *
   * @param time when, in epoch nanoseconds
   * @param amount how much was received; negative if it was paid
   */
  public void interest(long time, Decimal amount) {
    exchange(INTEREST, amount);
    post(time, JournalEntry.Kind.INTEREST, "");
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
    exchange(FEES, amount.negated());
    post(time, JournalEntry.Kind.FEE, description);
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
    Holding holding =
        known == null ? new Holding(fill.symbol(), new Lots(lotMethod, moneyScale)) : known;
    boolean buy = fill.side() == Side.BUY;
    Decimal price = fill.price();
    Decimal held = holding.quantity;

    boolean reduces = buy ? held.isNegative() : held.isPositive();
    Decimal closing = reduces ? fill.quantity().min(held.abs()) : Decimal.ZERO;
    Decimal opening = fill.quantity().minus(closing);
    Decimal notional = money(fill.quantity(), price);
    Decimal closingValue = opening.isZero() ? notional : money(closing, price);
    Decimal openingValue = notional.minus(closingValue);
    Decimal closedCost = holding.lots.plan(closing);
    Decimal gain = buy ? closedCost.minus(closingValue) : closingValue.minus(closedCost);
    Decimal fee = money(fill.fee());

    Decimal cost = openingValue.plus(closedCost);
    Decimal costChange = buy ? cost : cost.negated();
    Decimal quantity = held.plus(fill.signedQuantity());
    Decimal costBasis = holding.costBasis.plus(costChange);
    Decimal realised = holding.realised.plus(gain);
    Decimal value = money(quantity, price);
    Decimal total = marketValue.plus(value.minus(holding.value));
    begin();
    changes[CASH] = (buy ? notional.negated() : notional).minus(fee);
    changes[POSITIONS] = costChange;
    changes[FEES] = fee;
    changes[REALISED] = gain.negated();
    prepare();

    holding.lots.close();
    if (!opening.isZero()) {
      holding.lots.open(fill.time(), opening, price, openingValue);
    }
    holding.quantity = quantity;
    holding.costBasis = costBasis;
    holding.realised = realised;
    holding.price = price;
    holding.value = value;
    marketValue = total;
    if (known == null) {
      holdings.put(fill.symbol(), holding);
    }
    executions.add(fill);
    commit(fill.time(), JournalEntry.Kind.FILL, fill.executionId());
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
        new ActionEffect.Rules(lotMethod, moneyScale, terms).effect(action, held, this::held);
    Decimal earned = effect.dividend().minus(effect.tax());
    Decimal costChange = Decimal.ZERO;
    List<Holding> changed = new ArrayList<>();
    Decimal total = marketValue;
    for (Held after : effect.after()) {
      Holding now = new Holding(after.symbol(), Lots.of(lotMethod, moneyScale, after.lots()));
      Holding before = holdings.get(after.symbol());
      now.quantity = after.quantity();
      now.costBasis = after.cost();
      now.price = after.price();
      now.value = money(now.quantity, now.price);
      total = total.plus(now.value);
      costChange = costChange.plus(now.costBasis);
      if (before != null) {
        now.realised = before.realised;
        total = total.minus(before.value);
        costChange = costChange.minus(before.costBasis);
      }
      changed.add(now);
    }
    Decimal gain = effect.cash().plus(costChange);
    Holding first = changed.get(0);
    first.realised = first.realised.plus(gain);
    begin();
    changes[CASH] = effect.cash();
    changes[POSITIONS] = costChange;
    changes[REALISED] = gain.negated();
    changes[RECEIVABLES] = earned;
    changes[TAXES] = effect.tax();
    changes[DIVIDENDS] = effect.dividend().negated();
    prepare();

    for (Holding now : changed) {
      holdings.put(now.symbol, now);
    }
    marketValue = total;
    actions.add(action.id());
    if (action instanceof CorporateAction.CashDividend dividend) {
      payments.add(new Payment(dividend.payAt(), earned, action.id()));
      payments.sort(Comparator.comparingLong(Payment::time));
    }
    commit(action.eventTime(), JournalEntry.Kind.CORPORATE_ACTION, action.id());
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
      exchange(RECEIVABLES, payment.amount);
      post(payment.time, JournalEntry.Kind.PAYMENT, payment.reference);
      payments.remove(0);
    }
  }

  private Held held(Symbol symbol) {
    Holding holding = holdings.get(symbol);
    return holding == null
        ? new Held(symbol, List.of(), Decimal.ZERO)
        : new Held(symbol, lots(symbol), holding.price);
  }

  /**
   * Tells the last known price of a symbol. Has no effect on a symbol that is not held: it has no
   * value, and its next fill brings a newer price.
   *
   * @param price the price of one unit, not negative
   */
  public void mark(Symbol symbol, Decimal price) {
    if (price.isNegative()) {
      throw new IllegalArgumentException(
          "price of " + symbol + " must not be negative, was " + price);
    }
    Holding holding = holdings.get(symbol);
    if (holding == null || holding.quantity.isZero()) {
      return;
    }
    Decimal value = money(holding.quantity, price);
    marketValue = marketValue.plus(value.minus(holding.value));
    holding.price = price;
    holding.value = value;
  }

  /**
   * Tells the last known prices of everything that is held and has a bar in a slice: the bar's
   * close, rounded to the instrument's tick, ties to even of the price's shortest decimal text.
   *
   * @param universe knows the tick of everything held
   */
  public void mark(BarSlice bars, Universe universe) {
    Symbols symbols = bars.symbols();
    for (Holding holding : holdings.values()) {
      int column = holding.quantity.isZero() ? -1 : symbols.indexOf(holding.symbol);
      if (column >= 0 && bars.has(column)) {
        Decimal tick = universe.instrument(holding.symbol).tickSize();
        Decimal close = Decimal.of(bars.close(column), tick.scale(), RoundingMode.HALF_EVEN);
        mark(holding.symbol, close.roundToMultiple(tick, RoundingMode.HALF_EVEN));
      }
    }
  }

  /** Begins an entry that moves an amount from another account to cash. */
  private void exchange(int from, Decimal amount) {
    begin();
    changes[CASH] = money(amount);
    changes[from] = changes[CASH].negated();
  }

  private void post(long time, JournalEntry.Kind kind, String reference) {
    prepare();
    commit(time, kind, reference);
  }

  private void begin() {
    Arrays.fill(changes, Decimal.ZERO);
  }

  /** Works out the balances after the changes and leaves the books alone. */
  private void prepare() {
    Decimal sum = Decimal.ZERO;
    for (int i = 0; i < ACCOUNTS; i++) {
      Decimal change = changes[i];
      if (change.isZero()) {
        next[i] = balances[i];
      } else {
        next[i] = balances[i].plus(change);
        sum = sum.plus(change);
      }
    }
    if (!sum.isZero()) {
      throw new IllegalStateException("an entry must sum to zero, was " + Arrays.toString(changes));
    }
  }

  private void commit(long time, JournalEntry.Kind kind, String reference) {
    System.arraycopy(next, 0, balances, 0, ACCOUNTS);
    long number = sequence++;
    if (listener != null) {
      listener.onEntry(new JournalEntry(number, time, kind, reference, postings()));
    }
  }

  private List<Posting> postings() {
    List<Posting> postings = new ArrayList<>(ACCOUNTS);
    for (LedgerAccount account : LedgerAccount.values()) {
      Decimal change = changes[account.ordinal()];
      if (!change.isZero()) {
        postings.add(new Posting(account, change));
      }
    }
    return postings;
  }

  private Decimal money(Decimal amount) {
    return amount.round(moneyScale, RoundingMode.HALF_EVEN);
  }

  private Decimal money(Decimal quantity, Decimal price) {
    return quantity.times(price, moneyScale, RoundingMode.HALF_EVEN);
  }

  private static void requirePositive(Decimal amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount must be positive, was " + amount);
    }
  }

  private static Decimal[] zeros() {
    Decimal[] zeros = new Decimal[ACCOUNTS];
    Arrays.fill(zeros, Decimal.ZERO);
    return zeros;
  }

  /** A dividend that was earned and is not paid yet. */
  private record Payment(long time, Decimal amount, String reference) {}

  private static final class Holding {
    private final Symbol symbol;
    private final Lots lots;
    private Decimal quantity = Decimal.ZERO;
    private Decimal costBasis = Decimal.ZERO;
    private Decimal realised = Decimal.ZERO;
    private Decimal price = Decimal.ZERO;
    private Decimal value = Decimal.ZERO;

    Holding(Symbol symbol, Lots lots) {
      this.symbol = symbol;
      this.lots = lots;
    }

    Position position() {
      return quantity.isZero()
          ? Position.flat(symbol)
          : new Position(symbol, quantity, costBasis, price, value);
    }
  }

  /** Collects settings, then {@link #build} opens the books. Not thread-safe. */
  public static final class Builder {
    private final Currency currency;
    private LotMethod lotMethod = LotMethod.FIFO;
    private int moneyScale = DEFAULT_MONEY_SCALE;
    private @Nullable LedgerListener listener;

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

    /** Returns the books. */
    public Ledger build() {
      return new Ledger(this);
    }
  }
}
