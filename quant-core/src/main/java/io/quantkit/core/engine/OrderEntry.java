package io.quantkit.core.engine;

import io.quantkit.core.order.Order;
import org.jspecify.annotations.Nullable;

/** An order in its last state, whose it is, and its place in the list of open orders. */
final class OrderEntry {
  final StrategySlot owner;
  Order order;

  /** Whether a replacement is being checked, so that this order no longer counts as pending. */
  boolean leaving;

  boolean open;
  @Nullable OrderEntry previous;
  @Nullable OrderEntry next;

  OrderEntry(StrategySlot owner, Order order) {
    this.owner = owner;
    this.order = order;
  }
}
