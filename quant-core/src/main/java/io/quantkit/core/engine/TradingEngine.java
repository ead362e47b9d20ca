package io.quantkit.core.engine;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.Broker;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.ledger.Conversion;
import io.quantkit.core.ledger.FxRates;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.LedgerView;
import io.quantkit.core.ledger.MultiCurrencyLedger;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs strategies against one account: takes what happens on markets from a feed, shows it to the
 * strategies, checks their orders, sends them to a broker and books what the broker reports.
 *
 * <p>One thread owns everything: the one that calls {@link #run}. What happens at one moment
 * happens in this order:
 *
 * <ol>
 *   <li>sessions open, in the order of the calendars;
 *   <li>venues do what is due, such as taking orders that arrive now;
 *   <li>each thing that the feed delivers, in its order: venues see it, what the broker reports is
 *       booked, the account is valued, the strategies see it in the order they were added, and what
 *       the broker reports about their orders is booked, until nothing is left; a corporate action
 *       follows the bars that end at its ex time, and precedes the ticks of that moment;
 *   <li>sessions close;
 *   <li>timers fire, in the order they were set;
 *   <li>the moment is over: {@link EngineEvent.Settled} and {@link InstantListener}s.
 * </ol>
 *
 * <p>The same feed leads to the same events, byte for byte. An order decided on a bar's close
 * reaches the market after that bar.
 *
 * <p>A strategy that throws is not called again; its open orders are cancelled and the others go
 * on. When the last one has thrown the engine stops with a {@link StrategyFailedException}. The
 * ledger stays balanced.
 *
 * <p><b>Sub-accounts.</b> Strategies that are added with an amount of cash each see that cash and
 * what they traded as their portfolio, in books of their own. What the books of all strategies hold
 * and the cash given to none add up to the account, to the last digit. Without amounts, every
 * strategy sees the whole account. An order that the broker places by itself, as when it
 * liquidates, belongs to the strategy that holds most of its symbol.
 *
 * <p><b>Currencies.</b> An engine that was told {@linkplain Builder#currencies rates} trades
 * instruments of other currencies than the account's. Each currency has books of its own, fees are
 * paid in the currency of the instrument, and what strategies see is the sum at the rates known. An
 * order for an instrument is rejected with {@code NO_RATE} while no rate of its currency is known.
 */
public final class TradingEngine {

  /** How many broker events one moment may lead to before the engine suspects a loop: 1,000,000. */
  public static final int MAX_EVENTS_PER_MOMENT = 1_000_000;

  private final Feed feed;
  private final Broker broker;
  private final MarketDesk marketDesk;
  private final Venue[] venues;
  private final List<StrategySlot> slots = new ArrayList<>();
  private final List<StrategyFailure> failures = new ArrayList<>();
  private final MarketState market;
  private final Ledger ledger;
  private final @Nullable MultiCurrencyLedger currencies;
  private final OrderDesk desk;
  private final Accountant accountant;
  private final EventLog events;
  private final InstantListener[] instants;
  private final SessionClock[] sessions;
  private final Decimal initialCash;
  private final Timers timers = new Timers();
  private final Reports reports = new Reports();
  private boolean started;

  private TradingEngine(Builder builder) {
    this.feed = builder.feed;
    this.broker = builder.broker;
    this.venues = builder.venues.toArray(new Venue[0]);
    this.ledger = Ledger.open(builder.currency);
    this.currencies = builder.openCurrencies(ledger);
    this.market = new MarketState(builder.universe, feed.symbols(), currencies);
    this.initialCash = builder.cash;
    this.events = new EventLog(builder.listeners);
    this.instants = builder.instants.toArray(new InstantListener[0]);
    this.sessions = builder.calendars.stream().map(SessionClock::new).toArray(SessionClock[]::new);
    this.desk =
        new OrderDesk(
            market,
            builder.broker,
            ledger,
            currencies,
            builder.checks(),
            events,
            builder.orderIdPrefix);
    for (NamedStrategy named : builder.strategies) {
      Ledger books = named.cash.isPresent() ? Ledger.open(builder.currency) : ledger;
      slots.add(new StrategySlot(named.name, named.strategy, this, desk, books));
    }
    this.accountant = new Accountant(ledger, currencies, slots, builder.universe);
    this.marketDesk = new MarketDesk(this, market, accountant, venues, slots, events);
    for (NamedStrategy named : builder.strategies) {
      named.cash.ifPresent(cash -> accountant.allot(named.name, cash));
    }
    builder.broker.listen(reports);
  }

  /**
   * Returns a builder.
   *
   * @param universe every instrument that the feed may deliver and strategies may trade
   * @param feed where market data comes from
   * @param broker where orders go
   */
  public static Builder builder(Universe universe, Feed feed, Broker broker) {
    return new Builder(universe, feed, broker);
  }

  /**
   * Runs until the feed ends. May be called once.
   *
   * @throws StrategyFailedException if every strategy has thrown
   * @throws IllegalStateException if the engine has run before
   */
  public void run() {
    start(feed.startTime());
    for (long time = feed.nextTime(); time != Long.MAX_VALUE; time = feed.nextTime()) {
      if (othersNext() < time) {
        advanceTo(time - 1);
      }
      instant(time, feed);
    }
    stop();
  }

  /** Returns what the account holds. */
  public PortfolioView portfolio() {
    return desk.books();
  }

  /** Returns the books over all currencies. To be read, and only between calls of this engine. */
  public LedgerView books() {
    return currencies == null ? ledger : currencies;
  }

  /**
   * Returns the books of the account's own currency. To be read, and only between calls of this
   * engine.
   */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Returns the books of one strategy; the account's if it was added without cash of its own.
   *
   * @throws IllegalArgumentException if there is no strategy of that name
   */
  public Ledger ledger(String strategy) {
    for (StrategySlot slot : slots) {
      if (slot.name().equals(strategy)) {
        return slot.ledger();
      }
    }
    throw new IllegalArgumentException("there is no strategy " + strategy);
  }

  /** Returns what is known of the market. */
  public MarketView market() {
    return market;
  }

  /** Returns every order in its last state, oldest first. */
  public List<Order> orders() {
    return desk.orders();
  }

  /** Returns the strategies that have thrown, in the order in which they did. */
  public List<StrategyFailure> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** Sets the clock, deposits the cash and starts the strategies. */
  void start(long epochNanos) {
    if (started) {
      throw new IllegalStateException("an engine runs once; build another one");
    }
    started = true;
    reports.claim();
    market.advanceTo(epochNanos);
    if (currencies != null) {
      currencies.advanceTo(epochNanos);
    }
    for (SessionClock clock : sessions) {
      clock.start(epochNanos);
    }
    accountant.open(epochNanos, initialCash);
    record(new EngineEvent.Started(epochNanos, initialCash));
    for (StrategySlot slot : slots) {
      slot.call(strategy -> strategy.onStart(slot));
    }
    settle();
  }

  /** Does everything but what the feed delivers, up to and including a time. */
  void advanceTo(long epochNanos) {
    for (long next = othersNext(); next <= epochNanos; next = othersNext()) {
      instant(next, null);
    }
  }

  private long othersNext() {
    long next = timers.nextTime();
    for (SessionClock clock : sessions) {
      next = Math.min(next, clock.nextTime());
    }
    for (Venue venue : venues) {
      next = Math.min(next, venue.nextTime());
    }
    return next;
  }

  /** Does everything that happens at one moment. */
  void instant(long time, @Nullable Feed delivering) {
    market.advanceTo(time);
    if (currencies != null) {
      currencies.advanceTo(time);
    }
    turnSessions(time, false);
    for (Venue venue : venues) {
      venue.advanceTo(time);
    }
    settle();
    boolean barsSeen = false;
    if (delivering != null) {
      marketDesk.clear();
      do {
        delivering.next(marketDesk);
      } while (delivering.nextTime() == time);
      marketDesk.end();
      barsSeen = marketDesk.barsSeen();
    }
    finish(time, barsSeen);
  }

  private void finish(long time, boolean barsSeen) {
    turnSessions(time, true);
    while (timers.nextTime() <= time) {
      fire(timers.take());
    }
    if (barsSeen && events.settlements()) {
      events.append(new EngineEvent.Settled(time, books().equity(), books().cash()));
    }
    for (InstantListener listener : instants) {
      listener.onInstant(time, barsSeen);
    }
  }

  /** Opens or closes the sessions that are due, in the order of their calendars. */
  private void turnSessions(long time, boolean closing) {
    for (SessionClock clock : sessions) {
      if (clock.nextTime() <= time && clock.closing() == closing) {
        turnSession(clock, time);
      }
    }
  }

  private void turnSession(SessionClock clock, long time) {
    TradingCalendar calendar = clock.calendar();
    Session session = clock.session();
    boolean closing = clock.closing();
    clock.advance();
    for (Venue venue : venues) {
      if (closing) {
        venue.onSessionClose(calendar, session);
      } else {
        venue.onSessionOpen(calendar, session);
      }
    }
    settle();
    accountant.payDividends(time);
    record(
        closing
            ? new EngineEvent.SessionClosed(time, calendar.code(), session)
            : new EngineEvent.SessionOpened(time, calendar.code(), session));
    for (StrategySlot slot : slots) {
      slot.call(
          strategy -> {
            if (closing) {
              strategy.onSessionClose(slot, calendar, session);
            } else {
              strategy.onSessionOpen(slot, calendar, session);
            }
          });
      settle();
    }
  }

  private void fire(Timers.Timer timer) {
    StrategySlot slot = timer.slot();
    record(new EngineEvent.TimerFired(market.now(), slot.name(), timer.name()));
    slot.call(strategy -> strategy.onTimer(slot, timer.name()));
    settle();
  }

  void stop() {
    for (StrategySlot slot : slots) {
      slot.call(strategy -> strategy.onStop(slot));
    }
    settle();
    record(new EngineEvent.Stopped(market.now()));
  }

  void schedule(StrategySlot slot, String timer, long epochNanos) {
    if (epochNanos < market.now()) {
      throw new IllegalArgumentException(
          "timer %s must not be in the past, was %d at %d"
              .formatted(timer, epochNanos, market.now()));
    }
    timers.set(slot, timer, epochNanos);
  }

  AccountSnapshot brokerAccount() {
    return broker.account();
  }

  void record(EngineEvent event) {
    events.append(event);
  }

  /** Ends a strategy that threw; if it was the last one, the run. */
  void onFailure(StrategyFailure failure, StrategySlot slot) {
    failures.add(failure);
    record(new EngineEvent.StrategyFailed(failure.time(), failure.strategy(), failure.toString()));
    for (Order order : failure.openOrders()) {
      desk.cancel(slot, order.id());
    }
    if (failures.size() == slots.size()) {
      settle();
      throw new StrategyFailedException(failure);
    }
  }

  /** Books what the broker has reported, and what it reports in turn, until nothing is left. */
  void settle() {
    int count = 0;
    for (Object report = reports.poll(); report != null; report = reports.poll()) {
      if (++count > MAX_EVENTS_PER_MOMENT) {
        throw new IllegalStateException(
            "more than %d broker events at %d: orders and fills seem to cause each other"
                .formatted(MAX_EVENTS_PER_MOMENT, market.now()));
      }
      if (report instanceof OrderEvent event) {
        desk.onBrokerEvent(event);
      } else if (report instanceof OrderRequest order) {
        desk.adopt(accountant.holder(order.symbol()), order);
      } else {
        AccountActivity activity = (AccountActivity) report;
        accountant.book(activity);
        record(new EngineEvent.ActivityBooked(market.now(), activity));
      }
    }
  }

  private record NamedStrategy(String name, Strategy strategy, Optional<Decimal> cash) {}

  /** Collects the parts, then {@link #build} makes the engine. Not thread-safe. */
  public static final class Builder {
    private final Universe universe;
    private final Feed feed;
    private final Broker broker;
    private final List<NamedStrategy> strategies = new ArrayList<>();
    private final List<OrderCheck> checks = new ArrayList<>();
    private final List<EventListener> listeners = new ArrayList<>();
    private final List<InstantListener> instants = new ArrayList<>();
    private final List<Venue> venues = new ArrayList<>();
    private final List<TradingCalendar> calendars = new ArrayList<>();
    private @Nullable FxRates rates;
    private Conversion conversion = Conversion.NONE;
    private Currency currency = Currency.USD;
    private Decimal cash = Decimal.ZERO;
    private String orderIdPrefix = "qk";

    private Builder(Universe universe, Feed feed, Broker broker) {
      this.universe = universe;
      this.feed = feed;
      this.broker = broker;
      Symbols symbols = feed.symbols();
      for (int s = 0; s < symbols.size(); s++) {
        universe.instrument(symbols.get(s));
      }
    }

    /** Sets the cash to begin with, in the account's currency. Default: none. */
    public Builder cash(Decimal newCash) {
      if (newCash.isNegative()) {
        throw new IllegalArgumentException("cash must not be negative, was " + newCash);
      }
      cash = newCash;
      return this;
    }

    /** Sets the account's currency. Default: USD. */
    public Builder currency(Currency newCurrency) {
      currency = newCurrency;
      return this;
    }

    /**
     * Lets instruments of other currencies be traded. Strategies must not have cash of their own
     * then. Default: all instruments that can be traded are in the account's currency.
     *
     * @param newRates what currencies are worth, in the account's
     * @param newConversion what is done with foreign money
     */
    public Builder currencies(FxRates newRates, Conversion newConversion) {
      rates = newRates;
      conversion = newConversion;
      return this;
    }

    /** Adds a strategy under a name of its own; strategies are called in the order added. */
    public Builder strategy(String name, Strategy strategy) {
      return add(new NamedStrategy(name, strategy, Optional.empty()));
    }

    /**
     * Adds a strategy with a sub-account of its own.
     *
     * @param allotment the part of the account's cash that it trades with, at least 0
     */
    public Builder strategy(String name, Strategy strategy, Decimal allotment) {
      if (allotment.isNegative()) {
        throw new IllegalArgumentException(
            "allotment of strategy %s must not be negative, was %s".formatted(name, allotment));
      }
      return add(new NamedStrategy(name, strategy, Optional.of(allotment)));
    }

    private Builder add(NamedStrategy added) {
      for (NamedStrategy named : strategies) {
        if (named.name.equals(added.name)) {
          throw new IllegalArgumentException("strategy names must be distinct, was " + added.name);
        }
      }
      strategies.add(added);
      return this;
    }

    /** Adds a check that every order must pass; checks are asked in the order added. */
    public Builder check(OrderCheck check) {
      checks.add(check);
      return this;
    }

    /** Adds a listener to everything that happens. */
    public Builder listener(EventListener listener) {
      listeners.add(listener);
      return this;
    }

    /** Adds a listener to the ends of moments. */
    public Builder instantListener(InstantListener listener) {
      instants.add(listener);
      return this;
    }

    /** Adds a market that must see everything before strategies do, such as a simulated one. */
    public Builder venue(Venue venue) {
      venues.add(venue);
      return this;
    }

    /**
     * Adds a calendar whose sessions are told to strategies and venues, and when dividends are
     * paid. Default: none.
     *
     * @throws IllegalArgumentException if there is one of the same code already
     */
    public Builder calendar(TradingCalendar calendar) {
      for (TradingCalendar other : calendars) {
        if (other.code().equals(calendar.code())) {
          throw new IllegalArgumentException(
              "calendars must have distinct codes, was " + calendar.code());
        }
      }
      calendars.add(calendar);
      return this;
    }

    /** Sets what the identifiers of this engine's orders begin with. Default: {@code qk}. */
    public Builder orderIdPrefix(String prefix) {
      orderIdPrefix = prefix;
      return this;
    }

    /**
     * Returns the engine.
     *
     * @throws IllegalArgumentException if some strategies have cash of their own and others not, or
     *     they have more than the account; if something can be traded in a currency that has no
     *     rates
     */
    public TradingEngine build() {
      checkCurrencies();
      Decimal sum = Decimal.ZERO;
      int allotted = 0;
      for (NamedStrategy named : strategies) {
        if (named.cash.isPresent()) {
          sum = sum.plus(named.cash.get());
          allotted++;
        }
      }
      if (allotted > 0 && allotted < strategies.size()) {
        throw new IllegalArgumentException(
            "either all strategies have cash of their own or none, were %d of %d"
                .formatted(allotted, strategies.size()));
      }
      if (sum.compareTo(cash) > 0) {
        throw new IllegalArgumentException(
            "strategies must not have more cash than the account, were %s of %s"
                .formatted(sum, cash));
      }
      if (allotted > 0 && rates != null) {
        throw new IllegalArgumentException(
            "strategies must not have cash of their own in an account of several currencies");
      }
      return new TradingEngine(this);
    }

    private void checkCurrencies() {
      FxRates known = rates == null ? FxRates.in(currency) : rates;
      if (!known.base().equals(currency)) {
        throw new IllegalArgumentException(
            "rates must be in %s, the account's currency, were in %s"
                .formatted(currency, known.base()));
      }
      for (Symbol symbol : universe.symbols()) {
        Instrument instrument = universe.instrument(symbol);
        if (instrument.tradeable() && !known.has(instrument.currency())) {
          throw new IllegalArgumentException(
              ("%s is in %s and the account in %s: set another by currency(Currency), or tell the"
                      + " rate by currencies(FxRates, Conversion)")
                  .formatted(symbol, instrument.currency(), currency));
        }
      }
    }

    private @Nullable MultiCurrencyLedger openCurrencies(Ledger own) {
      return rates == null
          ? null
          : MultiCurrencyLedger.open(
              rates, conversion, each -> each.equals(currency) ? own : Ledger.open(each));
    }

    private List<OrderCheck> checks() {
      if (rates == null) {
        return checks;
      }
      List<OrderCheck> all = new ArrayList<>();
      all.add(new RateKnown());
      all.addAll(checks);
      return all;
    }
  }
}
