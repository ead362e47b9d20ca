package io.quantkit.core.engine;

import io.quantkit.core.broker.Broker;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderIds;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs strategies against one account: takes bars from a feed, hands them to the strategies, checks
 * their orders, sends them to a broker and books what the broker reports.
 *
 * <p>One thread owns everything. What happens at one moment happens in this order: what the broker
 * reports about the bars just closed, the valuation of the account, the strategies in the order
 * they were added, what the broker reports about their orders, until nothing is left; then the
 * timers due at that moment. The same feed leads to the same events, byte for byte.
 *
 * <p>An order decided on a bar's close reaches the market after that bar. A strategy that throws
 * stops the engine with an {@link IllegalStateException} that names it; the ledger stays balanced.
 */
public final class TradingEngine {

  /** How many broker events one moment may lead to before the engine suspects a loop: 1,000,000. */
  public static final int MAX_EVENTS_PER_MOMENT = 1_000_000;

  private final Feed feed;
  private final List<BarListener> barListeners;
  private final List<StrategySlot> slots = new ArrayList<>();
  private final MarketState market;
  private final Ledger ledger;
  private final OrderDesk desk;
  private final EventLog events;
  private final Decimal initialCash;
  private final Timers timers = new Timers();
  private final ConcurrentLinkedQueue<OrderEvent> reports = new ConcurrentLinkedQueue<>();
  private boolean started;

  private TradingEngine(Builder builder) {
    this.feed = builder.feed;
    this.barListeners = List.copyOf(builder.barListeners);
    this.market = new MarketState(builder.universe, feed.symbols());
    this.ledger = Ledger.open(builder.currency);
    this.initialCash = builder.cash;
    this.events = new EventLog(builder.listeners);
    this.desk =
        new OrderDesk(
            market,
            builder.broker,
            ledger,
            builder.checks,
            events,
            new ClientOrderIds(builder.orderIdPrefix));
    for (NamedStrategy named : builder.strategies) {
      slots.add(new StrategySlot(named.name, named.strategy, this, desk));
    }
    builder.broker.listen(reports::add);
  }

  /**
   * Returns a builder.
   *
   * @param universe every instrument that the feed may deliver and strategies may trade
   * @param feed where bars come from
   * @param broker where orders go
   */
  public static Builder builder(Universe universe, Feed feed, Broker broker) {
    return new Builder(universe, feed, broker);
  }

  /**
   * Runs until the feed ends. May be called once.
   *
   * @throws IllegalStateException if the engine has run before, or a strategy throws
   */
  public void run() {
    Optional<BarSlice> next = feed.next();
    start(next.map(BarSlice::start).orElse(0L));
    while (next.isPresent()) {
      BarSlice bars = next.get();
      advanceTo(bars.knownAt() - 1);
      onBars(bars);
      next = feed.next();
    }
    stop();
  }

  /** Returns what the account holds. */
  public PortfolioView portfolio() {
    return desk;
  }

  /** Returns the books. To be read, and only between calls of this engine. */
  public Ledger ledger() {
    return ledger;
  }

  /** Returns what is known of the market. */
  public MarketView market() {
    return market;
  }

  /** Sets the clock, deposits the cash and starts the strategies. */
  void start(long epochNanos) {
    if (started) {
      throw new IllegalStateException("an engine runs once; build another one");
    }
    started = true;
    market.advanceTo(epochNanos);
    if (initialCash.isPositive()) {
      ledger.deposit(market.now(), initialCash);
    }
    for (StrategySlot slot : slots) {
      slot.call(strategy -> strategy.onStart(slot));
    }
    settle();
  }

  /** Fires every timer that is due up to and including a time, each at its own time. */
  void advanceTo(long epochNanos) {
    while (timers.nextTime() <= epochNanos) {
      Timers.Timer timer = timers.take();
      market.advanceTo(timer.time());
      StrategySlot slot = timer.slot();
      events.append(new EngineEvent.TimerFired(timer.time(), slot.name(), timer.name()));
      slot.call(strategy -> strategy.onTimer(slot, timer.name()));
      settle();
    }
  }

  void onBars(BarSlice bars) {
    market.advanceTo(bars.knownAt());
    events.append(new EngineEvent.BarsClosed(bars));
    for (BarListener listener : barListeners) {
      listener.onBars(bars);
    }
    settle();
    market.see(bars);
    desk.mark(bars);
    for (StrategySlot slot : slots) {
      slot.call(strategy -> strategy.onBars(slot, bars));
      settle();
    }
    advanceTo(bars.knownAt());
    events.append(new EngineEvent.Settled(market.now(), ledger.equity(), ledger.cash()));
  }

  void stop() {
    for (StrategySlot slot : slots) {
      slot.call(strategy -> strategy.onStop(slot));
    }
    settle();
  }

  void schedule(StrategySlot slot, String timer, long epochNanos) {
    if (epochNanos < market.now()) {
      throw new IllegalArgumentException(
          "timer %s must not be in the past, was %d at %d"
              .formatted(timer, epochNanos, market.now()));
    }
    timers.set(slot, timer, epochNanos);
  }

  /** Books what the broker has reported, and what it reports in turn, until nothing is left. */
  void settle() {
    int count = 0;
    for (OrderEvent report = reports.poll(); report != null; report = reports.poll()) {
      if (++count > MAX_EVENTS_PER_MOMENT) {
        throw new IllegalStateException(
            "more than %d broker events at %d: orders and fills seem to cause each other"
                .formatted(MAX_EVENTS_PER_MOMENT, market.now()));
      }
      desk.onBrokerEvent(report);
    }
  }

  private record NamedStrategy(String name, Strategy strategy) {}

  /** Collects the parts, then {@link #build} makes the engine. Not thread-safe. */
  public static final class Builder {
    private final Universe universe;
    private final Feed feed;
    private final Broker broker;
    private final List<NamedStrategy> strategies = new ArrayList<>();
    private final List<OrderCheck> checks = new ArrayList<>();
    private final List<EventListener> listeners = new ArrayList<>();
    private final List<BarListener> barListeners = new ArrayList<>();
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

    /** Adds a strategy under a name of its own; strategies are called in the order added. */
    public Builder strategy(String name, Strategy strategy) {
      for (NamedStrategy named : strategies) {
        if (named.name.equals(name)) {
          throw new IllegalArgumentException("strategy names must be distinct, was " + name);
        }
      }
      strategies.add(new NamedStrategy(name, strategy));
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

    /** Adds something that must see bars before strategies do, such as a simulated market. */
    public Builder barListener(BarListener listener) {
      barListeners.add(listener);
      return this;
    }

    /** Sets what the identifiers of this engine's orders begin with. Default: {@code qk}. */
    public Builder orderIdPrefix(String prefix) {
      orderIdPrefix = prefix;
      return this;
    }

    /** Returns the engine. */
    public TradingEngine build() {
      return new TradingEngine(this);
    }
  }
}
