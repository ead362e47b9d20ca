package io.quantkit.core.engine;

import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.ClientOrderIds;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every order that an engine has placed. An order is found by the number in its identifier, which
 * reads one place in memory; dependent orders, which have none of their own, by a map.
 */
final class PlacedOrders {
  private final ClientOrderIds ids;
  private final int numberStart;
  private final List<OrderEntry> sequence = new ArrayList<>();
  private final Map<ClientOrderId, OrderEntry> legs = new HashMap<>(); // never iterated
  private @Nullable OrderEntry[] numbered = new @Nullable OrderEntry[64];

  /**
   * Creates an empty list.
   *
   * @param prefix what the identifiers begin with, before a dash and a number from 1 on
   */
  PlacedOrders(String prefix) {
    this.ids = new ClientOrderIds(prefix);
    this.numberStart = prefix.length() + 1;
  }

  ClientOrderId nextId() {
    return ids.next();
  }

  void add(OrderEntry entry, boolean leg) {
    OrderRequest request = entry.order.request();
    sequence.add(entry);
    if (leg) {
      legs.put(request.id(), entry);
      return;
    }
    int number = number(request.id().value());
    if (number >= numbered.length) {
      numbered = Arrays.copyOf(numbered, Math.max(number + 1, 2 * numbered.length));
    }
    numbered[number] = entry;
  }

  /** Returns an order, null if none of that name was placed here. */
  @Nullable OrderEntry find(ClientOrderId id) {
    int number = number(id.value());
    if (number >= 0 && number < numbered.length) {
      OrderEntry entry = numbered[number];
      if (entry != null && entry.order.id().equals(id)) {
        return entry;
      }
    }
    return legs.get(id);
  }

  /** Returns the number behind the prefix, -1 if there is something else. */
  private int number(String id) {
    int number = 0;
    for (int i = numberStart; i < id.length(); i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > 100_000_000) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return id.length() > numberStart ? number : -1;
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
