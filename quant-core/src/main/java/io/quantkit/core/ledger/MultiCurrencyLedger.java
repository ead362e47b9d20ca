package io.quantkit.core.ledger;

import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Fill;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * then on. Belongs to one thread.
 */
public final class MultiCurrencyLedger {

  /** To how many decimals converted amounts are rounded: 9. */
  public static final int SCALE = 9;

  private final Currency base;
  private final Function<Currency, Ledger> opener;
  private final Map<Currency, Book> books = new LinkedHashMap<>();
  private final Map<Symbol, Currency> rateSymbols = new LinkedHashMap<>();
  private Decimal deposits = Decimal.ZERO;
  private Pnl booked = Pnl.NONE; // without unrealised

  private MultiCurrencyLedger(Currency base, Function<Currency, Ledger> opener) {
    this.base = base;
    this.opener = opener;
    book(base).rate = Decimal.ONE;
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
    return new MultiCurrencyLedger(base, opener);
  }

  /** Returns what sums are in. */
  public Currency base() {
    return base;
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
    Decimal rate = book.knownRate();
    booking.accept(book.ledger);
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

  /** Books an execution in the currency of its instrument. */
  public void apply(Fill fill, Universe universe) {
    book(universe.instrument(fill.symbol()).currency(), ledger -> ledger.apply(fill));
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
    out.knownRate();
    in.knownRate();
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

  /** Returns all money, converted. */
  public Decimal cash() {
    return sum(Ledger::cash);
  }

  /** Returns the value of long less that of short positions, converted. */
  public Decimal marketValue() {
    return sum(Ledger::marketValue);
  }

  /** Returns what everything is worth. */
  public Decimal equity() {
    return sum(Ledger::equity);
  }

  /** Returns deposits less withdrawals, each at the rate when it was booked. */
  public Decimal deposits() {
    return deposits;
  }

  /** Returns profit and loss but for {@link #fx()}, converted as it was booked. */
  public Pnl pnl() {
    return new Pnl(
        booked.realised(),
        sum(Ledger::unrealisedPnl),
        booked.dividends(),
        booked.interest(),
        booked.fees(),
        booked.taxes());
  }

  /** Returns what changes of rates have brought. */
  public Decimal fx() {
    return equity().minus(deposits).minus(pnl().total());
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
