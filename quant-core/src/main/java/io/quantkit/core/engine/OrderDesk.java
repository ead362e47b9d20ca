package io.quantkit.core.engine;

import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.Position;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.ClientOrderIds;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Verdict;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes orders from strategies to the broker and brings back what becomes of them. */
final class OrderDesk implements PortfolioView {
  private final MarketView market;
  private final Broker broker;
  private final Ledger ledger;
  private final List<OrderCheck> checks;
  private final EventLog events;
  private final ClientOrderIds ids;
  private final Map<ClientOrderId, Entry> entries = new LinkedHashMap<>();
  private final Map<ClientOrderId, Entry> open = new LinkedHashMap<>();

  OrderDesk(
      MarketView market,
      Broker broker,
      Ledger ledger,
      List<OrderCheck> checks,
      EventLog events,
      ClientOrderIds ids) {
    this.market = market;
    this.broker = broker;
    this.ledger = ledger;
    this.checks = List.copyOf(checks);
    this.events = events;
    this.ids = ids;
  }

  Order submit(
      StrategySlot owner,
      Symbol symbol,
      Side side,
      Decimal quantity,
      OrderTerms terms,
      TimeInForce timeInForce) {
    OrderRequest request = new OrderRequest(ids.next(), symbol, side, quantity, terms, timeInForce);
    Instrument instrument = market.universe().instrument(symbol);
    Optional<Refusal> refusal = inadmissible(request, instrument);
    if (refusal.isEmpty()) {
      Object checked = passChecks(request, instrument);
      if (checked instanceof OrderRequest passed) {
        return send(owner, passed);
      }
      refusal = Optional.of((Refusal) checked);
    }
    Entry entry = open(owner, request);
    Refusal why = refusal.get();
    apply(entry, new OrderEvent.Rejected(request.id(), market.now(), why.code + ": " + why.reason));
    return entry.order;
  }

  private Optional<Refusal> inadmissible(OrderRequest order, Instrument instrument) {
    if (!market.universe().tradeable(order.symbol(), market.now())) {
      return Optional.of(
          new Refusal("NOT_TRADEABLE", order.symbol() + " may not be traded at this time"));
    }
    if (!order.quantity().isMultipleOf(instrument.lotSize())) {
      return Optional.of(
          new Refusal(
              "LOT_SIZE",
              "quantity must be a multiple of %s, was %s"
                  .formatted(instrument.lotSize(), order.quantity())));
    }
    return broker.capabilities().refusal(order).map(why -> new Refusal("NOT_SUPPORTED", why));
  }

  /** Returns the order as the checks leave it, or the refusal of the first that rejects it. */
  private Object passChecks(OrderRequest order, Instrument instrument) {
    OrderRequest passing = order;
    for (OrderCheck check : checks) {
      Verdict verdict = check.check(passing, this, market);
      if (verdict instanceof Verdict.Reject reject) {
        report(passing, check, reject.code(), reject.reason(), Decimal.ZERO);
        return new Refusal(reject.code(), reject.reason());
      }
      if (verdict instanceof Verdict.Resize resize) {
        Decimal allowed =
            resize.quantity().roundToMultiple(instrument.lotSize(), RoundingMode.DOWN);
        report(passing, check, resize.code(), resize.reason(), allowed);
        if (allowed.compareTo(passing.quantity()) > 0) {
          throw new IllegalStateException(
              "check %s must not enlarge an order, %s became %s"
                  .formatted(check.name(), passing.quantity(), allowed));
        }
        if (allowed.isZero()) {
          return new Refusal(resize.code(), resize.reason());
        }
        passing = passing.withQuantity(allowed);
      }
    }
    return passing;
  }

  private void report(
      OrderRequest order, OrderCheck check, String code, String reason, Decimal allowed) {
    events.append(
        new EngineEvent.OrderChecked(
            market.now(), order.id(), order.symbol(), check.name(), code, reason, allowed));
  }

  private Order send(StrategySlot owner, OrderRequest request) {
    Entry entry = open(owner, request);
    apply(entry, new OrderEvent.Submitted(request.id(), market.now()));
    Submission submission = broker.submit(request);
    if (submission instanceof Submission.Accepted accepted) {
      apply(entry, new OrderEvent.Accepted(request.id(), market.now(), accepted.brokerOrderId()));
    } else if (submission instanceof Submission.Rejected rejected) {
      apply(entry, new OrderEvent.Rejected(request.id(), market.now(), rejected.reason()));
    } else {
      apply(entry, new OrderEvent.Unconfirmed(request.id(), market.now()));
    }
    return entry.order;
  }

  private Entry open(StrategySlot owner, OrderRequest request) {
    Entry entry = new Entry(owner, Order.created(request, market.now()));
    entries.put(request.id(), entry);
    open.put(request.id(), entry);
    events.append(new EngineEvent.OrderChanged(market.now(), owner.name(), entry.order));
    return entry;
  }

  void cancel(StrategySlot owner, ClientOrderId orderId) {
    Entry entry = open.get(orderId);
    if (entry == null || entry.owner != owner) {
      return;
    }
    apply(entry, new OrderEvent.CancelRequested(orderId, market.now()));
    Cancellation cancellation = broker.cancel(orderId);
    if (cancellation instanceof Cancellation.Refused refused && !entry.order.status().terminal()) {
      apply(entry, new OrderEvent.CancelRejected(orderId, market.now(), refused.reason()));
    }
  }

  /**
   * Books what the broker reports and tells the strategy that placed the order. A fill that is
   * reported again changes nothing.
   */
  void onBrokerEvent(OrderEvent event) {
    Entry entry = entries.get(event.orderId());
    if (entry == null) {
      throw new IllegalStateException(
          "broker reports on order "
              + event.orderId()
              + ", which this engine did not place: "
              + event);
    }
    if (event instanceof OrderEvent.Filled filled) {
      Fill fill = filled.fill();
      if (entry.order.seen(fill.executionId())) {
        return;
      }
      entry.order = entry.order.apply(event);
      ledger.apply(fill);
      settleOpen(entry);
      events.append(new EngineEvent.Filled(market.now(), entry.owner.name(), fill));
      events.append(new EngineEvent.OrderChanged(market.now(), entry.owner.name(), entry.order));
      entry.owner.call(strategy -> strategy.onFill(entry.owner, fill));
    } else {
      apply(entry, event);
    }
    entry.owner.call(strategy -> strategy.onOrder(entry.owner, entry.order));
  }

  private void apply(Entry entry, OrderEvent event) {
    entry.order = entry.order.apply(event);
    settleOpen(entry);
    events.append(new EngineEvent.OrderChanged(market.now(), entry.owner.name(), entry.order));
  }

  private void settleOpen(Entry entry) {
    if (entry.order.status().terminal()) {
      open.remove(entry.order.request().id());
    }
  }

  /** Values the positions that have a new price, each rounded to its instrument's tick. */
  void mark(BarSlice bars) {
    Symbols symbols = bars.symbols();
    for (Position position : ledger.positions()) {
      int s = symbols.indexOf(position.symbol());
      if (s >= 0 && bars.has(s)) {
        Instrument instrument = market.universe().instrument(position.symbol());
        ledger.mark(position.symbol(), Prices.onTick(bars.close(s), instrument));
      }
    }
  }

  Optional<Order> order(StrategySlot owner, ClientOrderId orderId) {
    Entry entry = entries.get(orderId);
    return entry == null || entry.owner != owner ? Optional.empty() : Optional.of(entry.order);
  }

  List<Order> openOrders(StrategySlot owner) {
    List<Order> orders = new ArrayList<>();
    for (Entry entry : open.values()) {
      if (entry.owner == owner) {
        orders.add(entry.order);
      }
    }
    return orders;
  }

  @Override
  public Decimal cash() {
    return ledger.cash();
  }

  @Override
  public Decimal equity() {
    return ledger.equity();
  }

  @Override
  public Decimal position(Symbol symbol) {
    return ledger.position(symbol).quantity();
  }

  @Override
  public Decimal pendingBuys(Symbol symbol) {
    return pending(symbol, Side.BUY);
  }

  @Override
  public Decimal pendingSells(Symbol symbol) {
    return pending(symbol, Side.SELL);
  }

  private Decimal pending(Symbol symbol, Side side) {
    Decimal sum = Decimal.ZERO;
    for (Entry entry : open.values()) {
      OrderRequest request = entry.order.request();
      if (request.side() == side && request.symbol().equals(symbol)) {
        sum = sum.plus(entry.order.remaining());
      }
    }
    return sum;
  }

  @Override
  public List<Position> positions() {
    return ledger.positions();
  }

  private record Refusal(String code, String reason) {}

  private static final class Entry {
    private final StrategySlot owner;
    private Order order;

    Entry(StrategySlot owner, Order order) {
      this.owner = owner;
      this.order = order;
    }
  }
}
