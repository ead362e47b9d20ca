package io.quantkit.backtest.market;

import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.BrokerCapabilities;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.engine.Venue;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.TradingCalendar;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A broker that fills orders from bars.
 *
 * <p>Orders are filled in the order they arrived, from the symbol's next bar on. With a
 * participation cap all orders in a symbol together get at most that share of a bar's volume; what
 * is left of an order goes on working. A day order expires with the session of the first bar it
 * could have been filled in; a good-till-cancelled one works until it is filled. An order that
 * would sell more than is held is rejected unless shorting is allowed.
 *
 * <p>A fill becomes known when its bar closes, whatever moment of the bar it is stamped with.
 */
public final class SimulatedMarket implements Broker, Venue {
  private static final int MONEY_SCALE = 9;
  private static final Decimal UNLIMITED = Decimal.of(999_999_999_999_999_999L);

  private final Universe universe;
  private final TradingCalendar calendar;
  private final FillTiming timing;
  private final TradingCosts costs;
  private final double participation;
  private final boolean shorting;
  private final Currency currency;
  private final ExecutionListener executions;
  private final Map<ClientOrderId, WorkingOrder> working = new LinkedHashMap<>();
  private final Set<ClientOrderId> seen = new HashSet<>();
  private final Map<Symbol, Decimal> positions = new LinkedHashMap<>();
  private final Map<Symbol, Decimal> lastPrices = new LinkedHashMap<>();

  /** What the current bar's volume has been used for already. */
  private final Map<Symbol, Decimal> consumed = new LinkedHashMap<>();

  private @Nullable OrderListener listener;
  private @Nullable BarSlice lastBars;
  private Decimal cash;
  private long orderNumber;
  private long executionNumber;

  private SimulatedMarket(Builder builder) {
    this.universe = builder.universe;
    this.calendar = builder.calendar;
    this.timing = builder.timing;
    this.costs = builder.costs;
    this.participation = builder.participation;
    this.shorting = builder.shorting;
    this.currency = builder.currency;
    this.cash = builder.cash;
    this.executions = builder.executions;
  }

  /**
   * Returns a builder.
   *
   * @param universe the instruments that can be traded
   * @param calendar whose sessions day orders live in
   */
  public static Builder builder(Universe universe, TradingCalendar calendar) {
    return new Builder(universe, calendar);
  }

  @Override
  public BrokerCapabilities capabilities() {
    return new BrokerCapabilities(
        EnumSet.of(OrderType.MARKET, OrderType.LIMIT),
        EnumSet.of(TimeInForce.DAY, TimeInForce.GTC),
        true,
        shorting);
  }

  @Override
  public void listen(OrderListener newListener) {
    if (listener != null) {
      throw new IllegalStateException("a simulated market has one listener, and has it already");
    }
    listener = newListener;
  }

  @Override
  public Submission submit(OrderRequest order) {
    if (!seen.add(order.id())) {
      return new Submission.Rejected(order.id(), "client order id was used before");
    }
    Optional<String> refusal = capabilities().refusal(order);
    if (refusal.isEmpty() && !universe.contains(order.symbol())) {
      refusal = Optional.of("symbol " + order.symbol() + " is unknown");
    }
    if (refusal.isEmpty() && !shorting && order.side() == Side.SELL) {
      refusal = uncovered(order);
    }
    if (refusal.isPresent()) {
      return new Submission.Rejected(order.id(), refusal.get());
    }
    WorkingOrder entry = new WorkingOrder(order);
    working.put(order.id(), entry);
    BarSlice bars = lastBars;
    if (timing == FillTiming.SAME_CLOSE && bars != null) {
      int symbol = bars.symbols().indexOf(order.symbol());
      if (symbol >= 0 && bars.has(symbol)) {
        match(entry, bars, symbol);
      }
      if (entry.remaining.isZero()) {
        working.remove(order.id());
      }
    }
    return new Submission.Accepted(order.id(), "sim-" + ++orderNumber);
  }

  private Optional<String> uncovered(OrderRequest order) {
    Decimal available = positions.getOrDefault(order.symbol(), Decimal.ZERO);
    for (WorkingOrder other : working.values()) {
      if (other.request.symbol().equals(order.symbol()) && other.request.side() == Side.SELL) {
        available = available.minus(other.remaining);
      }
    }
    return order.quantity().compareTo(available) <= 0
        ? Optional.empty()
        : Optional.of(
            "selling %s %s would go short, available are %s"
                .formatted(order.quantity(), order.symbol(), available));
  }

  @Override
  public Cancellation cancel(ClientOrderId orderId) {
    WorkingOrder entry = working.remove(orderId);
    if (entry == null) {
      return new Cancellation.Refused(orderId, "order is not working");
    }
    tell(new OrderEvent.Canceled(orderId, now(), "cancelled on request"));
    return new Cancellation.Requested(orderId);
  }

  @Override
  public AccountSnapshot account() {
    Decimal equity = cash;
    for (Map.Entry<Symbol, Decimal> position : positions.entrySet()) {
      Decimal price = lastPrices.getOrDefault(position.getKey(), Decimal.ZERO);
      equity = equity.plus(position.getValue().times(price, MONEY_SCALE, RoundingMode.HALF_EVEN));
    }
    return new AccountSnapshot("simulated", currency, cash, equity, cash.max(Decimal.ZERO));
  }

  @Override
  public void onBars(BarSlice bars) {
    lastBars = bars;
    consumed.clear();
    Iterator<WorkingOrder> orders = working.values().iterator();
    while (orders.hasNext()) {
      WorkingOrder order = orders.next();
      int symbol = bars.symbols().indexOf(order.request.symbol());
      if (symbol < 0 || !bars.has(symbol)) {
        continue;
      }
      if (expired(order, bars)) {
        orders.remove();
        tell(new OrderEvent.Expired(order.request.id(), bars.knownAt()));
        continue;
      }
      match(order, bars, symbol);
      if (order.remaining.isZero()) {
        orders.remove();
      }
    }
    for (Symbol symbol : positions.keySet()) {
      int s = bars.symbols().indexOf(symbol);
      if (s >= 0 && bars.has(s)) {
        lastPrices.put(symbol, rounded(bars.close(s)));
      }
    }
  }

  private boolean expired(WorkingOrder order, BarSlice bars) {
    if (order.request.timeInForce() != TimeInForce.DAY) {
      return false;
    }
    LocalDate session = calendar.dateOf(bars.start());
    LocalDate first = order.session;
    if (first == null) {
      order.session = session;
      return false;
    }
    return session.isAfter(first);
  }

  private void match(WorkingOrder order, BarSlice bars, int symbol) {
    OrderRequest request = order.request;
    Instrument instrument = universe.instrument(request.symbol());
    boolean atOpen = timing == FillTiming.NEXT_OPEN;
    if (atOpen && Double.isNaN(bars.open(symbol))) {
      throw new DataNotFoundException(
          request.symbol().value(),
          "%s at %s has no open, so orders cannot fill there; give opens or use NEXT_CLOSE"
              .formatted(request.symbol(), bars));
    }
    Optional<Quote> quote =
        Quote.of(request.terms(), request.side(), bars, symbol, atOpen, costs, instrument);
    if (quote.isEmpty()) {
      return;
    }
    Decimal quantity = order.remaining.min(available(request.symbol(), bars, symbol, instrument));
    if (quantity.isPositive()) {
      execute(order, quote.get(), quantity, atOpen ? bars.start() : bars.knownAt());
    }
  }

  /** Returns how much of a bar's volume is left to orders, in whole lots. */
  private Decimal available(Symbol symbol, BarSlice bars, int column, Instrument instrument) {
    if (participation == Double.POSITIVE_INFINITY) {
      return UNLIMITED;
    }
    double volume = bars.volume(column);
    if (Double.isNaN(volume)) {
      throw new DataNotFoundException(
          symbol.value(),
          "%s at %s has no volume, so its participation cannot be capped; give volumes or no cap"
              .formatted(symbol, bars));
    }
    Decimal lot = instrument.lotSize();
    Decimal cap =
        Decimal.of(volume * participation, lot.scale(), RoundingMode.DOWN)
            .roundToMultiple(lot, RoundingMode.DOWN);
    return cap.minus(consumed.getOrDefault(symbol, Decimal.ZERO));
  }

  private void execute(WorkingOrder order, Quote quote, Decimal quantity, long time) {
    OrderRequest request = order.request;
    double units = quantity.doubleValue();
    double price = quote.price().doubleValue();
    double inPrice = quote.taking() ? Math.abs(price - quote.reference()) * units : 0;
    double spread = quote.taking() ? quote.reference() * costs.halfSpread() * units : 0;
    double wanted = quote.taking() ? spread + quote.reference() * costs.slippage() * units : 0;
    double commission = costs.commission(price * units).doubleValue();
    Decimal fee = costs.commission(price * units);
    if (inPrice < wanted) {
      fee = fee.plus(Decimal.of(wanted - inPrice, TradingCosts.FEE_SCALE, RoundingMode.UP));
    }
    Fill fill =
        new Fill(
            request.id(),
            "sim-" + ++executionNumber,
            request.symbol(),
            request.side(),
            quantity,
            quote.price(),
            fee,
            time);
    order.remaining = order.remaining.minus(quantity);
    consumed.merge(request.symbol(), quantity, Decimal::plus);
    positions.merge(request.symbol(), fill.signedQuantity(), Decimal::plus);
    lastPrices.put(request.symbol(), quote.price());
    Decimal paid = request.side() == Side.BUY ? fill.notional() : fill.notional().negated();
    cash = cash.minus(paid).minus(fee);
    double total = inPrice + fee.doubleValue();
    double slippage = total - commission - spread;
    executions.onExecution(new Execution(fill, quote.reference(), commission, spread, slippage));
    tell(new OrderEvent.Filled(request.id(), now(), fill));
  }

  private static Decimal rounded(double price) {
    return Decimal.of(price, MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  private long now() {
    BarSlice bars = lastBars;
    return bars == null ? 0 : bars.knownAt();
  }

  private void tell(OrderEvent event) {
    OrderListener told = listener;
    if (told == null) {
      throw new IllegalStateException("a simulated market must have a listener before orders");
    }
    told.onOrderEvent(event);
  }

  /** Collects the settings, then {@link #build} makes the market. Not thread-safe. */
  public static final class Builder {
    private final Universe universe;
    private final TradingCalendar calendar;
    private FillTiming timing = FillTiming.NEXT_OPEN;
    private TradingCosts costs = TradingCosts.NONE;
    private double participation = Double.POSITIVE_INFINITY;
    private boolean shorting;
    private Currency currency = Currency.USD;
    private Decimal cash = Decimal.ZERO;
    private ExecutionListener executions = execution -> {};

    private Builder(Universe universe, TradingCalendar calendar) {
      this.universe = universe;
      this.calendar = calendar;
    }

    /** Sets when orders are filled. Default: {@link FillTiming#NEXT_OPEN}. */
    public Builder timing(FillTiming newTiming) {
      timing = newTiming;
      return this;
    }

    /** Sets what executions cost. Default: nothing. */
    public Builder costs(TradingCosts newCosts) {
      costs = newCosts;
      return this;
    }

    /**
     * Caps what all orders in a symbol get of a bar's volume.
     *
     * @param share in (0, 1], or infinity for no cap; default no cap
     */
    public Builder participation(double share) {
      if (!(share > 0 && (share <= 1 || share == Double.POSITIVE_INFINITY))) {
        throw new IllegalArgumentException("participation must be in (0, 1], was " + share);
      }
      participation = share;
      return this;
    }

    /** Sets whether positions may become negative, at no cost of borrowing. Default: no. */
    public Builder shorting(boolean allowed) {
      shorting = allowed;
      return this;
    }

    /** Sets the account's currency. Default: USD. */
    public Builder currency(Currency newCurrency) {
      currency = newCurrency;
      return this;
    }

    /** Sets the cash the account begins with. Default: none. */
    public Builder cash(Decimal newCash) {
      cash = newCash;
      return this;
    }

    /** Sets who is told of executions and their costs. Default: nobody. */
    public Builder executions(ExecutionListener newListener) {
      executions = newListener;
      return this;
    }

    /** Returns the market. */
    public SimulatedMarket build() {
      return new SimulatedMarket(this);
    }
  }
}
