package io.quantkit.core.engine;

import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.BrokerCapabilities;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.ledger.LedgerView;
import io.quantkit.core.ledger.MultiCurrencyLedger;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderClass;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.OrderCheck;
import io.quantkit.core.strategy.Verdict;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes orders from strategies to the broker and brings back what becomes of them. */
final class OrderDesk {
  private final MarketView market;
  private final Broker broker;
  private final BrokerCapabilities capabilities;
  private final Ledger account;
  private final @Nullable MultiCurrencyLedger currencies;
  private final List<OrderCheck> checks;
  private final EventLog events;
  private final PlacedOrders placed;
  private final OpenOrders open = new OpenOrders();
  private final Books books;
  private final Map<Symbol, Listing> listings = new HashMap<>(); // never iterated

  OrderDesk(
      MarketView market,
      Broker broker,
      Ledger account,
      @Nullable MultiCurrencyLedger currencies,
      List<OrderCheck> checks,
      EventLog events,
      String idPrefix) {
    this.market = market;
    this.broker = broker;
    this.capabilities = broker.capabilities();
    this.account = account;
    this.currencies = currencies;
    this.checks = List.copyOf(checks);
    this.events = events;
    this.placed = new PlacedOrders(idPrefix);
    this.books = books(account, null);
  }

  /** Returns what the whole account holds. */
  Books books() {
    return books;
  }

  /** Returns what one strategy's part of the account holds. */
  Books books(Ledger ledger, @Nullable StrategySlot owner) {
    LedgerView view = currencies == null ? ledger : currencies;
    return new Books(view, open, owner);
  }

  Order submit(
      StrategySlot owner,
      Symbol symbol,
      Side side,
      Decimal quantity,
      OrderTerms terms,
      TimeInForce timeInForce,
      OrderInstructions instructions) {
    OrderRequest request =
        new OrderRequest(placed.nextId(), symbol, side, quantity, terms, timeInForce, instructions);
    return admit(owner, request, null);
  }

  Order replace(StrategySlot owner, ClientOrderId orderId, Decimal quantity, OrderTerms terms) {
    OrderEntry old = placed.find(orderId);
    if (old == null || old.owner != owner) {
      throw new IllegalArgumentException(
          "strategy %s never placed order %s".formatted(owner.name(), orderId));
    }
    OrderRequest was = old.order.request();
    OrderRequest request =
        new OrderRequest(
            placed.nextId(),
            was.symbol(),
            was.side(),
            quantity,
            terms,
            was.timeInForce(),
            was.instructions());
    old.leaving = true;
    Order replacement = admit(owner, request, old);
    old.leaving = replacement.status() != OrderStatus.REJECTED;
    return replacement;
  }

  /** Lets an order pass the checks and sends it, to work by itself or in the place of another. */
  private Order admit(StrategySlot owner, OrderRequest request, @Nullable OrderEntry old) {
    Listing listing = listing(request.symbol());
    Instrument instrument = listing.instrument;
    Refusal refusal = inadmissible(request, listing, old);
    OrderRequest passing = request;
    for (int i = 0; refusal == null && i < checks.size(); i++) {
      OrderCheck check = checks.get(i);
      Verdict verdict = check.check(passing, books, market);
      if (verdict instanceof Verdict.Reject reject) {
        report(passing, check, reject.code(), reject.reason(), Decimal.ZERO);
        refusal = new Refusal(reject.code(), reject.reason());
      } else if (verdict instanceof Verdict.Resize resize) {
        Decimal allowed = allowed(passing, check, resize, instrument);
        if (allowed.isZero()) {
          refusal = new Refusal(resize.code(), resize.reason());
        } else {
          passing = passing.withQuantity(allowed);
        }
      }
    }
    if (refusal == null) {
      OrderEntry entry = openSubmitted(owner, passing);
      entry.replaces = old;
      send(entry, old);
      return entry.order;
    }
    OrderEntry entry = open(owner, Order.created(request, market.now()));
    String reason = refusal.code + ": " + refusal.reason;
    apply(entry, new OrderEvent.Rejected(request.id(), market.now(), reason));
    return entry.order;
  }

  private Listing listing(Symbol symbol) {
    Listing listing = listings.get(symbol);
    if (listing == null) {
      Universe universe = market.universe();
      listing = new Listing(universe.instrument(symbol), universe.alwaysTradeable(symbol));
      listings.put(symbol, listing);
    }
    return listing;
  }

  private @Nullable Refusal inadmissible(
      OrderRequest order, Listing listing, @Nullable OrderEntry old) {
    Instrument instrument = listing.instrument;
    if (!listing.always && !market.universe().tradeable(order.symbol(), market.now())) {
      return new Refusal("NOT_TRADEABLE", order.symbol() + " may not be traded at this time");
    }
    if (!order.quantity().isMultipleOf(instrument.lotSize())) {
      return new Refusal(
          "LOT_SIZE",
          "quantity must be a multiple of %s, was %s"
              .formatted(instrument.lotSize(), order.quantity()));
    }
    if (old != null && old.order.status().terminal()) {
      return new Refusal(
          "NOT_OPEN",
          "order %s is %s and cannot be replaced".formatted(old.order.id(), old.order.status()));
    }
    Optional<String> why = capabilities.refusal(order);
    return why.isEmpty() ? null : new Refusal("NOT_SUPPORTED", why.get());
  }

  private Decimal allowed(
      OrderRequest order, OrderCheck check, Verdict.Resize resize, Instrument instrument) {
    Decimal allowed = resize.quantity().roundToMultiple(instrument.lotSize(), RoundingMode.DOWN);
    report(order, check, resize.code(), resize.reason(), allowed);
    if (allowed.compareTo(order.quantity()) > 0) {
      throw new IllegalStateException(
          "check %s must not enlarge an order, %s became %s"
              .formatted(check.name(), order.quantity(), allowed));
    }
    return allowed;
  }

  private void report(
      OrderRequest order, OrderCheck check, String code, String reason, Decimal allowed) {
    events.append(
        new EngineEvent.OrderChecked(
            market.now(), order.id(), order.symbol(), check.name(), code, reason, allowed));
  }

  private void send(OrderEntry entry, @Nullable OrderEntry old) {
    OrderRequest request = entry.order.request();
    List<OrderEntry> legs =
        request.instructions().orderClass() == OrderClass.SIMPLE ? List.of() : openLegs(entry);
    Submission submission =
        old == null ? broker.submit(request) : broker.replace(old.order.id(), request);
    if (submission instanceof Submission.Accepted accepted) {
      apply(entry, new OrderEvent.Accepted(request.id(), market.now(), accepted.brokerOrderId()));
    } else if (submission instanceof Submission.Rejected rejected) {
      apply(entry, new OrderEvent.Rejected(request.id(), market.now(), rejected.reason()));
      for (OrderEntry leg : legs) {
        apply(leg, new OrderEvent.Rejected(leg.order.id(), market.now(), "its entry was rejected"));
      }
    } else {
      apply(entry, new OrderEvent.Unconfirmed(request.id(), market.now()));
    }
  }

  private List<OrderEntry> openLegs(OrderEntry parent) {
    List<OrderEntry> legs = new ArrayList<>(2);
    for (OrderRequest request : parent.order.request().legs()) {
      legs.add(openSubmitted(parent.owner, request));
    }
    return legs;
  }

  /** Opens an order that is on its way to the broker; who listens is told of both steps. */
  private OrderEntry openSubmitted(StrategySlot owner, OrderRequest request) {
    long now = market.now();
    if (!events.orders()) {
      return open(owner, Order.submitted(request, now));
    }
    OrderEntry entry = open(owner, Order.created(request, now));
    apply(entry, new OrderEvent.Submitted(request.id(), now));
    return entry;
  }

  private OrderEntry open(StrategySlot owner, Order order) {
    OrderEntry entry = new OrderEntry(owner, order);
    placed.add(entry);
    open.add(entry);
    tell(entry);
    return entry;
  }

  void cancel(StrategySlot owner, ClientOrderId orderId) {
    OrderEntry entry = placed.find(orderId);
    if (entry == null || entry.owner != owner || !entry.open) {
      return;
    }
    apply(entry, new OrderEvent.CancelRequested(orderId, market.now()));
    Cancellation cancellation = broker.cancel(orderId);
    if (cancellation instanceof Cancellation.Refused refused && !entry.order.status().terminal()) {
      apply(entry, new OrderEvent.CancelRejected(orderId, market.now(), refused.reason()));
    }
  }

  /** Takes an order that the broker has placed by itself among a strategy's own. */
  void adopt(StrategySlot owner, OrderRequest request) {
    openSubmitted(owner, request);
  }

  /**
   * Books what the broker reports and tells the strategy that placed the order. A fill that is
   * reported again changes nothing.
   */
  void onBrokerEvent(OrderEvent event) {
    OrderEntry entry = placed.find(event.orderId());
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
      book(entry.owner, fill);
      settleOpen(entry);
      if (events.fills()) {
        events.append(new EngineEvent.Filled(market.now(), entry.owner.name(), fill));
      }
      tell(entry);
      entry.owner.onFill(fill);
    } else {
      apply(entry, event);
    }
    entry.owner.onOrder(entry.order);
  }

  private void book(StrategySlot owner, Fill fill) {
    if (currencies != null) {
      currencies.apply(fill, market.universe());
      return;
    }
    account.apply(fill);
    if (owner.ledger() != account) {
      owner.ledger().apply(fill);
    }
  }

  private void apply(OrderEntry entry, OrderEvent event) {
    entry.order = entry.order.apply(event);
    settleOpen(entry);
    tell(entry);
  }

  private void settleOpen(OrderEntry entry) {
    if (entry.open && entry.order.status().terminal()) {
      open.remove(entry);
      OrderEntry old = entry.replaces;
      if (old != null && entry.order.status() == OrderStatus.REJECTED) {
        old.leaving = false;
      }
    }
  }

  private void tell(OrderEntry entry) {
    if (events.orders()) {
      events.append(new EngineEvent.OrderChanged(market.now(), entry.owner.name(), entry.order));
    }
  }

  Optional<Order> order(StrategySlot owner, ClientOrderId orderId) {
    OrderEntry entry = placed.find(orderId);
    return entry == null || entry.owner != owner ? Optional.empty() : Optional.of(entry.order);
  }

  List<Order> openOrders(StrategySlot owner) {
    return open.of(owner);
  }

  /** Returns every order in its last state, oldest first. */
  List<Order> orders() {
    return placed.orders();
  }

  /**
   * What is known of an instrument.
   *
   * @param always whether it may be traded at all times
   */
  private record Listing(Instrument instrument, boolean always) {}

  private record Refusal(String code, String reason) {}
}
