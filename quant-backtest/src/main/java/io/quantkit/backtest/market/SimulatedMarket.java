package io.quantkit.backtest.market;

import io.quantkit.backtest.account.AccountModel;
import io.quantkit.backtest.account.AccountOpening;
import io.quantkit.backtest.account.Financing;
import io.quantkit.backtest.account.Liquidation;
import io.quantkit.backtest.account.Unrestricted;
import io.quantkit.backtest.cost.CostModel;
import io.quantkit.core.action.OpenOrderRule;
import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.broker.Broker;
import io.quantkit.core.broker.BrokerCapabilities;
import io.quantkit.core.broker.Cancellation;
import io.quantkit.core.broker.OrderListener;
import io.quantkit.core.broker.Submission;
import io.quantkit.core.engine.Venue;
import io.quantkit.core.ledger.Conversion;
import io.quantkit.core.ledger.FxRates;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Currency;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderClass;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderRules;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broker that fills orders from bars.
 *
 * <p>It takes every order that {@link OrderRules#GENERAL} allows. {@link FillTiming} says when and
 * at which price they are filled, {@link CostModel} what that costs. What is left of an order goes
 * on working, as long as its time in force says.
 *
 * <ul>
 *   <li>An order is matched against bars that begin when it is at the market or later, so nothing
 *       is filled at a price from before it was decided. Bars over a time that shorter bars have
 *       covered are passed over.
 *   <li>A fill becomes known when its bar closes, whatever moment of the bar it is stamped with. It
 *       lies within the bar's range and the order's limit; what the costs demand beyond the range
 *       is charged as a fee.
 *   <li>With a participation cap all orders in a symbol together get at most that share of a bar's
 *       volume, in the order in which the bar reaches them.
 *   <li>Limits and stops that the open has passed are filled at the open, better for the limit,
 *       worse for the stop.
 *   <li>The exits of an entry work from the moment it is executed in full, within the same bar. If
 *       one of two exits is executed the other shrinks or is cancelled; if one is cancelled, so is
 *       the other. An entry that ends without being filled in full takes its exits with it.
 *   <li>A day order ends with its session, an order for an auction after that auction: at the open
 *       of the session's first bar, at the close of its last.
 *   <li>While an instrument is halted nothing is filled and orders wait.
 *   <li>At a corporate action standing orders are treated by an {@link OpenOrderRule}.
 * </ul>
 *
 * <p>An instrument of which quotes, trades, order books, the orders of a book or auctions are shown
 * is matched by these from then on, and no longer by bars:
 *
 * <ul>
 *   <li>An order arrives at once, or after a {@linkplain Builder#latency latency}. If it is
 *       marketable it takes what is displayed within its limit, level by level; what it takes is
 *       gone until that level changes. Where nothing is displayed it executes in the next trades,
 *       worsened by the spread and slippage of the costs.
 *   <li>A limit order rests where a {@link QueueModel} sees it in the queue. It executes at its
 *       price: when a trade reaches its place, goes through its price, or the other side comes to
 *       it. Orders get no more than was traded or is displayed, or the cap's share of that, by
 *       price and time.
 *   <li>Stops and touches are triggered by trades or quotes, {@link TriggerSource}. Pegs follow the
 *       quote, icebergs show parts that queue anew.
 *   <li>Orders for an auction, and resting ones better than its price, execute at its price.
 * </ul>
 *
 * <p>An order that would sell more than is held is rejected unless shorting is allowed. Belongs to
 * the thread of its engine.
 */
public final class SimulatedMarket implements Broker, Venue {
  private final Universe universe;
  private final FillTiming timing;
  private final CostModel costModel;
  private final OpenOrderRule openOrderRule;
  private final BrokerCapabilities capabilities;
  private final TradingCalendar calendar;
  private final AccountBook account;
  private final OrderIndex index = new OrderIndex();
  private final Intake intake;
  private final Clerk clerk;
  private final BarMatcher matcher;
  private final TickMarkets ticks;
  private final @Nullable Transit transit;
  private final List<Columns> known = new ArrayList<>();

  /** The books with orders, in the order in which they got them. */
  private final SymbolBook[] active;

  private int activeCount;
  private @Nullable Columns columns;
  private @Nullable BarSlice lastBars;
  private int liquidations;

  private SimulatedMarket(Builder builder, SymbolBook[] books, AccountBook account) {
    this.universe = builder.universe;
    this.timing = builder.timing;
    this.costModel = builder.costs;
    this.openOrderRule = builder.openOrderRule;
    this.calendar = builder.calendar;
    this.active = new SymbolBook[books.length];
    this.account = account;
    this.capabilities = new BrokerCapabilities(OrderRules.GENERAL, account.shorting());
    this.intake = new Intake(universe, builder.calendar, OrderRules.GENERAL, account, books);
    this.clerk = new Clerk(index, account, builder.executions, builder.exitsAtOnce);
    this.matcher = new BarMatcher(builder, clerk);
    clerk.matchingWith(matcher);
    this.ticks =
        new TickMarkets(
            builder.queue,
            builder.partialFills,
            builder.participation,
            builder.triggers,
            clerk,
            account);
    this.transit =
        builder.latencies.equals(Latencies.NONE)
            ? null
            : new Transit(builder.latencies, builder.latencySeed);
  }

  static AccountBook account(Builder builder, SymbolBook[] books) {
    AccountModel model = builder.account;
    FxRates rates = builder.rates;
    if (rates != null) {
      if (model != null || !builder.financing.equals(Financing.NONE)) {
        throw new IllegalArgumentException(
            "an account of several currencies must have no account model and no financing");
      }
      return new CurrencyBook(
          builder.universe, rates, builder.conversion, builder.cash, builder.shorting);
    }
    if (model == null && builder.financing.equals(Financing.NONE)) {
      return new PlainAccount(books, builder.currency, builder.cash, builder.shorting);
    }
    AccountOpening opening =
        new AccountOpening(
            builder.universe.symbols(),
            builder.universe,
            builder.calendar,
            builder.currency,
            builder.cash,
            builder.financing);
    return new BrokerBook(
        model == null ? new Unrestricted(builder.shorting) : model, opening, books);
  }

  static SymbolBook[] books(Universe universe) {
    Symbols symbols = universe.symbols();
    SymbolBook[] books = new SymbolBook[symbols.size()];
    for (int i = 0; i < books.length; i++) {
      Symbol symbol = symbols.get(i);
      Instrument instrument = universe.instrument(symbol);
      books[i] = new SymbolBook(i, instrument, !universe.alwaysTradeable(symbol));
    }
    return books;
  }

  /**
   * Returns a builder.
   *
   * @param universe the instruments that can be traded
   * @param calendar whose sessions day orders live in and whose auctions there are
   */
  public static Builder builder(Universe universe, TradingCalendar calendar) {
    return new Builder(universe, calendar);
  }

  @Override
  public BrokerCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public void listen(OrderListener listener) {
    clerk.listen(transit == null ? listener : transit.through(listener, clerk));
  }

  @Override
  public Submission submit(OrderRequest request) {
    if (transit == null) {
      return take(request, null);
    }
    ClientOrderId id = request.id();
    String refusal = intake.refusal(request, intake.book(request.symbol()), clerk.now());
    if (refusal.isEmpty() && (index.contains(id) || !transit.add(id))) {
      refusal = "DUPLICATE_ID: client order id was used before";
    }
    if (!refusal.isEmpty()) {
      return new Submission.Rejected(id, refusal);
    }
    transit.request(clerk.now(), () -> reject(take(request, null)));
    return new Submission.Accepted(id, id.value());
  }

  /** Reports what a request has come to that was answered before it arrived. */
  private void reject(Submission late) {
    if (late instanceof Submission.Rejected rejected) {
      clerk.tell(new OrderEvent.Rejected(rejected.orderId(), clerk.now(), rejected.reason()));
    }
  }

  @Override
  public Submission replace(ClientOrderId orderId, OrderRequest replacement) {
    if (transit == null) {
      return replaceNow(orderId, replacement);
    }
    ClientOrderId id = replacement.id();
    if (index.contains(id) || !transit.add(id)) {
      return new Submission.Rejected(id, "DUPLICATE_ID: client order id was used before");
    }
    transit.request(clerk.now(), () -> reject(replaceNow(orderId, replacement)));
    return new Submission.Accepted(id, id.value());
  }

  private Submission replaceNow(ClientOrderId orderId, OrderRequest replacement) {
    WorkingOrder old = index.find(orderId);
    if (old == null) {
      return new Submission.Rejected(
          replacement.id(), "NOT_OPEN: order " + orderId + " is not working");
    }
    if (!old.request.symbol().equals(replacement.symbol()) || old.side() != replacement.side()) {
      return new Submission.Rejected(
          replacement.id(),
          "REPLACE: the replacement of order %s must be on the same symbol and side"
              .formatted(orderId));
    }
    return take(replacement, old);
  }

  private Submission take(OrderRequest request, @Nullable WorkingOrder old) {
    ClientOrderId id = request.id();
    if (!index.claim(id)) {
      return new Submission.Rejected(id, "DUPLICATE_ID: client order id was used before");
    }
    SymbolBook book = intake.book(request.symbol());
    String refusal = intake.refusal(request, book, clerk.now());
    if (!refusal.isEmpty() || book == null) {
      return new Submission.Rejected(id, refusal);
    }
    WorkingOrder order = new WorkingOrder(request, book);
    boolean held = old != null && !old.working;
    refusal = held ? "" : intake.refusal(order, old);
    if (refusal.isEmpty()) {
      refusal = intake.schedule(order, clerk.now());
    }
    if (!refusal.isEmpty()) {
      return new Submission.Rejected(id, refusal);
    }
    order.reducing |= !order.buy && !capabilities.shorting();
    index.put(order);
    if (old != null) {
      clerk.replace(old, order);
    }
    order.working = !held;
    join(order);
    if (request.instructions().orderClass() != OrderClass.SIMPLE) {
      String duplicate = joinLegs(order);
      if (!duplicate.isEmpty()) {
        return new Submission.Rejected(id, duplicate);
      }
    }
    if (book.ticks != null) {
      ticks.arrived(order);
      OrderGroup group = order.group;
      if (group != null && group.entry == null && group.stopLoss != null) {
        ticks.arrived(group.stopLoss);
      }
    } else if (timing == FillTiming.SAME_CLOSE) {
      matchAtOnce(order);
    }
    return new Submission.Accepted(id, id.value());
  }

  private void join(WorkingOrder order) {
    SymbolBook book = order.book;
    book.add(order);
    if (!book.listed) {
      book.listed = true;
      active[activeCount++] = book;
    }
    if (!order.triggered && Triggers.trails(order.type)) {
      order.best = lastPrice(book);
    }
  }

  /** Returns the last price known of a symbol, {@code NaN} if the last bars had none. */
  private double lastPrice(SymbolBook book) {
    BarSlice bars = lastBars;
    Columns at = columns;
    int column = bars == null || at == null ? -1 : at.of(book);
    return column < 0 || bars == null ? Double.NaN : bars.close(column);
  }

  /** Adds the exits of an order; returns why that cannot be, {@code ""} if it could. */
  private String joinLegs(WorkingOrder parent) {
    boolean oco = parent.request.instructions().orderClass() == OrderClass.OCO;
    OrderGroup group = new OrderGroup();
    parent.group = group;
    if (oco) {
      group.takeProfit = parent;
    } else {
      group.entry = parent;
    }
    for (OrderRequest request : parent.request.legs()) {
      if (!index.claim(request.id())) {
        clerk.withdraw(parent);
        return "DUPLICATE_ID: the id of exit %s was used before".formatted(request.id());
      }
      WorkingOrder leg = new WorkingOrder(request, parent.book);
      leg.group = group;
      leg.activeFrom = parent.activeFrom;
      leg.endsAt = parent.endsAt;
      index.put(leg);
      join(leg);
      if (request.terms().type() == OrderType.LIMIT) {
        group.takeProfit = leg;
      } else {
        group.stopLoss = leg;
      }
      if (oco) {
        leg.working = true;
        clerk.tell(new OrderEvent.Accepted(leg.id(), clerk.now(), leg.id().value()));
      }
    }
    return "";
  }

  private void matchAtOnce(WorkingOrder order) {
    BarSlice bars = lastBars;
    Columns at = columns;
    int column = bars == null || at == null ? -1 : at.of(order.book);
    if (bars != null && at != null && column >= 0 && bars.has(column) && order.working) {
      order.book.columns = at;
      order.book.column = column;
      matcher.matchAtClose(order, bars, column);
    }
  }

  @Override
  public Cancellation cancel(ClientOrderId orderId) {
    if (transit == null) {
      return cancelNow(orderId);
    }
    transit.request(
        clerk.now(),
        () -> {
          if (cancelNow(orderId) instanceof Cancellation.Refused refused) {
            clerk.tell(new OrderEvent.CancelRejected(orderId, clerk.now(), refused.reason()));
          }
        });
    return new Cancellation.Requested(orderId);
  }

  private Cancellation cancelNow(ClientOrderId orderId) {
    WorkingOrder order = index.find(orderId);
    if (order == null) {
      return new Cancellation.Refused(orderId, "order is not working");
    }
    clerk.cancel(order, "cancelled on request");
    return new Cancellation.Requested(orderId);
  }

  @Override
  public AccountSnapshot account() {
    return account.snapshot();
  }

  @Override
  public long nextTime() {
    return transit == null ? Long.MAX_VALUE : transit.nextTime();
  }

  @Override
  public void advanceTo(long epochNanos) {
    if (transit != null) {
      for (long due = transit.nextTime(); due <= epochNanos; due = transit.nextTime()) {
        clerk.advanceTo(due);
        transit.deliver();
      }
    }
    clerk.advanceTo(epochNanos);
  }

  @Override
  public void onQuote(Symbol symbol, Quote quote) {
    SymbolBook book = tickBook(symbol);
    if (book != null) {
      ticks.onQuote(book, quote);
    }
  }

  @Override
  public void onTrade(Symbol symbol, Trade trade) {
    SymbolBook book = tickBook(symbol);
    if (book != null) {
      ticks.onTrade(book, trade);
    }
  }

  @Override
  public void onBook(Symbol symbol, BookSnapshot snapshot) {
    SymbolBook book = tickBook(symbol);
    if (book != null) {
      ticks.onBook(book, snapshot);
    }
  }

  @Override
  public void onBookOrder(Symbol symbol, BookOrder order) {
    SymbolBook book = tickBook(symbol);
    if (book != null) {
      ticks.onBookOrder(book, order);
    }
  }

  @Override
  public void onAuction(Symbol symbol, Auction auction) {
    SymbolBook book = tickBook(symbol);
    if (book != null) {
      ticks.onAuction(book, auction);
    }
  }

  /** Returns the book of a symbol that is matched by ticks, null if there is none. */
  private @Nullable SymbolBook tickBook(Symbol symbol) {
    if (!clerk.hasDefaults()) {
      Columns at = columns;
      Symbols all = universe.symbols();
      clerk.defaults(at != null ? at : new Columns(all, all, costModel.start(all, universe)));
    }
    return intake.book(symbol);
  }

  @Override
  public void onBars(BarSlice bars) {
    clerk.advanceTo(bars.knownAt());
    Columns at = columnsOf(bars.symbols());
    lastBars = bars;
    if (activeCount > 0) {
      match(bars, at);
    }
    at.costs.onBars(bars);
    account.onBars(bars, at);
  }

  private void match(BarSlice bars, Columns at) {
    int kept = 0;
    for (int i = 0; i < activeCount; i++) {
      SymbolBook book = active[i];
      int column = at.of(book);
      if (book.ticks == null) {
        if (column >= 0 && bars.has(column)) {
          matcher.match(book, bars, at, column);
        } else {
          matcher.passOver(book, bars);
        }
      }
      if (book.size > 0) {
        active[kept++] = book;
      } else {
        book.listed = false;
      }
    }
    activeCount = kept;
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut for the usual columns: it is fast
  private Columns columnsOf(Symbols symbols) {
    Columns last = columns;
    if (last != null && last.symbols == symbols) {
      return last;
    }
    Columns found = null;
    for (Columns candidate : known) {
      if (candidate.symbols.equals(symbols)) {
        found = candidate;
      }
    }
    if (found == null) {
      found = new Columns(symbols, universe.symbols(), costModel.start(symbols, universe));
      known.add(found);
    }
    columns = found;
    return found;
  }

  /** Returns the calendar whose sessions day orders live in. */
  TradingCalendar calendar() {
    return calendar;
  }

  /** Does what is due at the close of a session of this market's calendar, told by its code. */
  @Override
  public void onSessionClose(TradingCalendar of, Session session) {
    if (!of.code().equals(calendar.code())) {
      return;
    }
    endSession(session);
    for (Liquidation liquidation : settle(session)) {
      liquidate(liquidation, new ClientOrderId("margin-call-" + ++liquidations));
    }
  }

  /** Ends the orders that live as long as a session. */
  void endSession(Session session) {
    clerk.advanceTo(session.close());
    for (int i = 0; i < activeCount; i++) {
      if (active[i].ticks != null) {
        ticks.expire(active[i], session.close());
      }
    }
  }

  /** Charges and pays what is due at the close of a session; returns the margin call. */
  List<Liquidation> settle(Session session) {
    account.onSessionClose(session, clerk::tell);
    return account.liquidations(session.close());
  }

  /** Places the broker's order against a position, in the place of the holder's own. */
  void liquidate(Liquidation liquidation, ClientOrderId id) {
    SymbolBook book = intake.book(liquidation.symbol());
    if (book == null) {
      throw new IllegalStateException("liquidated is what is not traded here: " + liquidation);
    }
    for (int i = 0; i < book.size; i++) {
      if (!book.orders[i].done) {
        clerk.cancel(book.orders[i], "cancelled by a margin call");
      }
    }
    book.compact();
    OrderRequest request =
        new OrderRequest(
            id,
            liquidation.symbol(),
            liquidation.side(),
            liquidation.quantity(),
            OrderTerms.MARKET,
            TimeInForce.DAY,
            OrderInstructions.NONE.reducing().because(liquidation.reason()));
    clerk.announce(request);
    Submission submission = take(request, null);
    if (submission instanceof Submission.Accepted accepted) {
      clerk.tell(new OrderEvent.Accepted(request.id(), clerk.now(), accepted.brokerOrderId()));
    } else {
      reject(submission);
    }
  }

  @Override
  public void onStatus(Symbol symbol, TradingStatus status) {
    SymbolBook book = intake.book(symbol);
    if (book == null) {
      return;
    }
    boolean stopped =
        status.state() == TradingStatus.State.HALTED
            || status.state() == TradingStatus.State.CLOSED;
    if (stopped && !book.halted) {
      book.haltedFrom = status.eventTime();
      book.resumedAt = Long.MAX_VALUE;
    } else if (!stopped && book.halted) {
      book.resumedAt = status.eventTime();
    }
    book.halted = stopped;
    ticks.onStatus(book, status);
  }

  @Override
  public void onAction(CorporateAction action) {
    SymbolBook book = intake.book(action.symbol());
    if (book == null) {
      return;
    }
    clerk.advanceTo(action.eventTime());
    account.onAction(action, book);
    for (Columns each : known) {
      each.costs.onAction(action);
    }
    OpenOrderRule rule =
        openOrderRule
            .withTickSize(book.instrument.tickSize())
            .withLotSize(book.instrument.lotSize());
    for (int i = 0; i < book.size; i++) {
      WorkingOrder order = book.orders[i];
      if (!order.done) {
        boolean exits = order.group != null;
        clerk.follow(
            order,
            action,
            (exits ? rule.withDoNotReduce(true) : rule)
                .after(order.request.withQuantity(order.remaining), action));
      }
    }
    book.compact();
    ticks.restated(book);
    if (action instanceof CorporateAction.Delisting delisting) {
      book.gone = action.symbol() + " was delisted: " + delisting.reason();
    } else if (action instanceof CorporateAction.Merger) {
      book.gone = action.symbol() + " was taken over";
    } else if (action instanceof CorporateAction.SymbolChange change) {
      book.gone = action.symbol() + " became " + change.successor();
    }
  }

  /** Collects the settings, then {@link #build} makes the market. Not thread-safe. */
  public static final class Builder {
    final Universe universe;
    final TradingCalendar calendar;
    FillTiming timing = FillTiming.NEXT_OPEN;
    IntrabarPath path = IntrabarPath.Shape.NEARER_EXTREME_FIRST;
    BothTouched bothTouched = BothTouched.STOP_FIRST;
    LimitRule limitRule = LimitRule.TRADE_THROUGH;
    CostModel costs = TradingCosts.NONE;
    double participation = Double.POSITIVE_INFINITY;
    double minimumVolume;
    boolean exitsAtOnce = true;
    boolean shorting;
    @Nullable AccountModel account;
    Financing financing = Financing.NONE;
    Currency currency = Currency.USD;
    @Nullable FxRates rates;
    Conversion conversion = Conversion.NONE;
    Decimal cash = Decimal.ZERO;
    OpenOrderRule openOrderRule = OpenOrderRule.US;
    ExecutionListener executions = ExecutionListener.NONE;
    QueueModel queue = QueueModel.RISK_AVERSE;
    boolean partialFills = true;
    TriggerSource triggers = TriggerSource.LAST_TRADE;
    Latencies latencies = Latencies.NONE;
    long latencySeed;

    private Builder(Universe universe, TradingCalendar calendar) {
      this.universe = universe;
      this.calendar = calendar;
    }

    /** Sets when orders are filled. Default: {@link FillTiming#NEXT_OPEN}. */
    public Builder timing(FillTiming newTiming) {
      timing = newTiming;
      return this;
    }

    /**
     * Sets the path of prices within bars under {@link FillTiming#INTRABAR}. Default: {@link
     * IntrabarPath.Shape#NEARER_EXTREME_FIRST}.
     */
    public Builder path(IntrabarPath newPath) {
      path = newPath;
      return this;
    }

    /**
     * Sets what came first in a bar that touched both, under {@link FillTiming#NEXT_OPEN}. Default:
     * {@link BothTouched#STOP_FIRST}.
     */
    public Builder bothTouched(BothTouched newRule) {
      bothTouched = newRule;
      return this;
    }

    /** Sets when waiting limit orders are filled. Default: {@link LimitRule#TRADE_THROUGH}. */
    public Builder limitRule(LimitRule newRule) {
      limitRule = newRule;
      return this;
    }

    /** Sets what executions cost. Default: nothing. */
    public Builder costs(CostModel newCosts) {
      costs = newCosts;
      return this;
    }

    /**
     * Caps what all orders in a symbol get of a bar's volume; where ticks are matched, of the size
     * of each trade and auction, and of what is displayed at a price until that changes, unless
     * {@linkplain #partialFills executions are whole}.
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

    /**
     * Sets how many units a bar must have traded for anything to be filled in it. A market order
     * that meets a thinner bar is rejected, or cancelled if some of it was executed; other orders
     * wait.
     *
     * @param units at least 0; default 0
     */
    public Builder minimumVolume(double units) {
      if (!(units >= 0)) {
        throw new IllegalArgumentException("minimumVolume must be at least 0, was " + units);
      }
      minimumVolume = units;
      return this;
    }

    /**
     * Takes timing, path, rules, cap, costs and queue from a preset; what is set afterwards
     * overrides it.
     */
    public Builder preset(MarketPreset preset) {
      timing = preset.timing();
      path = preset.path();
      bothTouched = preset.bothTouched();
      limitRule = preset.limitRule();
      participation = preset.participation();
      costs = preset.costs();
      queue = preset.queue();
      return this;
    }

    /**
     * Sets whether the exits of an entry work from the moment it is executed in full, in the bar of
     * the entry already, or from the next bar on. Default: at once.
     */
    public Builder exitsAtOnce(boolean atOnce) {
      exitsAtOnce = atOnce;
      return this;
    }

    /** Sets whether positions may become negative, at no cost of borrowing. Default: no. */
    public Builder shorting(boolean allowed) {
      shorting = allowed;
      return this;
    }

    /**
     * Sets what the broker allows the account to do, in place of {@link #shorting(boolean)}:
     * whether it may sell short is then the model's affair. Default: it may spend more than it has.
     */
    public Builder account(AccountModel newAccount) {
      account = newAccount;
      return this;
    }

    /** Sets what is charged and paid at the close of each session. Default: nothing. */
    public Builder financing(Financing newFinancing) {
      financing = newFinancing;
      return this;
    }

    /** Sets the account's currency. Default: USD. */
    public Builder currency(Currency newCurrency) {
      currency = newCurrency;
      return this;
    }

    /**
     * Lets instruments of other currencies be traded by an account without limit of credit; it then
     * has neither an account model nor financing. Default: one currency.
     *
     * @param newRates what currencies are worth, in the account's
     * @param newConversion what is done with foreign money
     */
    public Builder currencies(FxRates newRates, Conversion newConversion) {
      rates = newRates;
      conversion = newConversion;
      return this;
    }

    /** Sets the cash the account begins with. Default: none. */
    public Builder cash(Decimal newCash) {
      cash = newCash;
      return this;
    }

    /**
     * Sets what corporate actions do to standing orders; tick and lot are the instrument's, and
     * cash dividends never change orders that hang together. Default: {@link OpenOrderRule#US}.
     */
    public Builder openOrderRule(OpenOrderRule newRule) {
      openOrderRule = newRule;
      return this;
    }

    /** Sets who is told of executions and their costs. Default: nobody. */
    public Builder executions(ExecutionListener newListener) {
      executions = newListener;
      return this;
    }

    /**
     * Sets how the place of resting orders in the queue is estimated where ticks are matched.
     * Default: {@link QueueModel#RISK_AVERSE}.
     */
    public Builder queue(QueueModel newQueue) {
      queue = newQueue;
      return this;
    }

    /**
     * Sets whether orders matched by ticks get no more than what was traded or is displayed, which
     * may be a part of them. Otherwise an order that executes does so in full, as in hftbacktest's
     * exchange without partial fills. Default: they do.
     */
    public Builder partialFills(boolean partial) {
      partialFills = partial;
      return this;
    }

    /** Sets which ticks trigger stops and touches. Default: {@link TriggerSource#LAST_TRADE}. */
    public Builder triggers(TriggerSource source) {
      triggers = source;
      return this;
    }

    /**
     * Sets how long requests take to the market and reports back. A request is answered at once, as
     * by a broker that passes it on: what the market thinks of it is reported. Default: no time.
     *
     * @param seed what the randomness of the latencies grows from
     */
    public Builder latency(Latencies newLatencies, long seed) {
      latencies = newLatencies;
      latencySeed = seed;
      return this;
    }

    /** Returns the market. */
    public SimulatedMarket build() {
      SymbolBook[] books = books(universe);
      return build(books, SimulatedMarket.account(this, books));
    }

    /** Returns a market that shares its books and its account with others. */
    SimulatedMarket build(SymbolBook[] books, AccountBook account) {
      return new SimulatedMarket(this, books, account);
    }
  }
}
