package io.quantkit.core.engine;

import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.ClientOrderIds;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderIdMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every order that an engine has placed. */
final class PlacedOrders {
  private final ClientOrderIds ids;
  private final List<OrderEntry> sequence = new ArrayList<>();
  private final OrderIdMap<OrderEntry> byId = new OrderIdMap<>();

  /**
   * Creates an empty list.
   *
   * @param prefix what the identifiers begin with, before a dash and a number from 1 on
   */
  PlacedOrders(String prefix) {
    this.ids = new ClientOrderIds(prefix);
  }

  ClientOrderId nextId() {
    return ids.next();
  }

  void add(OrderEntry entry) {
    sequence.add(entry);
    byId.put(entry.order.id(), entry);
  }

  /** Returns an order, null if none of that name was placed here. */
  @Nullable OrderEntry find(ClientOrderId id) {
    return byId.get(id);
  }

  /** Returns every order in its last state, oldest first. */
  List<Order> orders() {
    List<Order> orders = new ArrayList<>(sequence.size());
    for (OrderEntry entry : sequence) {
      orders.add(entry.order);
    }
    return orders;
  }
}
