package io.quantkit.backtest.market;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes the orders in one instrument against its quotes, books and trades.
 *
 * <p><b>Taking.</b> An order that arrives marketable takes what is displayed within its limit,
 * level by level at the prices there. What it takes is gone until the size displayed at that price
 * changes. What is left of a limit order rests; what is left of a market order waits for more. An
 * instrument without quotes and books has no display: there an order that arrives marketable
 * against the last trade executes in the next trades within its limit, at their prices.
 *
 * <p><b>Resting.</b> A resting order executes at its own price: by a trade at that price that
 * reaches its place in the queue as the {@link QueueModel} sees it; by a trade through the price;
 * or when the other side's display reaches its price. A trade at the price of a buy counts unless a
 * buyer was its aggressor, and the other way round; where nobody tells, the quote does: at the ask
 * or above it was a buyer, at the bid or below a seller.
 *
 * <p>If every order of the book is told one by one, no model is needed: the queue is first in,
 * first out. An execution of an order behind an own one executes that first. Quotes, books and the
 * volume of trades are passed over, since the orders tell the same. Compare hftbacktest's {@code
 * L3FIFOQueueModel}.
 *
 * <p><b>Volume.</b> All own orders together get at most a share of what was traded, is paired in an
 * auction or is displayed at a price until that changes, in the order of price and then of arrival.
 * The displayed part of an iceberg is replaced at the end of the queue; a peg that moves joins the
 * end of the queue at its new price. If executions are whole, an order that executes does so in
 * full, whatever the volume: hftbacktest's {@code NoPartialFillExchange}.
 */
final class TickMatcher {
  /** By how much, relatively, units in doubles may miss a quantity. */
  private static final double SLACK = 1e-9;

  private static final String NOT_AT_ONCE = "what was not executed at once is cancelled";
  private static final String WOULD_TAKE = "post-only order would have taken liquidity";
  private static final String NOT_IN_FULL = "could not be executed at once and in full";

  private final SymbolBook book;
  private final QueueModel queue;
  private final boolean partial;
  private final double share;
  private final TriggerSource source;
  private final Handler handler;
  private final double halfLot;

  private final Ladder bids;
  private final Ladder asks;
  private final List<TickOrder> buys = new ArrayList<>();
  private final List<TickOrder> sells = new ArrayList<>();
  private final List<WorkingOrder> waiting = new ArrayList<>();
  private final List<WorkingOrder> forAuction = new ArrayList<>();

  /** What arrives or is to be placed again while orders are being matched. */
  private final List<WorkingOrder> arrivals = new ArrayList<>();

  /** The orders of others one by one, null if nobody tells. */
  private @Nullable FifoBook fifo;

  /** The units that own orders may still get of what is being traded; infinity for any. */
  private double allowance = Double.POSITIVE_INFINITY;

  private boolean busy;
  private boolean trading = true;
  private double last = Double.NaN;
  private boolean traded;
  private long sequence;

  /** Is told what becomes of orders. May let orders arrive and leave meanwhile. */
  interface Handler extends Executor {

    /**
     * Returns how much of an order may be executed at most, 0 if nothing; it may have been
     * cancelled for that.
     */
    Decimal executable(WorkingOrder order);

    /**
     * Returns by which fraction an order that takes from a trade executes worse than it, in an
     * instrument of which nothing is displayed.
     */
    double worsening(WorkingOrder order, double price, double units, double volume, long time);

    /** Learns that the price an order waited for has traded. */
    void triggered(WorkingOrder order, long time);

    /** Is to cancel what is left of an order, which the matcher has let go of. */
    void cancel(WorkingOrder order, String reason, long time);

    /** Is to end what is left of an order for an auction, which the matcher has let go of. */
    void expire(WorkingOrder order, long time);
  }

  /**
   * Creates the matcher of an instrument of which nothing is known.
   *
   * @param partial whether orders are executed in parts
   * @param share the part of all volume that own orders get at most, if they are; above 1 for all
   */
  TickMatcher(
      SymbolBook book,
      QueueModel queue,
      boolean partial,
      double share,
      TriggerSource source,
      Handler handler) {
    this.share = Math.min(share, 1);
    this.bids = new Ladder(false, this.share);
    this.asks = new Ladder(true, this.share);
    this.book = book;
    this.queue = queue;
    this.partial = partial;
    this.source = source;
    this.handler = handler;
    this.halfLot = book.instrument.lotSize().doubleValue() / 2;
  }

  /** Returns the best bid, {@code NaN} if there is none. */
  double bid() {
    return bids.best();
  }

  /** Returns the best offer, {@code NaN} if there is none. */
  double ask() {
    return asks.best();
  }

  /** Returns the price of the last trade, {@code NaN} before the first. */
  double last() {
    return last;
  }

  /** Returns the units ahead of an order, infinity if unknown, {@code NaN} if it does not rest. */
  double ahead(WorkingOrder order) {
    for (TickOrder resting : side(order.buy)) {
      if (resting.order == order && !resting.taker) {
        return resting.ahead;
      }
    }
    return Double.NaN;
  }

  /** Takes an order that begins to work. */
  void arrived(WorkingOrder order, long time) {
    arrivals.add(order);
    settle(time);
  }

  /** Lets go of an order that no longer works. */
  void left(WorkingOrder order) {
    if (!busy) {
      drop();
    }
  }

  /** Places an order again after its terms have changed: at the end of the queue. */
  void restated(WorkingOrder order, long time) {
    side(order.buy).removeIf(resting -> resting.order == order);
    waiting.remove(order);
    forAuction.remove(order);
    arrived(order, time);
  }

  /** Forgets what was displayed and traded: prices mean something else from now on. */
  void forget() {
    bids.clear();
    asks.clear();
    fifo = null;
    last = Double.NaN;
  }

  void onQuote(Quote quote, long time) {
    if (fifo != null) {
      return; // the book is known better
    }
    bids.top(quote.bid(), quote.bidSize());
    asks.top(quote.ask(), quote.askSize());
    displayed(time);
  }

  void onBook(BookSnapshot snapshot, long time) {
    if (fifo != null) {
      return;
    }
    bids.set(snapshot);
    asks.set(snapshot);
    displayed(time);
  }

  void onTrade(Trade trade, long time) {
    last = trade.price();
    traded = true;
    if (trading && fifo == null) {
      busy = true;
      double volume = trade.size();
      Aggressor aggressor = aggressor(trade);
      allowance = share * trade.size();
      volume = hit(buys, trade.price(), trade.size(), volume, aggressor, time);
      hit(sells, trade.price(), trade.size(), volume, aggressor, time);
      allowance = Double.POSITIVE_INFINITY;
      busy = false;
    }
    if (source == TriggerSource.LAST_TRADE && trading) {
      trigger(trade.price(), trade.price(), time);
    }
    settle(time);
  }

  void onBookOrder(BookOrder event, long time) {
    FifoBook others = fifo;
    if (others == null) {
      others = new FifoBook();
      fifo = others;
    }
    if (event.kind() == BookOrder.Kind.ADD) {
      others.add(event);
    } else {
      boolean executed = event.kind() == BookOrder.Kind.EXECUTE;
      FifoBook.Resting order = others.take(event);
      if (executed) {
        last = event.price();
        traded = true;
      }
      if (order != null) {
        busy = true;
        allowance = share * event.size();
        taken(order, event.size(), executed && trading, time);
        allowance = Double.POSITIVE_INFINITY;
        busy = false;
      }
      if (executed && trading && source == TriggerSource.LAST_TRADE) {
        trigger(last, last, time);
      }
    }
    others.show(event.buy(), event.buy() ? bids : asks);
    displayed(time);
  }

  /** Follows units that were taken out of another one's order through the queue. */
  private void taken(FifoBook.Resting other, double units, boolean executed, long time) {
    double left = units;
    boolean moved = false;
    List<TickOrder> own = side(other.buy);
    for (int i = 0; i < own.size(); i++) {
      TickOrder order = own.get(i);
      boolean equal = order.price == other.price;
      if (order.gone() || order.taker) {
        continue;
      }
      if (!order.marketable(other.price)) {
        break; // those behind have no better price
      } else if (equal && other.place < order.place) {
        order.ahead = Math.max(order.ahead - units, 0);
      } else if (executed) {
        double used = equal ? executeInQueue(order, left, time) : executeThrough(order, left, time);
        moved |= order.display != null;
        left = partial ? Math.max(left - used, 0) : left;
      }
    }
    if (moved) {
      sort(own);
    }
  }

  void onAuction(Auction auction, long time) {
    if (auction.indicative()) {
      return;
    }
    busy = true;
    double price = auction.price();
    if (!Double.isNaN(price) && auction.pairedSize() > 0) {
      last = price;
      traded = true;
      cross(auction, true, time);
      cross(auction, false, time);
    }
    TimeInForce over = timeInForce(auction.kind());
    for (int i = 0; over != null && i < forAuction.size(); i++) {
      WorkingOrder order = forAuction.get(i);
      if (order.request.timeInForce() == over && !order.done && order.working) {
        handler.expire(order, time);
      }
    }
    busy = false;
    if (source == TriggerSource.LAST_TRADE && price == last) {
      trigger(price, price, time);
    }
    settle(time);
  }

  void onStatus(TradingStatus status, long time) {
    trading = status.state() == TradingStatus.State.TRADING;
    if (trading) {
      match(time);
      settle(time);
    }
  }

  /** Takes a changed display. */
  private void displayed(long time) {
    advance(buys, bids);
    advance(sells, asks);
    repeg(buys);
    repeg(sells);
    if (trading) {
      match(time);
      if (source == TriggerSource.QUOTE || !traded) {
        trigger(bid(), ask(), time);
      }
    }
    settle(time);
  }

  /** Lets resting orders see what is displayed at their prices. */
  private void advance(List<TickOrder> resting, Ladder own) {
    if (fifo != null) {
      return; // places are known
    }
    for (int i = 0; i < resting.size(); i++) {
      TickOrder order = resting.get(i);
      if (order.taker) {
        continue;
      }
      double now = own.shown(order.price);
      if (Double.isNaN(now) || now == order.shown) {
        continue;
      }
      if (order.ahead == Double.POSITIVE_INFINITY) {
        order.ahead = queue.joining(now);
      } else if (Double.isNaN(order.shown)) {
        order.ahead = Math.min(order.ahead, now);
      } else {
        order.ahead = queue.changed(order.ahead, order.shown, now, order.traded);
      }
      order.shown = now;
      order.traded = 0;
    }
  }

  /** Moves pegs to where their references are. */
  private void repeg(List<TickOrder> resting) {
    List<WorkingOrder> moved = null;
    for (int i = resting.size() - 1; i >= 0; i--) {
      TickOrder order = resting.get(i);
      if (order.order.type == OrderType.PEG && moves(order)) {
        moved = moved == null ? new ArrayList<>() : moved;
        moved.add(0, order.order);
        resting.remove(i);
      }
    }
    if (moved != null) {
      arrivals.addAll(moved);
    }
  }

  private boolean moves(TickOrder order) {
    TickOrder fresh = new TickOrder(order.order);
    peg(fresh, (OrderTerms.Peg) order.order.request.terms());
    return fresh.price != order.price;
  }

  private void peg(TickOrder order, OrderTerms.Peg terms) {
    double reference = TickOrder.reference(terms.reference(), order.buy, bid(), ask());
    order.atNoPrice();
    if (Double.isNaN(reference)) {
      return;
    }
    // Rounded away from the other side, which also keeps a midpoint inside the spread.
    Decimal price = book.onTick(reference, !order.buy);
    price = order.buy ? price.minus(terms.offset()) : price.plus(terms.offset());
    Decimal limit = order.order.limitPrice;
    if (limit != null) {
      price = order.buy ? price.min(limit) : price.max(limit);
    }
    if (price.isPositive()) {
      order.at(book.within(price, order.buy));
    }
  }

  /** Executes whatever the display executes. */
  private void match(long time) {
    busy = true;
    take(buys, asks, time);
    take(sells, bids, time);
    busy = false;
    drop();
  }

  private void take(List<TickOrder> orders, Ladder other, long time) {
    for (int i = 0; i < orders.size(); i++) {
      TickOrder order = orders.get(i);
      double best = other.best();
      if (Double.isNaN(best) || (!order.marketable(best) && !order.taker)) {
        break; // those behind have no better price
      }
      if (!order.gone()) {
        take(order, other, time);
      }
    }
  }

  /** Lets an order take from the other side's display, as far as its price allows. */
  private void take(TickOrder order, Ladder other, long time) {
    boolean any = false;
    for (int i = 0; i < other.levels() && other.within(other.price(i), order.price); i++) {
      double free = other.free(i);
      if (free > 0) {
        double price = other.price(i);
        double used =
            order.taker
                ? execute(order, price, price, free, time)
                : executeResting(order, free, time);
        any |= used > 0;
        if (partial) {
          other.use(i, used);
        }
      }
      if (order.gone()) {
        return;
      }
    }
    if (any) {
      order.refill();
    }
  }

  /** Lets a trade execute the resting orders of one side; returns what is left of its volume. */
  private double hit(
      List<TickOrder> orders,
      double price,
      double size,
      double volume,
      Aggressor aggressor,
      long time) {
    double left = volume;
    boolean moved = false;
    for (int i = 0; i < orders.size(); i++) {
      TickOrder order = orders.get(i);
      double used = 0;
      if (order.gone()) {
        continue;
      } else if (order.taker) {
        used = order.marketable(price) ? takeTraded(order, price, left, time) : 0;
        moved |= endTaking(order, time);
      } else if (!order.marketable(price)) {
        break; // those behind have no better price
      } else if (order.price != price) {
        used = executeThrough(order, left, time);
      } else if (aggressor != (order.buy ? Aggressor.BUYER : Aggressor.SELLER)) {
        double reach = left - order.ahead;
        order.ahead = Math.max(order.ahead - left, 0);
        order.traded += size;
        if (reach > halfLot) {
          used = executeInQueue(order, reach, time);
          moved |= order.display != null;
        }
      }
      if (partial) {
        left = Math.max(left - used, 0);
      }
    }
    if (moved) {
      sort(orders);
    }
    return left;
  }

  private static void sort(List<TickOrder> orders) {
    orders.sort((one, other) -> one.before(other) ? -1 : other.before(one) ? 1 : 0);
  }

  /** Lets an order take from a trade, in an instrument that displays nothing. */
  private double takeTraded(TickOrder order, double price, double units, long time) {
    boolean all = order.order.request.timeInForce() == TimeInForce.FOK;
    double wanted = order.order.remaining.doubleValue();
    if (all && partial && Math.min(units, allowance) < wanted * (1 - SLACK)) {
      return 0;
    }
    double likely = Math.min(Math.min(units, allowance), wanted);
    double worse = handler.worsening(order.order, price, likely, units, time);
    return execute(order, price, price * (1 + order.order.sign() * worse), units, time);
  }

  /**
   * Lets an order rest that has taken from a trade, if it has a limit, or cancels it if it was for
   * at once.
   *
   * @return whether it rests from now on
   */
  private boolean endTaking(TickOrder order, long time) {
    if (order.gone()) {
      return false;
    }
    if (atOnce(order.order)) {
      handler.cancel(order.order, NOT_AT_ONCE, time);
      return false;
    }
    if (order.takesAnyPrice()) {
      return false;
    }
    order.taker = false;
    order.ahead = queue.joining(Double.NaN);
    order.order.rested = true;
    order.refill();
    return true;
  }

  /** Executes an order at its own price after the market has gone through it. */
  private double executeThrough(TickOrder order, double units, long time) {
    order.ahead = 0;
    double used = executeResting(order, units, time);
    order.refill();
    return used;
  }

  /** Executes what is displayed of an order at most, and replaces that at the end of the queue. */
  private double executeInQueue(TickOrder order, double units, long time) {
    Decimal display = order.display;
    if (display == null || !partial) {
      return executeResting(order, units, time);
    }
    Decimal before = order.order.remaining;
    double used = executeResting(order, Math.min(units, display.doubleValue()), time);
    Decimal left = display.minus(before.minus(order.order.remaining));
    order.display = left;
    if (!order.gone() && !left.isPositive()) {
      order.refill();
      order.sequence = ++sequence;
      join(order);
    }
    return used;
  }

  /** Executes an order at a price of the market, rounded against it, within its limit. */
  private double execute(TickOrder order, double reference, double asked, double units, long time) {
    Decimal price = book.onTick(asked, order.buy);
    Decimal limit = order.limitPrice;
    if (limit != null) {
      price = order.buy ? price.min(limit) : price.max(limit);
    }
    return execute(order, reference, price, units, true, time);
  }

  /** Executes an order at its own price. */
  private double executeResting(TickOrder order, double units, long time) {
    Decimal price = order.limitPrice;
    if (price == null) {
      throw new IllegalStateException("an order without a price cannot rest: " + order.order);
    }
    return execute(order, order.price, price, units, false, time);
  }

  /**
   * Executes as much of an order as the units and the allowance permit, in whole lots or all that
   * is left.
   *
   * @return the units executed
   */
  private double execute(
      TickOrder order, double reference, Decimal price, double units, boolean taking, long time) {
    Decimal quantity = handler.executable(order.order);
    double wanted = quantity.doubleValue();
    if (!quantity.isPositive()) {
      return 0;
    }
    double available = Math.min(units, allowance);
    if (partial && available < wanted * (1 - SLACK)) {
      quantity = lots(available);
      if (!quantity.isPositive()) {
        return 0;
      }
    }
    handler.execute(order.order, reference, price, quantity, taking, time);
    allowance -= quantity.doubleValue();
    return quantity.doubleValue();
  }

  /** Returns units in whole lots, rounded down; what a double misses a lot by is forgiven. */
  private Decimal lots(double units) {
    Decimal lot = book.instrument.lotSize();
    double count = units / lot.doubleValue();
    double nearest = Math.rint(count);
    double whole = Math.abs(count - nearest) <= SLACK * count ? nearest : Math.floor(count);
    if (whole < 1) {
      return Decimal.ZERO;
    }
    return lot.times(Decimal.of((long) whole));
  }

  /** Shows orders that wait for a price the prices at which they would be triggered. */
  private void trigger(double forSells, double forBuys, long time) {
    if (waiting.isEmpty()) {
      return;
    }
    busy = true;
    for (int i = 0; i < waiting.size(); i++) {
      WorkingOrder order = waiting.get(i);
      double price = order.buy ? forBuys : forSells;
      if (order.done || !order.working || Double.isNaN(price)) {
        continue;
      }
      if (Triggers.see(order, price)) {
        handler.triggered(order, time);
        arrivals.add(order);
      }
    }
    waiting.removeIf(order -> order.triggered || order.done || !order.working);
    busy = false;
  }

  /** Executes one side of an auction's outcome. */
  private void cross(Auction auction, boolean buy, long time) {
    double left = share * auction.pairedSize();
    TimeInForce own = timeInForce(auction.kind());
    List<TickOrder> orders = new ArrayList<>();
    for (WorkingOrder order : forAuction) {
      if (order.buy == buy && order.request.timeInForce() == own) {
        insert(orders, fixed(order));
      }
    }
    for (TickOrder order : side(buy)) {
      insert(orders, order);
    }
    double price = auction.price();
    for (TickOrder order : orders) {
      boolean better = buy ? order.price > price : order.price < price;
      boolean equal = order.price == price && queue.joining(auction.pairedSize()) == 0;
      if ((better || equal) && !order.gone() && left > 0) {
        left -= execute(order, price, book.onTick(price, buy), left, false, time);
      }
    }
  }

  private static @Nullable TimeInForce timeInForce(Auction.Kind kind) {
    return switch (kind) {
      case OPENING -> TimeInForce.OPG;
      case CLOSING -> TimeInForce.CLS;
      case INTRADAY -> null;
    };
  }

  /** Places what has arrived, and what arrives because of that, until nothing is left. */
  private void settle(long time) {
    if (busy) {
      return;
    }
    drop();
    for (int i = 0; i < arrivals.size(); i++) {
      WorkingOrder order = arrivals.get(i);
      if (!order.done && order.working && !order.remaining.isZero()) {
        busy = true;
        place(order, time);
        busy = false;
        drop();
      }
    }
    arrivals.clear();
  }

  private void place(WorkingOrder order, long time) {
    TimeInForce timeInForce = order.request.timeInForce();
    if (!order.triggered) {
      double price = traded && source == TriggerSource.LAST_TRADE ? last : other(order).best();
      if (!Double.isNaN(price)) {
        Triggers.improve(order, price); // a trailing stop follows from here
      }
      waiting.add(order);
      return;
    }
    if (timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.CLS) {
      forAuction.add(order);
      return;
    }
    TickOrder placed = fixed(order);
    Ladder other = other(order);
    double best = other.seen() ? other.best() : last;
    boolean marketable = placed.marketable(best); // false if there is no price
    if (marketable && order.request.instructions().postOnly()) {
      handler.cancel(order, WOULD_TAKE, time);
      return;
    }
    placed.taker = marketable || placed.takesAnyPrice();
    if (other.seen() && trading && placed.taker) {
      if (timeInForce == TimeInForce.FOK && !enough(placed, other)) {
        handler.cancel(order, NOT_IN_FULL, time);
        return;
      }
      take(placed, other, time);
    }
    if (placed.gone()) {
      return;
    }
    if (atOnce(order) && (other.seen() || !trading || !placed.taker)) {
      handler.cancel(order, NOT_AT_ONCE, time);
      return;
    }
    placed.taker &= !other.seen() || placed.takesAnyPrice();
    rest(placed);
  }

  /** Returns the display that an order takes from. */
  private Ladder other(WorkingOrder order) {
    return order.buy ? asks : bids;
  }

  private static boolean atOnce(WorkingOrder order) {
    TimeInForce timeInForce = order.request.timeInForce();
    return timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
  }

  private boolean enough(TickOrder order, Ladder other) {
    double wanted = order.order.remaining.doubleValue();
    return !partial || other.freeWithin(order.price) >= wanted * (1 - SLACK);
  }

  /** Returns an order with the price it has now. */
  private TickOrder fixed(WorkingOrder order) {
    TickOrder placed = new TickOrder(order);
    placed.sequence = ++sequence;
    if (order.request.terms() instanceof OrderTerms.Peg peg) {
      peg(placed, peg);
    } else if (order.limitPrice == null) {
      placed.atAnyPrice();
      placed.taker = true;
    } else {
      placed.at(order.limitPrice);
    }
    return placed;
  }

  private void rest(TickOrder order) {
    if (!order.taker) {
      join(order);
      order.order.rested = true;
      order.refill();
    }
    insert(side(order.buy), order);
  }

  /** Puts an order at the end of the queue at its price. */
  private void join(TickOrder order) {
    FifoBook others = fifo;
    order.traded = 0;
    if (others == null) {
      order.shown = (order.buy ? bids : asks).shown(order.price);
      order.ahead = queue.joining(order.shown);
    } else {
      order.ahead = others.units(order.buy, order.price);
      order.place = others.nextPlace();
    }
  }

  private static void insert(List<TickOrder> orders, TickOrder order) {
    int at = orders.size();
    while (at > 0 && order.before(orders.get(at - 1))) {
      at--;
    }
    orders.add(at, order);
  }

  private List<TickOrder> side(boolean buy) {
    return buy ? buys : sells;
  }

  private Aggressor aggressor(Trade trade) {
    if (trade.aggressor() != Aggressor.UNKNOWN) {
      return trade.aggressor();
    }
    if (trade.price() >= ask()) {
      return Aggressor.BUYER;
    }
    return trade.price() <= bid() ? Aggressor.SELLER : Aggressor.UNKNOWN;
  }

  /** Forgets orders that no longer work. */
  private void drop() {
    if (buys.isEmpty() && sells.isEmpty() && waiting.isEmpty() && forAuction.isEmpty()) {
      return;
    }
    drop(buys);
    drop(sells);
    for (int i = waiting.size() - 1; i >= 0; i--) {
      if (waiting.get(i).done || !waiting.get(i).working) {
        waiting.remove(i);
      }
    }
    for (int i = forAuction.size() - 1; i >= 0; i--) {
      WorkingOrder order = forAuction.get(i);
      if (order.done || !order.working || order.remaining.isZero()) {
        forAuction.remove(i);
      }
    }
  }

  private static void drop(List<TickOrder> orders) {
    for (int i = orders.size() - 1; i >= 0; i--) {
      if (orders.get(i).gone()) {
        orders.remove(i);
      }
    }
  }
}
