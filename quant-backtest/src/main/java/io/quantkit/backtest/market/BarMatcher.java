package io.quantkit.backtest.market;

import io.quantkit.backtest.cost.Costs;
import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.PegReference;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import java.math.RoundingMode;

/**
 * Matches the orders in one symbol against one bar.
 *
 * <p>Every order walks along the prices of the bar from where it begins to work. What happens first
 * on the way, to whichever order, is done first; orders that are executed at the same point are in
 * the order of their arrival. All of them share what the bar's volume leaves to them.
 */
final class BarMatcher {
  private static final Decimal UNLIMITED = Decimal.of(999_999_999_999_999_999L);

  private final FillTiming timing;
  private final LimitRule limitRule;
  private final double participation;
  private final double minimumVolume;
  private final BarPaths paths;
  private final Clerk clerk;

  private long start;
  private long end;
  private double volume;

  private boolean pathsBegun;

  BarMatcher(SimulatedMarket.Builder settings, Clerk clerk) {
    this.timing = settings.timing;
    this.limitRule = settings.limitRule;
    this.participation = settings.participation;
    this.minimumVolume = settings.minimumVolume;
    this.paths = new BarPaths(settings.timing, settings.path, settings.bothTouched);
    this.clerk = clerk;
  }

  /** Executes what the bar executes, and ends the orders whose time is over with it. */
  void match(SymbolBook book, BarSlice bars, Columns columns, int column) {
    if (bars.start() < book.matchedUntil) {
      return;
    }
    book.columns = columns;
    book.column = column;
    begin(book, bars, column);
    boolean takesPart = false;
    for (int i = 0; i < book.size; i++) {
      WorkingOrder order = book.orders[i];
      order.cursor = Double.NaN;
      if (!order.working) {
        continue;
      }
      if (order.endsAt <= start) {
        clerk.expire(order);
      } else if (auctions(order)) {
        if (order.request.timeInForce() == TimeInForce.OPG && order.auctionAt < end) {
          takesPart = true;
          openingAuction(order, bars, column);
        }
      } else {
        takesPart |= join(order, bars, column, beginning(order));
      }
    }
    if (takesPart) {
      walk(book);
    }
    for (int i = 0; i < book.size; i++) {
      WorkingOrder order = book.orders[i];
      if (order.working && order.request.timeInForce() == TimeInForce.CLS) {
        takesPart |= closingAuction(order, bars, column);
      }
    }
    finish(book, takesPart);
  }

  /** Ends the orders whose time was over before bars began in which the symbol has none. */
  void passOver(SymbolBook book, BarSlice bars) {
    for (int i = 0; i < book.size; i++) {
      WorkingOrder order = book.orders[i];
      if (!order.done && order.endsAt <= bars.start()) {
        clerk.expire(order);
      }
    }
    book.compact();
  }

  /** Executes one order at the close of bars that are known already. */
  void matchAtClose(WorkingOrder order, BarSlice bars, int column) {
    begin(order.book, bars, column);
    for (int i = 0; i < order.book.size; i++) {
      order.book.orders[i].cursor = Double.NaN;
    }
    if (join(order, bars, column, 0)) {
      walk(order.book);
      order.rested = true;
    }
    order.book.compact();
  }

  private void begin(SymbolBook book, BarSlice bars, int column) {
    start = bars.start();
    end = bars.knownAt();
    volume = bars.volume(column);
    book.volume = volume;
    if (book.liquidityUntil != end) {
      book.liquidityUntil = end;
      book.liquidity = null;
    }
    pathsBegun = false;
  }

  private void finish(SymbolBook book, boolean takesPart) {
    if (takesPart) {
      book.matchedUntil = end;
    }
    boolean anyDone = false;
    for (int i = 0; i < book.size; i++) {
      WorkingOrder order = book.orders[i];
      if (order.working) {
        order.rested |= !Double.isNaN(order.cursor);
        if (order.endsAt <= end) {
          clerk.expire(order);
        }
      }
      anyDone |= order.done;
    }
    if (anyDone) {
      book.compact();
    }
  }

  private static boolean auctions(WorkingOrder order) {
    TimeInForce timeInForce = order.request.timeInForce();
    return timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.CLS;
  }

  /** Returns from which part of the bar on, in [0, 1], an order works; NaN if not in this bar. */
  private double beginning(WorkingOrder order) {
    SymbolBook book = order.book;
    if (book.halted && book.haltedFrom <= start) {
      return Double.NaN;
    }
    long from = order.activeFrom;
    if (book.haltedFrom <= start && book.resumedAt > start) {
      from = Math.max(from, book.resumedAt);
    }
    if (from <= start) {
      return timing.closesOnly() && ending(order) < 1 ? Double.NaN : 0;
    }
    if (from >= end) {
      return Double.NaN;
    }
    return switch (timing) {
      case NEXT_OPEN -> Double.NaN;
      case INTRABAR -> part(from);
      case NEXT_CLOSE, SAME_CLOSE -> ending(order) < 1 ? Double.NaN : 0;
    };
  }

  /** Returns until which part of the bar an order works, in [0, 1]. */
  private double ending(WorkingOrder order) {
    long until = order.request.timeInForce() == TimeInForce.GTD ? order.endsAt : end;
    if (order.book.haltedFrom > start) {
      until = Math.min(until, order.book.haltedFrom);
    }
    return until >= end ? 1 : part(until);
  }

  private double part(long time) {
    return (double) (time - start) / (end - start);
  }

  /** Puts an order on its path; returns whether it is on it. */
  private boolean join(WorkingOrder order, BarSlice bars, int column, double beginning) {
    if (Double.isNaN(beginning)) {
      return false;
    }
    if (!pathsBegun) {
      paths.begin(order.book, bars, column);
      pathsBegun = true;
    }
    if (volume < minimumVolume) {
      tooThin(order);
      return true;
    }
    double position = 0;
    double price = timing.closesOnly() ? paths.last() : paths.open();
    if (beginning > 0) {
      PricePath path = paths.of(order);
      position = beginning * path.end();
      price = path.at(position);
    }
    if (order.request.terms() instanceof OrderTerms.Peg peg) {
      reprice(order, peg, price);
    }
    place(order, position, price);
    if (atOnce(order) && order.eventAt > order.cursor) {
      clerk.cancel(order, "nothing could be executed at once");
    }
    return true;
  }

  private void tooThin(WorkingOrder order) {
    order.cursor = 0;
    order.eventAt = Double.POSITIVE_INFINITY;
    boolean market = order.triggered && order.limitPrice == null;
    if (market || atOnce(order)) {
      String reason =
          "INSUFFICIENT_VOLUME: the bar must have traded at least %s, was %s"
              .formatted(minimumVolume, volume);
      if (order.executions == 0) {
        clerk.reject(order, reason);
      } else {
        clerk.cancel(order, reason);
      }
    }
  }

  private static boolean atOnce(WorkingOrder order) {
    TimeInForce timeInForce = order.request.timeInForce();
    return timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
  }

  /** Moves the limit of a pegged order along with the quote around a price. */
  private void reprice(WorkingOrder order, OrderTerms.Peg peg, double price) {
    SymbolBook book = order.book;
    double half = clerk.costs(book).halfSpread(book.column, start, price) * price;
    double away =
        switch (peg.reference()) {
          case PRIMARY -> -half;
          case MIDPOINT -> 0;
          case MARKET -> half;
        };
    double pegged = price + order.sign() * (away - peg.offset().doubleValue());
    Decimal limit = book.onTick(pegged, !order.buy);
    if (peg.limitPrice().isPresent()) {
      Decimal bound = peg.limitPrice().get();
      limit = order.buy ? limit.min(bound) : limit.max(bound);
    }
    order.limitAt(limit.isPositive() ? limit : book.instrument.tickSize());
  }

  /** Does what happens on the paths of a book's orders, in its order. */
  private void walk(SymbolBook book) {
    while (true) {
      WorkingOrder next = null;
      double at = Double.POSITIVE_INFINITY;
      for (int i = 0; i < book.size; i++) {
        WorkingOrder order = book.orders[i];
        if (order.working && !Double.isNaN(order.cursor) && order.eventAt < at) {
          next = order;
          at = order.eventAt;
        }
      }
      if (next == null) {
        return;
      }
      if (next.triggered) {
        fill(next);
      } else {
        Triggers.trigger(next, Triggers.level(next));
        clerk.tell(new OrderEvent.Triggered(next.id(), clerk.now()));
        place(next, next.eventAt, next.eventPrice);
      }
    }
  }

  /** Puts an order at a point of its path and looks what happens to it next. */
  void place(WorkingOrder order, double position, double price) {
    order.cursor = position;
    order.price = price;
    if (order.triggered && order.limitPrice == null) {
      order.eventAt = position;
      order.eventPrice = price;
      order.eventRests = false;
      order.eventTouches = false;
      if (position == 0) {
        return;
      }
    } else if (order.triggered) {
      reachLimit(order, paths.of(order));
    } else {
      await(order, paths.of(order));
    }
    double ending = ending(order);
    if (ending < 1 && order.eventAt > ending * paths.of(order).end()) {
      order.eventAt = Double.POSITIVE_INFINITY;
    }
  }

  /** Looks where the price that an order waits for trades. */
  private void await(WorkingOrder order, PricePath path) {
    if (Triggers.trails(order.type)) {
      trail(order, path);
      return;
    }
    boolean rising = Triggers.risesTo(order);
    double level = order.trigger;
    if (rising ? order.price >= level : order.price <= level) {
      order.eventAt = order.cursor;
      order.eventPrice = order.price;
    } else {
      order.eventAt = path.reach(level, rising, order.cursor);
      order.eventPrice = level;
    }
  }

  /** Follows the path with a trailing stop until it is triggered or the path ends. */
  private static void trail(WorkingOrder order, PricePath path) {
    boolean rising = order.buy;
    double stop = Triggers.stop(order, order.best);
    if (rising ? order.price >= stop : order.price <= stop) {
      order.eventAt = order.cursor;
      order.eventPrice = order.price;
      return;
    }
    double before = order.price;
    double position = order.cursor;
    Triggers.improve(order, before);
    for (int i = (int) position + 1; i < path.size(); i++) {
      double after = path.point(i);
      if (rising ? after > before : after < before) {
        stop = Triggers.stop(order, order.best);
        if (rising ? after >= stop : after <= stop) {
          order.eventAt = path.reach(stop, rising, position);
          order.eventPrice = stop;
          return;
        }
      } else {
        Triggers.improve(order, after);
      }
      before = after;
      position = i;
    }
    order.eventAt = Double.POSITIVE_INFINITY;
  }

  /** Looks where an order with a limit is executed. */
  private void reachLimit(WorkingOrder order, PricePath path) {
    double limit = order.limit;
    boolean rising = !order.buy;
    boolean rests =
        order.request.terms() instanceof OrderTerms.Peg peg
            && peg.reference() != PegReference.MARKET
            && order.price == limit;
    boolean marketable = rising ? order.price >= limit : order.price <= limit;
    order.eventTouches = false;
    if (marketable && !rests) {
      order.eventAt = order.cursor;
      order.eventPrice = order.price;
      order.eventRests = false;
      return;
    }
    order.eventRests = true;
    order.eventPrice = limit;
    order.eventAt = path.passThrough(limit, rising, order.cursor);
    if (limitRule == LimitRule.TOUCH && order.eventAt == Double.POSITIVE_INFINITY) {
      order.eventAt = path.reach(limit, rising, order.cursor);
      order.eventTouches = true;
    }
  }

  /** Executes an order at the point where it is due. */
  private void fill(WorkingOrder order) {
    boolean postOnly = order.request.instructions().postOnly();
    if (postOnly && !order.eventRests && !order.rested) {
      clerk.reject(order, "POST_ONLY: the order would take liquidity at " + order.eventPrice);
      return;
    }
    boolean taking = !order.eventRests && !postOnly;
    long time = timing.closesOnly() ? end : timeAt(order);
    attempt(order, order.eventPrice, taking, time);
    if (order.working) {
      order.eventAt = Double.POSITIVE_INFINITY; // the bar has no more for it
    }
  }

  /** Returns when an order is on its path, before the bar has closed. */
  private long timeAt(WorkingOrder order) {
    if (order.eventAt == 0) {
      return start;
    }
    double part = order.eventAt / paths.of(order).end();
    return Math.min(end - 1, start + (long) (part * (end - start)));
  }

  private void openingAuction(WorkingOrder order, BarSlice bars, int column) {
    double open = bars.open(column);
    if (Double.isNaN(open)) {
      throw new DataNotFoundException(
          order.book.symbol.value(),
          "%s at %s has no open, so there was no opening auction"
              .formatted(order.book.symbol, bars));
    }
    auction(order, open, Math.max(start, order.auctionAt), bars, column);
  }

  private boolean closingAuction(WorkingOrder order, BarSlice bars, int column) {
    if (order.auctionAt > end || order.activeFrom >= end) {
      return false;
    }
    auction(order, bars.close(column), Math.min(end, order.auctionAt), bars, column);
    return true;
  }

  /** Executes an order at the price of an auction if its limit allows; what is left expires. */
  private void auction(WorkingOrder order, double price, long time, BarSlice bars, int column) {
    boolean stopped =
        order.book.halted || (order.book.haltedFrom <= time && order.book.resumedAt > time);
    boolean within =
        order.limitPrice == null || (order.buy ? price <= order.limit : price >= order.limit);
    if (!stopped && within && !(volume < minimumVolume)) {
      if (!pathsBegun) {
        paths.begin(order.book, bars, column);
        pathsBegun = true;
      }
      attempt(order, price, true, time);
    }
    if (order.working) {
      clerk.expire(order);
    }
  }

  /** Executes as much of an order as the market and the account allow. */
  private void attempt(WorkingOrder order, double reference, boolean taking, long time) {
    Decimal wanted = order.remaining;
    if (order.reducing) {
      wanted = wanted.min(clerk.reducible(order));
      if (!wanted.isPositive()) {
        clerk.cancel(order, "REDUCE_ONLY: there is no position left to reduce");
        return;
      }
    }
    if (order.eventTouches && order.request.terms() instanceof OrderTerms.Iceberg iceberg) {
      wanted = wanted.min(iceberg.displayQuantity());
    }
    Decimal quantity = wanted.min(liquidity(order.book));
    if (order.request.timeInForce() == TimeInForce.FOK && quantity.compareTo(order.remaining) < 0) {
      clerk.cancel(order, "the whole quantity could not be executed at once");
      return;
    }
    if (quantity.isPositive()) {
      take(order.book, quantity);
      execute(order, reference, quantity, taking, time);
    }
    if (order.working) {
      if (atOnce(order)) {
        clerk.cancel(order, "the rest could not be executed at once");
      } else if (order.reducing && clerk.reducible(order).isZero()) {
        clerk.cancel(order, "REDUCE_ONLY: there is no position left to reduce");
      }
    }
  }

  private void execute(
      WorkingOrder order, double reference, Decimal quantity, boolean taking, long time) {
    if (!taking) {
      Decimal limit = order.limitPrice;
      Decimal price =
          order.eventRests && limit != null ? limit : order.book.onTick(reference, order.buy);
      clerk.fill(order, reference, price, quantity, false, time, 0, 0);
      return;
    }
    SymbolBook book = order.book;
    Costs costs = clerk.costs(book);
    double half = costs.halfSpread(book.column, time, reference);
    double slip =
        costs.slippage(book.column, order.side(), quantity.doubleValue(), reference, volume, time);
    Decimal price = worsened(order, reference, half + slip);
    clerk.fill(order, reference, price, quantity, true, time, half, slip);
  }

  /**
   * Returns a price that is worse by a fraction, rounded to the tick against the trader, and kept
   * within the bar's range and the order's limit.
   */
  private Decimal worsened(WorkingOrder order, double reference, double fraction) {
    SymbolBook book = order.book;
    boolean buy = order.buy;
    Decimal price = book.onTick(reference * (1 + order.sign() * fraction), buy);
    double value = price.doubleValue();
    if (value > paths.high()) {
      price = price.min(book.onTick(paths.high(), false));
    } else if (value < paths.low()) {
      price = price.max(book.onTick(paths.low(), true));
    }
    Decimal limit = order.limitPrice;
    if (limit == null) {
      return price;
    }
    return buy ? price.min(limit) : price.max(limit);
  }

  /** Returns how much of the bar's volume is left to orders, in whole lots. */
  private Decimal liquidity(SymbolBook book) {
    Decimal left = book.liquidity;
    if (left != null) {
      return left;
    }
    if (participation == Double.POSITIVE_INFINITY) {
      return UNLIMITED;
    }
    if (Double.isNaN(volume)) {
      throw new DataNotFoundException(
          book.symbol.value(),
          "%s from %d to %d has no volume, so its participation cannot be capped; give volumes or"
                  .formatted(book.symbol, start, end)
              + " no cap");
    }
    Decimal lot = book.instrument.lotSize();
    left =
        Decimal.of(volume * participation, lot.scale(), RoundingMode.DOWN)
            .roundToMultiple(lot, RoundingMode.DOWN);
    book.liquidity = left;
    return left;
  }

  private static void take(SymbolBook book, Decimal quantity) {
    Decimal left = book.liquidity;
    if (left != null) {
      book.liquidity = left.minus(quantity);
    }
  }
}
