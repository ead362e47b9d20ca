package io.quantkit.backtest.market;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.PegReference;
import org.jspecify.annotations.Nullable;

/** Where an order stands in a market of ticks: its price now and its place in the queue there. */
final class TickOrder {
  final WorkingOrder order;
  final boolean buy;

  /** The worst price now: the best of all if any will do, none at all if a peg cannot follow. */
  double price;

  /** The same on the tick, null if any price will do. */
  @Nullable Decimal limitPrice;

  /** Whether it executes at the market's prices, not its own: it has never rested. */
  boolean taker;

  /** The units of others ahead of it; infinity if unknown. */
  double ahead;

  /** The units that were last displayed at its price, {@code NaN} if it was never in sight. */
  double shown;

  /** The units traded at its price since then. */
  double traded;

  /** What is displayed of an iceberg; null if everything is. */
  @Nullable Decimal display;

  /** Its place among the orders of others, if each of them is known. */
  long place;

  /** The number that tells earlier orders from later ones at the same price. */
  long sequence;

  TickOrder(WorkingOrder order) {
    this.order = order;
    this.buy = order.buy;
  }

  /** Lets the order execute at any price. */
  void atAnyPrice() {
    limitPrice = null;
    price = buy ? Double.POSITIVE_INFINITY : 0;
  }

  /** Lets the order execute at no price. */
  void atNoPrice() {
    limitPrice = null;
    price = buy ? -1 : Double.POSITIVE_INFINITY;
  }

  void at(Decimal limit) {
    limitPrice = limit;
    price = limit.doubleValue();
  }

  boolean takesAnyPrice() {
    return limitPrice == null && price == (buy ? Double.POSITIVE_INFINITY : 0);
  }

  /** Displays another part of an iceberg. */
  void refill() {
    if (order.request.terms() instanceof OrderTerms.Iceberg iceberg) {
      display = iceberg.displayQuantity().min(order.remaining);
    }
  }

  boolean gone() {
    return order.done || !order.working || order.remaining.isZero();
  }

  /** Returns whether it executes before another one of the same side. */
  boolean before(TickOrder other) {
    if (taker != other.taker) {
      return taker;
    }
    if (price != other.price) {
      return buy ? price > other.price : price < other.price;
    }
    return sequence < other.sequence;
  }

  boolean marketable(double opposite) {
    return buy ? price >= opposite : price <= opposite;
  }

  /** Returns what a peg follows, {@code NaN} if it is not quoted. */
  static double reference(PegReference reference, boolean buy, double bid, double ask) {
    return switch (reference) {
      case PRIMARY -> buy ? bid : ask;
      case MIDPOINT -> bid + (ask - bid) / 2;
      case MARKET -> buy ? ask : bid;
    };
  }
}
