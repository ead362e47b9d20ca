package io.quantkit.backtest.market;

import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderClass;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.OrderType;
import io.quantkit.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order at the simulated market: what is left of it and how far it has come.
 *
 * <p>Prices of terms are kept as doubles beside the exact ones, because they are compared with the
 * market's. {@link Triggers} moves {@link #best} and {@link #triggered}; a matcher moves {@link
 * #cursor} and {@link #price} along the prices of a bar.
 */
final class WorkingOrder {
  final SymbolBook book;
  final boolean buy;

  OrderRequest request;
  OrderType type;
  Decimal remaining;

  /** Whether it can be executed; not yet if it is a held exit, and no more if it is done. */
  boolean working;

  /** Whether it is executed, cancelled, expired or rejected. */
  boolean done;

  /** Whether it was in the market before, so that it no longer takes liquidity by arriving. */
  boolean rested;

  /** Whether it is to bring the position nearer to zero only, so that it promises no units. */
  boolean exits;

  /** Whether it is executed only as far as it brings the position nearer to zero. */
  boolean reducing;

  /** Whether it, or the exits that depend on it, leave by a sale. */
  boolean exitSells;

  /** When the auction is that it takes part in, in epoch nanoseconds; only if it is OPG or CLS. */
  long auctionAt;

  /** Whether the price it waited for has traded; true from the start if it waits for none. */
  boolean triggered;

  /** The stop or touch price, {@code NaN} if there is none or it trails. */
  double trigger;

  /** The worst price to execute at, on the tick; {@code NaN} if any will do. */
  double limit;

  /** The same as {@link #limit}; null if any price will do. */
  @Nullable Decimal limitPrice;

  /** The best price since a trailing stop began to work, {@code NaN} before the first. */
  double best = Double.NaN;

  /** When it reached the market, in epoch nanoseconds. */
  long activeFrom;

  /** From when on it no longer works, in epoch nanoseconds. */
  long endsAt = Long.MAX_VALUE;

  /** The orders it hangs together with, null if it is on its own. */
  @Nullable OrderGroup group;

  /** How many executions it had. */
  int executions;

  /** Where on the path of the present bar it is, {@code NaN} if it takes no part in the bar. */
  double cursor = Double.NaN;

  /** The price where it is. */
  double price;

  /** Where on the path something happens to it next, infinity if nothing does. */
  double eventAt;

  /** At what price that happens. */
  double eventPrice;

  /** Whether that is an execution at its own limit, for which it has waited in the book. */
  boolean eventRests;

  /** Whether the limit is touched only, not traded through. */
  boolean eventTouches;

  @SuppressWarnings("ReferenceEquality") // a shortcut for the usual instructions: it is fast
  WorkingOrder(OrderRequest request, SymbolBook book) {
    this.book = book;
    this.request = request;
    this.buy = request.side() == Side.BUY;
    this.exitSells = !buy;
    this.remaining = request.quantity();
    OrderInstructions instructions = request.instructions();
    if (instructions != OrderInstructions.NONE) {
      boolean oco = instructions.orderClass() == OrderClass.OCO;
      this.exits = instructions.reduceOnly() || oco;
      this.reducing = exits;
      this.exitSells = (instructions.orderClass() == OrderClass.SIMPLE || oco) ? !buy : buy;
    }
    restate(request);
  }

  /** Takes the terms of a request; what is left and how far it has come stay. */
  void restate(OrderRequest changed) {
    OrderTerms terms = changed.terms();
    request = changed;
    type = terms.type();
    if (type == OrderType.MARKET) {
      triggered = true;
      trigger = Double.NaN;
      limit = Double.NaN;
      return;
    }
    boolean was = triggered && Triggers.waits(type);
    triggered = was || !Triggers.waits(type);
    trigger = Triggers.price(terms);
    if (!was || type != OrderType.TRAILING_STOP_LIMIT) {
      limitAt(Triggers.limit(terms));
    }
  }

  /** Sets the worst price to execute at. */
  void limitAt(@Nullable Decimal newLimit) {
    Decimal onTick = newLimit == null ? null : book.within(newLimit, buy);
    limitPrice = onTick;
    limit = onTick == null ? Double.NaN : onTick.doubleValue();
  }

  ClientOrderId id() {
    return request.id();
  }

  Side side() {
    return request.side();
  }

  int sign() {
    return buy ? 1 : -1;
  }

  @Override
  public String toString() {
    return "WorkingOrder[" + request + ", remaining " + remaining + "]";
  }
}
