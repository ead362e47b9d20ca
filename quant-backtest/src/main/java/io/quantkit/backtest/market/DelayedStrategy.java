package io.quantkit.backtest.market;

import io.quantkit.core.broker.AccountSnapshot;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.MarketView;
import io.quantkit.core.strategy.PortfolioView;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A strategy that sees the market late, while the market goes on without it: what stale data does.
 *
 * <p>Bars, quotes, trades, books and their orders, auctions and statuses that the engine shows at
 * {@code t} reach the inner strategy at {@code t + marketData + processing} of the {@link
 * Latencies}, in their order; until then {@link MarketView#lastPrice} is the price before, too. The
 * clock is the true one. What becomes of its own orders, corporate actions, the beginning and end
 * of sessions and its timers reach it undelayed: reports have a latency of their own in the market.
 * What is still on its way when the feed ends is never seen.
 *
 * <p>Belongs to one run, like the strategy inside.
 */
public final class DelayedStrategy implements Strategy {
  /** The timer that this class sets for itself; the inner strategy may not use its name. */
  public static final String TIMER = "quantkit.delayed";

  private final Strategy inner;
  private final Latency.Delays delays;
  private final ArrayDeque<Item> underWay = new ArrayDeque<>();
  private final Map<Symbol, Double> prices = new LinkedHashMap<>();
  private @Nullable View view;
  private long lastDue = Long.MIN_VALUE;

  private DelayedStrategy(Strategy inner, Latency.Delays delays) {
    this.inner = inner;
    this.delays = delays;
  }

  /**
   * Returns a strategy that sees the market late.
   *
   * @param inner a strategy in its initial state; it belongs to this one
   * @param latencies how late; its legs for market data and processing count
   * @param seed what the randomness of the latencies grows from
   */
  public static DelayedStrategy of(Strategy inner, Latencies latencies, long seed) {
    return new DelayedStrategy(inner, latencies.startData(seed));
  }

  /** Something on its way: how to show it, and the price that becomes known with it. */
  private record Item(long due, Showing showing, Symbol symbol, double price) {}

  @FunctionalInterface
  private interface Showing {
    void show(Strategy strategy, StrategyContext context);
  }

  @Override
  public void onStart(StrategyContext context) {
    inner.onStart(view(context));
  }

  @Override
  public void onBars(StrategyContext context, BarSlice bars) {
    Symbol first = bars.symbols().get(0);
    send(
        context,
        first,
        (strategy, late) -> {
          for (int s = 0; s < bars.size(); s++) {
            if (bars.has(s)) {
              prices.put(bars.symbols().get(s), bars.close(s));
            }
          }
          strategy.onBars(late, bars);
        },
        Double.NaN);
  }

  @Override
  public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
    send(context, symbol, (strategy, late) -> strategy.onQuote(late, symbol, quote));
  }

  @Override
  public void onTrade(StrategyContext context, Symbol symbol, Trade trade) {
    send(context, symbol, (strategy, late) -> strategy.onTrade(late, symbol, trade));
  }

  @Override
  public void onBook(StrategyContext context, Symbol symbol, BookSnapshot book) {
    send(context, symbol, (strategy, late) -> strategy.onBook(late, symbol, book));
  }

  @Override
  public void onBookOrder(StrategyContext context, Symbol symbol, BookOrder order) {
    send(context, symbol, (strategy, late) -> strategy.onBookOrder(late, symbol, order));
  }

  @Override
  public void onAuction(StrategyContext context, Symbol symbol, Auction auction) {
    send(context, symbol, (strategy, late) -> strategy.onAuction(late, symbol, auction));
  }

  @Override
  public void onStatus(StrategyContext context, Symbol symbol, TradingStatus status) {
    send(context, symbol, (strategy, late) -> strategy.onStatus(late, symbol, status));
  }

  @Override
  public void onAction(StrategyContext context, CorporateAction action) {
    inner.onAction(view(context), action);
  }

  @Override
  public void onSessionOpen(StrategyContext context, TradingCalendar calendar, Session session) {
    inner.onSessionOpen(view(context), calendar, session);
  }

  @Override
  public void onSessionClose(StrategyContext context, TradingCalendar calendar, Session session) {
    inner.onSessionClose(view(context), calendar, session);
  }

  @Override
  public void onFill(StrategyContext context, Fill fill) {
    inner.onFill(view(context), fill);
  }

  @Override
  public void onOrder(StrategyContext context, Order order) {
    inner.onOrder(view(context), order);
  }

  @Override
  public void onTimer(StrategyContext context, String timer) {
    if (!timer.equals(TIMER)) {
      inner.onTimer(view(context), timer);
      return;
    }
    long now = context.market().now();
    for (Item item = underWay.peek(); item != null && item.due <= now; item = underWay.peek()) {
      underWay.remove();
      show(context, item);
    }
    Item next = underWay.peek();
    if (next != null) {
      context.schedule(TIMER, next.due);
    }
  }

  @Override
  public void onStop(StrategyContext context) {
    inner.onStop(view(context));
  }

  private void send(StrategyContext context, Symbol symbol, Showing showing) {
    send(context, symbol, showing, context.market().lastPrice(symbol));
  }

  private void send(StrategyContext context, Symbol symbol, Showing showing, double price) {
    long now = context.market().now();
    lastDue = Math.max(lastDue, Math.addExact(now, delays.next(now)));
    Item item = new Item(lastDue, showing, symbol, price);
    if (!underWay.isEmpty()) {
      underWay.add(item);
    } else if (lastDue == now) {
      show(context, item);
    } else {
      underWay.add(item);
      context.schedule(TIMER, lastDue);
    }
  }

  private void show(StrategyContext context, Item item) {
    if (!Double.isNaN(item.price)) {
      prices.put(item.symbol, item.price);
    }
    item.showing.show(inner, view(context));
  }

  private View view(StrategyContext context) {
    View known = view;
    if (known == null || known.context != context) {
      known = new View(context);
      view = known;
    }
    return known;
  }

  /** The engine as the inner strategy sees it: with late prices. */
  private final class View implements StrategyContext, MarketView {
    private final StrategyContext context;

    View(StrategyContext context) {
      this.context = context;
    }

    @Override
    public MarketView market() {
      return this;
    }

    @Override
    public long now() {
      return context.market().now();
    }

    @Override
    public Universe universe() {
      return context.market().universe();
    }

    @Override
    public double lastPrice(Symbol symbol) {
      return prices.getOrDefault(symbol, Double.NaN);
    }

    @Override
    public PortfolioView portfolio() {
      return context.portfolio();
    }

    @Override
    public PortfolioView account() {
      return context.account();
    }

    @Override
    public AccountSnapshot brokerAccount() {
      return context.brokerAccount();
    }

    @Override
    public Order submit(
        Symbol symbol,
        Side side,
        Decimal quantity,
        OrderTerms terms,
        TimeInForce timeInForce,
        OrderInstructions instructions) {
      return context.submit(symbol, side, quantity, terms, timeInForce, instructions);
    }

    @Override
    public Order replace(ClientOrderId orderId, Decimal quantity, OrderTerms terms) {
      return context.replace(orderId, quantity, terms);
    }

    @Override
    public void cancel(ClientOrderId orderId) {
      context.cancel(orderId);
    }

    @Override
    public Optional<Order> order(ClientOrderId orderId) {
      return context.order(orderId);
    }

    @Override
    public List<Order> openOrders() {
      return context.openOrders();
    }

    @Override
    public void schedule(String timer, long epochNanos) {
      if (timer.equals(TIMER)) {
        throw new IllegalArgumentException("timer name is taken, was " + timer);
      }
      context.schedule(timer, epochNanos);
    }

    @Override
    public void note(String kind, String text) {
      context.note(kind, text);
    }
  }
}
