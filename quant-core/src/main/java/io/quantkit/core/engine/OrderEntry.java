package io.quantkit.core.engine;

import io.quantkit.core.order.Order;
import org.jspecify.annotations.Nullable;

/** An order in its last state, whose it is, and its place in the list of open orders. */
final class OrderEntry {
  final StrategySlot owner;
  Order order;

  /** Whether another order takes this one's place, so that it no longer counts as pending. */
  boolean leaving;

  /** The order whose place this one takes. */
  @Nullable OrderEntry replaces;

  boolean open;
  @Nullable OrderEntry previous;
  @Nullable OrderEntry next;

  OrderEntry(StrategySlot owner, Order order) {
    this.owner = owner;
    this.order = order;
  }
}
