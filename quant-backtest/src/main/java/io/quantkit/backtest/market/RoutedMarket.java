package io.quantkit.backtest.market;

import io.quantkit.backtest.account.Financing;
import io.quantkit.backtest.account.Liquidation;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.BrokerCapabilities;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.engine.Venue;
import io.quantkit.core.ledger.Conversion;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderClass;
import io.quantkit.core.order.OrderIdMap;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several simulated markets behind one broker with one account: each symbol trades at its own, by
 * the rules, costs, latency and calendar of that market.
 *
 * <p>Everything that can be traded and is not routed elsewhere trades at the main market, whose
 * settings are those of the account. The account is charged, paid and called at the closes of the
 * main market's sessions; a margin call is carried out where each symbol trades.
 *
 * <pre>{@code
 * RoutedMarket market =
 *     RoutedMarket.builder(
 *             SimulatedMarket.builder(universe, TradingCalendar.xnys()).cash(Decimal.of(100_000)))
 *         .route(
 *             Symbols.of("BTC/USD"),
 *             SimulatedMarket.builder(universe, TradingCalendar.alwaysOpen()).costs(maker))
 *         .build();
 * }</pre>
 *
 * <p>Belongs to the thread of its engine, which must be told all calendars.
 */
public final class RoutedMarket implements Broker, Venue {
  private final SimulatedMarket main;
  private final List<SimulatedMarket> markets;
  private final Map<Symbol, SimulatedMarket> routes; // never iterated

  /** Where every order went, and its exits with it. */
  private final OrderIdMap<SimulatedMarket> homes = new OrderIdMap<>();

  /** The columns of the last bars, and the markets that have one of them. */
  private @Nullable Symbols lastColumns;

  private List<SimulatedMarket> lastConcerned = List.of();
  private int liquidations;

  private RoutedMarket(Builder builder) {
    SymbolBook[] books = SimulatedMarket.books(builder.main.universe);
    AccountBook account = SimulatedMarket.account(builder.main, books);
    this.main = builder.main.build(books, account);
    this.markets = new ArrayList<>();
    this.routes = new HashMap<>();
    markets.add(main);
    for (Route route : builder.routes) {
      SimulatedMarket market = route.market.build(books, account);
      markets.add(market);
      for (Symbol symbol : route.symbols) {
        routes.put(symbol, market);
      }
    }
  }

  /**
   * Returns a builder.
   *
   * @param main the market of everything that is not routed elsewhere; its currency, cash, account
   *     model, financing, rates and whether positions may become negative are the account's
   */
  public static Builder builder(SimulatedMarket.Builder main) {
    return new Builder(main);
  }

  /** Returns the calendars of the markets, each once, the main market's first. */
  public List<TradingCalendar> calendars() {
    Map<String, TradingCalendar> calendars = new LinkedHashMap<>();
    for (SimulatedMarket market : markets) {
      calendars.putIfAbsent(market.calendar().code(), market.calendar());
    }
    return List.copyOf(calendars.values());
  }

  private SimulatedMarket market(Symbol symbol) {
    return routes.getOrDefault(symbol, main);
  }

  @Override
  public BrokerCapabilities capabilities() {
    return main.capabilities();
  }

  @Override
  public void listen(OrderListener listener) {
    for (SimulatedMarket market : markets) {
      market.listen(listener);
    }
  }

  @Override
  public Submission submit(OrderRequest order) {
    SimulatedMarket market = market(order.symbol());
    return place(order, market, () -> market.submit(order));
  }

  @Override
  public Submission replace(ClientOrderId orderId, OrderRequest replacement) {
    SimulatedMarket market = home(orderId);
    return place(replacement, market, () -> market.replace(orderId, replacement));
  }

  private Submission place(
      OrderRequest order, SimulatedMarket market, Supplier<Submission> sending) {
    if (homes.contains(order.id())) {
      return new Submission.Rejected(order.id(), "DUPLICATE_ID: client order id was used before");
    }
    homes.put(order.id(), market);
    if (order.instructions().orderClass() != OrderClass.SIMPLE) {
      for (OrderRequest leg : order.legs()) {
        if (!homes.contains(leg.id())) {
          homes.put(leg.id(), market);
        }
      }
    }
    return sending.get();
  }

  private SimulatedMarket home(ClientOrderId orderId) {
    SimulatedMarket home = homes.get(orderId);
    return home == null ? main : home;
  }

  @Override
  public Cancellation cancel(ClientOrderId orderId) {
    return home(orderId).cancel(orderId);
  }

  @Override
  public AccountSnapshot account() {
    return main.account();
  }

  @Override
  public long nextTime() {
    long next = Long.MAX_VALUE;
    for (SimulatedMarket market : markets) {
      next = Math.min(next, market.nextTime());
    }
    return next;
  }

  /** Lets the markets do what is due in the order of time. */
  @Override
  public void advanceTo(long epochNanos) {
    for (long next = nextTime(); next <= epochNanos; next = nextTime()) {
      for (SimulatedMarket market : markets) {
        market.advanceTo(next);
      }
    }
    for (SimulatedMarket market : markets) {
      market.advanceTo(epochNanos);
    }
  }

  @Override
  public void onBars(BarSlice bars) {
    for (SimulatedMarket market : concerned(bars.symbols())) {
      market.onBars(bars);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut for the usual columns: it is fast
  private List<SimulatedMarket> concerned(Symbols symbols) {
    if (symbols == lastColumns) {
      return lastConcerned;
    }
    List<SimulatedMarket> concerned = new ArrayList<>();
    for (SimulatedMarket market : markets) {
      for (Symbol symbol : symbols) {
        if (market(symbol) == market) {
          concerned.add(market);
          break;
        }
      }
    }
    lastColumns = symbols;
    lastConcerned = concerned;
    return concerned;
  }

  @Override
  public void onQuote(Symbol symbol, Quote quote) {
    market(symbol).onQuote(symbol, quote);
  }

  @Override
  public void onTrade(Symbol symbol, Trade trade) {
    market(symbol).onTrade(symbol, trade);
  }

  @Override
  public void onBook(Symbol symbol, BookSnapshot book) {
    market(symbol).onBook(symbol, book);
  }

  @Override
  public void onBookOrder(Symbol symbol, BookOrder order) {
    market(symbol).onBookOrder(symbol, order);
  }

  @Override
  public void onAuction(Symbol symbol, Auction auction) {
    market(symbol).onAuction(symbol, auction);
  }

  @Override
  public void onStatus(Symbol symbol, TradingStatus status) {
    market(symbol).onStatus(symbol, status);
  }

  @Override
  public void onAction(CorporateAction action) {
    market(action.symbol()).onAction(action);
  }

  @Override
  public void onSessionClose(TradingCalendar calendar, Session session) {
    for (SimulatedMarket market : markets) {
      if (market.calendar().code().equals(calendar.code())) {
        market.endSession(session);
      }
    }
    if (main.calendar().code().equals(calendar.code())) {
      for (Liquidation liquidation : main.settle(session)) {
        ClientOrderId id = new ClientOrderId("margin-call-" + ++liquidations);
        SimulatedMarket market = market(liquidation.symbol());
        homes.put(id, market);
        market.liquidate(liquidation, id);
      }
    }
  }

  /** Collects the markets, then {@link #build} makes them one. Not thread-safe. */
  public static final class Builder {
    private final SimulatedMarket.Builder main;
    private final List<Route> routes = new ArrayList<>();

    private Builder(SimulatedMarket.Builder main) {
      this.main = main;
    }

    /**
     * Lets symbols trade at a market of their own. Its settings of the account must be those of the
     * main market or left as they were.
     *
     * @throws IllegalArgumentException if the market is of another universe or has an account of
     *     its own, or a symbol is unknown or routed already
     */
    public Builder route(Symbols symbols, SimulatedMarket.Builder market) {
      if (market.universe != main.universe) {
        throw new IllegalArgumentException("all markets must be of the same universe");
      }
      checkAccount(market);
      for (Symbol symbol : symbols) {
        main.universe.instrument(symbol);
        for (Route route : routes) {
          if (route.symbols.contains(symbol)) {
            throw new IllegalArgumentException(
                "symbols must trade at one market each, was " + symbol);
          }
        }
      }
      routes.add(new Route(symbols, market));
      return this;
    }

    private void checkAccount(SimulatedMarket.Builder market) {
      checkSame("account", market.account, main.account, null);
      checkSame("financing", market.financing, main.financing, Financing.NONE);
      checkSame("shorting", market.shorting, main.shorting, false);
      checkSame("currency", market.currency, main.currency, Currency.USD);
      checkSame("cash", market.cash, main.cash, Decimal.ZERO);
      checkSame("rates", market.rates, main.rates, null);
      checkSame("conversion", market.conversion, main.conversion, Conversion.NONE);
    }

    private static void checkSame(
        String name, @Nullable Object set, @Nullable Object main, @Nullable Object unset) {
      if (!Objects.equals(set, main) && !Objects.equals(set, unset)) {
        throw new IllegalArgumentException(
            "a market must have no account of its own: %s was %s, that of the main market %s"
                .formatted(name, set, main));
      }
    }

    /** Returns the markets as one. */
    public RoutedMarket build() {
      return new RoutedMarket(this);
    }
  }

  private record Route(Symbols symbols, SimulatedMarket.Builder market) {}
}
