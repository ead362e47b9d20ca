package io.quantkit.backtest.market;

import io.quantkit.backtest.cost.Costs;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderEvent;

/** Does with orders in markets of ticks what the clerk does with all. */
final class TickDesk implements TickMatcher.Handler {
  /** An execution is at most this fraction worse than its reference, so a sale has a price. */
  private static final double MOST_WORSE = 0.99;

  private final Clerk clerk;

  TickDesk(Clerk clerk) {
    this.clerk = clerk;
  }

  @Override
  public void execute(
      WorkingOrder order,
      double reference,
      Decimal price,
      Decimal quantity,
      boolean taking,
      long time) {
    clerk.execute(order, reference, price, quantity, taking, time);
  }

  @Override
  public Decimal executable(WorkingOrder order) {
    if (!order.reducing) {
      return order.remaining;
    }
    Decimal reducible = clerk.reducible(order);
    if (reducible.isZero()) {
      clerk.cancel(order, "REDUCE_ONLY: there is no position left to reduce");
    }
    return order.remaining.min(reducible);
  }

  @Override
  public double worsening(
      WorkingOrder order, double price, double units, double volume, long time) {
    SymbolBook book = order.book;
    Costs costs = clerk.costs(book);
    double worse =
        costs.halfSpread(book.column, time, price)
            + costs.slippage(book.column, order.side(), units, price, volume, time);
    return Math.min(MOST_WORSE, worse);
  }

  @Override
  public void triggered(WorkingOrder order, long time) {
    clerk.tell(new OrderEvent.Triggered(order.id(), time));
  }

  @Override
  public void cancel(WorkingOrder order, String reason, long time) {
    clerk.cancel(order, reason);
  }

  @Override
  public void expire(WorkingOrder order, long time) {
    clerk.expire(order);
  }
}
