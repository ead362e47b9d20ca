package io.quantkit.core.ledger;

import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The books of one account that holds several currencies: a {@link Ledger} for each of them, and
 * their sum in the account's own at the last known rates.
 *
 * <p>What is in a currency is worth its amount times the rate, rounded to {@value #SCALE} decimals,
 * ties to even. Deposits, realised profit, dividends, interest, fees and taxes are converted once,
 * at the rate known when they are booked. What rates do to money and to the cost of positions
 * afterwards, what an exchange of money costs, and what rounding leaves, is {@link #fx()}. So, to
 * the last digit,
 *
 * <pre>{@code
 * equity = deposits + realised + unrealised + dividends + interest - fees - taxes + fx
 * }</pre>
 *
 * <p>A rate must be told before something is booked in its currency, and is the last one known from
 * then on. Books that were opened with {@link FxRates} take them from there as {@link #advanceTo
 * time advances}; an execution is booked at the rate of its own time. A {@link Conversion} says
 * whether foreign money stays what it is. Belongs to one thread.
 */
public final class MultiCurrencyLedger implements LedgerView {

  /** To how many decimals converted amounts are rounded: 9. */
  public static final int SCALE = 9;

  private final Currency base;
  private final Function<Currency, Ledger> opener;
  private final FxRates history;
  private final Conversion conversion;
  private final Map<Currency, Book> books = new LinkedHashMap<>();
  private final Map<Symbol, Currency> rateSymbols = new LinkedHashMap<>();
  private Decimal deposits = Decimal.ZERO;
  private Pnl booked = Pnl.NONE; // without unrealised

  private MultiCurrencyLedger(
      FxRates history, Conversion conversion, Function<Currency, Ledger> opener) {
    this.base = history.base();
    this.opener = opener;
    this.history = history;
    this.conversion = conversion;
    book(base).rate = Decimal.ONE;
    for (Currency currency : history.currencies()) {
      book(currency);
    }
  }

  /** Returns empty books whose sum is in {@code base}. */
  public static MultiCurrencyLedger open(Currency base) {
    return open(base, Ledger::open);
  }

  /**
   * Returns empty books whose sum is in {@code base}.
   *
   * @param opener opens the empty books of one currency, when first needed
   */
  public static MultiCurrencyLedger open(Currency base, Function<Currency, Ledger> opener) {
    return open(FxRates.in(base), Conversion.NONE, opener);
  }

  /**
   * Returns empty books that take their rates from a history of them.
   *
   * @param conversion what is done with foreign money
   * @param opener opens the empty books of one currency, when first needed. What is booked in those
   *     of the account's own currency by others counts as well: its rate never changes
   */
  public static MultiCurrencyLedger open(
      FxRates rates, Conversion conversion, Function<Currency, Ledger> opener) {
    return new MultiCurrencyLedger(rates, conversion, opener);
  }

  @Override
  public Currency currency() {
    return base;
  }

  /** Returns what there is in each currency that has a rate, the account's own first. */
  @Override
  public List<CurrencyBalance> balances() {
    List<CurrencyBalance> balances = new ArrayList<>();
    for (Map.Entry<Currency, Book> entry : books.entrySet()) {
      Book book = entry.getValue();
      Decimal rate = book.rate;
      if (rate != null) {
        Ledger ledger = book.ledger;
        balances.add(
            new CurrencyBalance(
                entry.getKey(), ledger.cash(), ledger.marketValue(), ledger.equity(), rate));
      }
    }
    return Collections.unmodifiableList(balances);
  }

  /** Takes the rates that are known at a time. */
  public void advanceTo(long epochNanos) {
    for (Currency currency : history.currencies()) {
      Book book = book(currency);
      history.at(currency, epochNanos).ifPresent(rate -> book.rate = rate);
    }
  }

  /** Returns whether a rate of a currency is known. */
  public boolean knows(Currency currency) {
    Book book = books.get(currency);
    return book != null && book.rate != null;
  }

  /** Returns the books of one currency, to be read; what is booked goes through {@link #book}. */
  public Ledger ledger(Currency currency) {
    return book(currency).ledger;
  }

  /**
   * Tells what one unit of a currency is worth now.
   *
   * @param rate in the base currency, positive
   */
  public void rate(Currency currency, Decimal rate) {
    if (!rate.isPositive()) {
      throw new IllegalArgumentException("rate of " + currency + " must be positive, was " + rate);
    }
    if (currency.equals(base) && !rate.equals(Decimal.ONE)) {
      throw new IllegalArgumentException("rate of " + base + " in itself must be 1, was " + rate);
    }
    book(currency).rate = rate;
  }

  /**
   * Tells that bars of a symbol, such as {@code EUR/USD}, give the rate of a currency: a bar's
   * close is the rate once {@link #mark} is told of it.
   */
  public void rateFrom(Symbol symbol, Currency currency) {
    rateSymbols.put(symbol, currency);
  }

  /**
   * Returns what one unit of a currency is worth in the base currency.
   *
   * @throws IllegalStateException if nobody has told
   */
  public Decimal rate(Currency currency) {
    return book(currency).knownRate();
  }

  /**
   * Books something in a currency, at the rate known now.
   *
   * @param booking what to do to the books of that currency; if it throws, they must be as before
   * @throws IllegalStateException if no rate is known
   */
  public void book(Currency currency, Consumer<Ledger> booking) {
    Book book = book(currency);
    book.knownRate();
    booking.accept(book.ledger);
    absorb(book);
  }

  /** Converts what has been booked since the last time. */
  private void absorb(Book book) {
    Decimal rate = book.knownRate();
    Pnl since = book.ledger.pnl().since(book.seen);
    Decimal in = book.ledger.deposits().minus(book.seenDeposits);
    booked =
        booked.plus(
            new Pnl(
                convert(since.realised(), rate),
                Decimal.ZERO,
                convert(since.dividends(), rate),
                convert(since.interest(), rate),
                convert(since.fees(), rate),
                convert(since.taxes(), rate)));
    deposits = deposits.plus(convert(in, rate));
    book.see();
  }

  /**
   * Books an execution in the currency of its instrument, at the rate of its time if a history of
   * rates has one, and converts what it has cost or brought if that is the rule.
   */
  public void apply(Fill fill, Universe universe) {
    Currency currency = universe.instrument(fill.symbol()).currency();
    Book book = book(currency);
    Decimal last = book.rate;
    history.at(currency, fill.time()).ifPresent(rate -> book.rate = rate);
    try {
      book(currency, ledger -> ledger.apply(fill));
      convertCash(fill.time(), book);
    } finally {
      book.rate = last == null ? book.rate : last;
    }
  }

  /**
   * Applies a corporate action that was not applied before to the books that hold its symbol, and
   * converts what it pays at once if that is the rule.
   *
   * @throws IllegalStateException if shares of another currency were given for those held
   */
  public void apply(CorporateAction action, ActionTerms terms, Universe universe) {
    Optional<Symbol> given = given(action);
    boolean held = !position(action.symbol()).quantity().isZero();
    if (held && given.isPresent() && universe.contains(given.get())) {
      Currency from = universe.instrument(action.symbol()).currency();
      Currency to = universe.instrument(given.get()).currency();
      if (!from.equals(to)) {
        throw new IllegalStateException(
            "action %s gives %s in %s for %s in %s, which must be booked by hand"
                .formatted(action.id(), given.get(), to, action.symbol(), from));
      }
    }
    for (Book book : books.values()) {
      if (book.rate != null && !book.ledger.seen(action)) {
        book(book.ledger.currency(), ledger -> ledger.apply(action, terms));
        convertCash(action.eventTime(), book);
      }
    }
  }

  private static Optional<Symbol> given(CorporateAction action) {
    if (action instanceof CorporateAction.SpinOff spinOff) {
      return Optional.of(spinOff.child());
    } else if (action instanceof CorporateAction.SymbolChange change) {
      return Optional.of(change.successor());
    }
    return action instanceof CorporateAction.Merger merger ? merger.acquirer() : Optional.empty();
  }

  /** Pays the dividends that are due, and converts them if that is the rule. */
  public void payDividends(long time) {
    for (Book book : books.values()) {
      if (book.rate != null) {
        book.ledger.payDividends(time);
        convertCash(time, book);
      }
    }
  }

  /** Changes all foreign money into the account's own, or pays back what is owed, if so ruled. */
  private void convertCash(long time, Book book) {
    Decimal cash = book.ledger.cash();
    Currency currency = book.ledger.currency();
    if (!conversion.atOnce() || cash.isZero() || currency.equals(base)) {
      return;
    }
    boolean sells = cash.isPositive();
    Decimal part =
        sells ? Decimal.ONE.minus(conversion.cost()) : Decimal.ONE.plus(conversion.cost());
    RoundingMode against = sells ? RoundingMode.DOWN : RoundingMode.UP;
    Decimal own = cash.abs().times(book.knownRate(), SCALE, against).times(part, SCALE, against);
    if (!own.isPositive()) {
      return; // less than the smallest amount
    }
    if (sells) {
      exchange(time, currency, cash, base, own);
    } else {
      exchange(time, base, own, currency, cash.negated());
    }
  }

  /**
   * Changes money of one currency into another. What it costs beside the rates known is in {@link
   * #fx()}.
   *
   * @param time when, in epoch nanoseconds
   * @param sold how much goes out, positive
   * @param bought how much comes in, positive
   */
  public void exchange(long time, Currency from, Decimal sold, Currency to, Decimal bought) {
    if (from.equals(to) || !sold.isPositive() || !bought.isPositive()) {
      throw new IllegalArgumentException(
          "an exchange must be of positive amounts of two currencies, was %s %s for %s %s"
              .formatted(sold, from, bought, to));
    }
    Book out = book(from);
    Book in = book(to);
    absorb(out);
    absorb(in);
    in.ledger.deposit(time, bought);
    try {
      out.ledger.withdraw(time, sold);
    } catch (ArithmeticException tooSmall) {
      in.ledger.withdraw(time, bought);
      throw tooSmall;
    }
    in.see();
    out.see();
  }

  /**
   * Tells the last known rates and prices: the closes of a slice, first of the symbols that give
   * rates, then of what is held, on their ticks.
   */
  public void mark(BarSlice bars, Universe universe) {
    Symbols symbols = bars.symbols();
    for (Map.Entry<Symbol, Currency> entry : rateSymbols.entrySet()) {
      int column = symbols.indexOf(entry.getKey());
      if (column >= 0 && bars.has(column)) {
        rate(entry.getValue(), Decimal.of(bars.close(column)));
      }
    }
    for (Book book : books.values()) {
      book.ledger.mark(bars, universe);
    }
  }

  /** Tells the last known price of a symbol that is held, on its tick. */
  public void mark(Symbol symbol, double price, Universe universe) {
    for (Book book : books.values()) {
      book.ledger.mark(symbol, price, universe);
    }
  }

  /** Returns all money, converted. */
  @Override
  public Decimal cash() {
    return sum(Ledger::cash);
  }

  /** Returns the value of long less that of short positions, converted. */
  public Decimal marketValue() {
    return sum(Ledger::marketValue);
  }

  /** Returns what everything is worth. */
  @Override
  public Decimal equity() {
    return sum(Ledger::equity);
  }

  /** Returns deposits less withdrawals, each at the rate when it was booked. */
  @Override
  public Decimal deposits() {
    absorb(book(base));
    return deposits;
  }

  /** Returns profit and loss but for {@link #fx()}, converted as it was booked. */
  public Pnl pnl() {
    absorb(book(base));
    return new Pnl(
        booked.realised(),
        sum(Ledger::unrealisedPnl),
        booked.dividends(),
        booked.interest(),
        booked.fees(),
        booked.taxes());
  }

  /** Returns what changes of rates have brought, less what exchanges have cost. */
  @Override
  public Decimal fx() {
    return equity().minus(deposits()).minus(pnl().total());
  }

  @Override
  public Decimal realisedPnl() {
    return pnl().realised();
  }

  @Override
  public Decimal unrealisedPnl() {
    return sum(Ledger::unrealisedPnl);
  }

  @Override
  public Decimal dividends() {
    return pnl().dividends();
  }

  @Override
  public Decimal interest() {
    return pnl().interest();
  }

  @Override
  public Decimal fees() {
    return pnl().fees();
  }

  @Override
  public Position position(Symbol symbol) {
    for (Book book : books.values()) {
      Position position = book.ledger.position(symbol);
      if (!position.quantity().isZero()) {
        return position;
      }
    }
    return Position.flat(symbol);
  }

  @Override
  public List<Position> positions() {
    List<Position> positions = new ArrayList<>();
    for (Book book : books.values()) {
      positions.addAll(book.ledger.positions());
    }
    return Collections.unmodifiableList(positions);
  }

  @Override
  public int openPositions() {
    int open = 0;
    for (Book book : books.values()) {
      open += book.ledger.openPositions();
    }
    return open;
  }

  @Override
  public double equityAsDouble() {
    return equity().doubleValue();
  }

  @Override
  public double cashAsDouble() {
    return cash().doubleValue();
  }

  @Override
  public double longValueAsDouble() {
    return sumAsDouble(Ledger::longValueAsDouble);
  }

  @Override
  public double shortValueAsDouble() {
    return sumAsDouble(Ledger::shortValueAsDouble);
  }

  private double sumAsDouble(ToDoubleFunction<Ledger> amount) {
    double sum = 0;
    for (Book book : books.values()) {
      double own = amount.applyAsDouble(book.ledger);
      sum += own == 0 ? 0 : own * book.knownRate().doubleValue();
    }
    return sum;
  }

  private Decimal sum(Function<Ledger, Decimal> amount) {
    Decimal sum = Decimal.ZERO;
    for (Book book : books.values()) {
      Decimal own = amount.apply(book.ledger);
      sum = own.isZero() ? sum : sum.plus(convert(own, book.knownRate()));
    }
    return sum;
  }

  private static Decimal convert(Decimal amount, Decimal rate) {
    return amount.isZero() ? amount : amount.times(rate, SCALE, RoundingMode.HALF_EVEN);
  }

  private Book book(Currency currency) {
    Book book = books.get(currency);
    if (book == null) {
      Ledger ledger = opener.apply(currency);
      if (!ledger.currency().equals(currency)) {
        throw new IllegalArgumentException(
            "the books of %s must be in it, were in %s".formatted(currency, ledger.currency()));
      }
      book = new Book(ledger);
      books.put(currency, book);
    }
    return book;
  }

  private static final class Book {
    private final Ledger ledger;
    private @Nullable Decimal rate;
    private Pnl seen;
    private Decimal seenDeposits;

    Book(Ledger ledger) {
      this.ledger = ledger;
      this.seen = ledger.pnl();
      this.seenDeposits = ledger.deposits();
    }

    /** Takes what is booked for converted. */
    void see() {
      seen = ledger.pnl();
      seenDeposits = ledger.deposits();
    }

    Decimal knownRate() {
      Decimal known = rate;
      if (known == null) {
        throw new IllegalStateException("no rate of " + ledger.currency() + " is known yet");
      }
      return known;
    }
  }
}
