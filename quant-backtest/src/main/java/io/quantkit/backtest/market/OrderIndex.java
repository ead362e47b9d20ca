package io.quantkit.backtest.market;

import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderIdMap;
import org.jspecify.annotations.Nullable;

/** Every order identifier that was ever used, and the order under it while it is not done. */
final class OrderIndex {
  private final OrderIdMap<WorkingOrder> orders = new OrderIdMap<>();

  /** Returns the order that is not done under an identifier, null if there is none. */
  @Nullable WorkingOrder find(ClientOrderId id) {
    return orders.get(id);
  }

  /** Returns whether an identifier was used. */
  boolean contains(ClientOrderId id) {
    return orders.contains(id);
  }

  /** Marks an identifier as used; returns whether it was new. */
  boolean claim(ClientOrderId id) {
    return orders.add(id);
  }

  /** Puts an order under its identifier, which was claimed. */
  void put(WorkingOrder order) {
    orders.put(order.id(), order);
  }

  /** Forgets an order that is done; its identifier stays used. */
  void forget(WorkingOrder order) {
    orders.put(order.id(), null);
  }
}
