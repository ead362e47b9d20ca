package io.quantkit.core.engine;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders that are not done, oldest first: a linked list through the entries themselves. */
final class OpenOrders {
  private @Nullable OrderEntry first;
  private @Nullable OrderEntry last;

  void add(OrderEntry entry) {
    entry.open = true;
    entry.previous = last;
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
  }

  void remove(OrderEntry entry) {
    OrderEntry before = entry.previous;
    OrderEntry after = entry.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    entry.previous = null;
    entry.next = null;
    entry.open = false;
  }

  /** Returns one strategy's orders. */
  List<Order> of(StrategySlot owner) {
    List<Order> orders = new ArrayList<>();
    for (OrderEntry entry = first; entry != null; entry = entry.next) {
      if (entry.owner == owner) {
        orders.add(entry.order);
      }
    }
    return Collections.unmodifiableList(orders);
  }

  /** Returns the units that orders would still trade on a side, of one strategy or of all. */
  Decimal pending(Symbol symbol, Side side, @Nullable StrategySlot owner) {
    Decimal sum = Decimal.ZERO;
    for (OrderEntry entry = first; entry != null; entry = entry.next) {
      OrderRequest request = entry.order.request();
      if (request.side() == side
          && !entry.leaving
          && (owner == null || entry.owner == owner)
          && request.symbol().equals(symbol)) {
        sum = sum.plus(entry.order.remaining());
      }
    }
    return sum;
  }
}
