package io.quantkit.core.engine;

import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.BrokerCapabilities;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Drives one strategy by hand, for unit tests: feed it bars, advance its clock, look at its orders.
 *
 * <p>The strategy runs in a real engine. Its broker takes every order and fills none until the test
 * says so with {@link #fill}.
 *
 * <pre>{@code
 * StrategyHarness harness = StrategyHarness.of(strategy, Universe.of(spy), Decimal.of(10_000));
 * harness.closes(SPY, 100, 101, 99);
 * assertThat(harness.orders()).hasSize(1);
 * }</pre>
 */
public final class StrategyHarness {

  /** How much later each bar of {@link #closes} is known than the one before: one day. */
  public static final Duration STEP = Duration.ofDays(1);

  private final TradingEngine engine;
  private final RecordingBroker broker = new RecordingBroker();
  private final Symbols symbols;
  private long now;

  private StrategyHarness(
      Strategy strategy, Universe universe, Decimal cash, OrderCheck... checks) {
    this.symbols = universe.symbols();
    TradingEngine.Builder builder =
        TradingEngine.builder(universe, new NoFeed(symbols), broker)
            .cash(cash)
            .currency(currency(universe))
            .strategy("strategy", strategy);
    for (OrderCheck check : checks) {
      builder.check(check);
    }
    this.engine = builder.build();
    engine.start(now);
  }

  private static Currency currency(Universe universe) {
    for (Symbol symbol : universe.symbols()) {
      if (universe.tradeable(symbol)) {
        return universe.instrument(symbol).currency();
      }
    }
    return Currency.USD;
  }

  /**
   * Starts a strategy in an account with the given cash, in the currency of the universe's first
   * instrument that can be traded; the clock stands at the epoch.
   *
   * @param checks what the strategy's orders must pass, in order
   */
  public static StrategyHarness of(
      Strategy strategy, Universe universe, Decimal cash, OrderCheck... checks) {
    return new StrategyHarness(strategy, universe, cash, checks);
  }

  /** Shows the strategy bars of which only the close is known, a {@link #STEP} apart. */
  public StrategyHarness closes(Symbol symbol, double... closes) {
    for (double close : closes) {
      bar(symbol, Bar.ofClose(now, now + STEP.toNanos(), close));
    }
    return this;
  }

  /** Shows the strategy one bar. */
  public StrategyHarness bar(Symbol symbol, Bar bar) {
    return bars(Map.of(symbol, bar));
  }

  /** Shows the strategy bars of several symbols that become known together. */
  public StrategyHarness bars(Map<Symbol, Bar> bars) {
    Map<Symbol, Bar> ordered = new LinkedHashMap<>();
    for (Symbol symbol : symbols) {
      Bar bar = bars.get(symbol);
      if (bar != null) {
        ordered.put(symbol, bar);
      }
    }
    if (ordered.size() != bars.size()) {
      throw new IllegalArgumentException(
          "symbols must be among " + symbols + ", were " + bars.keySet());
    }
    BarSlice slice = BarSlice.of(symbols, ordered);
    engine.advanceTo(slice.knownAt() - 1);
    engine.instant(slice.knownAt(), new OneSlice(slice));
    now = slice.knownAt();
    return this;
  }

  /** Advances the clock and fires the timers that come due. */
  public StrategyHarness advance(Duration duration) {
    now = Math.addExact(now, duration.toNanos());
    engine.advanceTo(now);
    return this;
  }

  /** Executes an order in full, without a fee. */
  public StrategyHarness fill(ClientOrderId orderId, Decimal price) {
    OrderRequest order = broker.take(orderId);
    Fill fill =
        new Fill(
            orderId,
            "fill-" + orderId.value(),
            order.symbol(),
            order.side(),
            order.quantity(),
            price,
            Decimal.ZERO,
            now);
    broker.tell(new OrderEvent.Filled(orderId, now, fill));
    engine.settle();
    return this;
  }

  /** Returns every order that reached the broker, oldest first. */
  public List<OrderRequest> orders() {
    return List.copyOf(broker.received);
  }

  /** Returns the orders that have been neither filled nor cancelled, oldest first. */
  public List<OrderRequest> openOrders() {
    return List.copyOf(broker.open.values());
  }

  /** Returns what the account holds. */
  public PortfolioView portfolio() {
    return engine.portfolio();
  }

  /** Delivers nothing by itself. */
  private record NoFeed(Symbols symbols) implements Feed {
    @Override
    public long startTime() {
      return 0;
    }

    @Override
    public long nextTime() {
      return Long.MAX_VALUE;
    }

    @Override
    public void next(MarketReceiver receiver) {
      throw new NoSuchElementException("a test delivers bars by hand");
    }
  }

  /** Delivers one slice. */
  private static final class OneSlice implements Feed {
    private final BarSlice slice;
    private boolean delivered;

    OneSlice(BarSlice slice) {
      this.slice = slice;
    }

    @Override
    public Symbols symbols() {
      return slice.symbols();
    }

    @Override
    public long startTime() {
      return slice.start();
    }

    @Override
    public long nextTime() {
      return delivered ? Long.MAX_VALUE : slice.knownAt();
    }

    @Override
    public void next(MarketReceiver receiver) {
      delivered = true;
      receiver.onBars(slice);
    }
  }

  private static final class RecordingBroker implements Broker {
    private final List<OrderRequest> received = new ArrayList<>();
    private final Map<ClientOrderId, OrderRequest> open = new LinkedHashMap<>();
    private @Nullable OrderListener listener;

    @Override
    public BrokerCapabilities capabilities() {
      return new BrokerCapabilities(
          EnumSet.allOf(OrderType.class), EnumSet.allOf(TimeInForce.class), true, true);
    }

    @Override
    public void listen(OrderListener newListener) {
      listener = newListener;
    }

    @Override
    public Submission submit(OrderRequest order) {
      received.add(order);
      open.put(order.id(), order);
      return new Submission.Accepted(order.id(), "broker-" + order.id().value());
    }

    @Override
    public Cancellation cancel(ClientOrderId orderId) {
      if (open.remove(orderId) == null) {
        return new Cancellation.Refused(orderId, "order is not open");
      }
      tell(new OrderEvent.Canceled(orderId, 0, "cancelled on request"));
      return new Cancellation.Requested(orderId);
    }

    @Override
    public AccountSnapshot account() {
      return new AccountSnapshot("harness", Currency.USD, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);
    }

    OrderRequest take(ClientOrderId orderId) {
      OrderRequest order = open.remove(orderId);
      if (order == null) {
        throw new IllegalArgumentException("order " + orderId.value() + " is not open");
      }
      return order;
    }

    void tell(OrderEvent event) {
      if (listener != null) {
        listener.onOrderEvent(event);
      }
    }
  }
}
