package io.quantkit.backtest.market;

import io.quantkit.core.order.ClientOrderId;
import org.jspecify.annotations.Nullable;

/**
 * Every order identifier that was ever used, and the order under it while it is not done: a hash
 * table with open addressing that only grows.
 */
final class OrderIndex {
  private @Nullable ClientOrderId[] ids = new @Nullable ClientOrderId[256];
  private @Nullable WorkingOrder[] orders = new @Nullable WorkingOrder[256];
  private int size;

  boolean contains(ClientOrderId id) {
    return ids[slot(id)] != null;
  }

  /** Returns the order that is not done under an identifier, null if there is none. */
  @Nullable WorkingOrder find(ClientOrderId id) {
    return orders[slot(id)];
  }

  /**
   * Marks an identifier as used.
   *
   * @return where it is, for {@link #put} before the next claim; -1 if it was used before
   */
  int claim(ClientOrderId id) {
    int slot = slot(id);
    if (ids[slot] != null) {
      return -1;
    }
    if (2 * (size + 1) > ids.length) {
      grow();
      slot = slot(id);
    }
    ids[slot] = id;
    size++;
    return slot;
  }

  /** Puts an order under its identifier, which was claimed. */
  void put(int slot, WorkingOrder order) {
    orders[slot] = order;
    order.slot = slot;
  }

  /** Forgets an order that is done; its identifier stays used. */
  void forget(WorkingOrder order) {
    orders[order.slot] = null;
  }

  private int slot(ClientOrderId id) {
    String value = id.value();
    int mask = ids.length - 1;
    int hash = value.hashCode() * 0x9E3779B9;
    int slot = (hash ^ hash >>> 15) & mask;
    ClientOrderId there = ids[slot];
    while (there != null && there != id && !there.value().equals(value)) {
      slot = (slot + 1) & mask;
      there = ids[slot];
    }
    return slot;
  }

  private void grow() {
    @Nullable ClientOrderId[] oldIds = ids;
    @Nullable WorkingOrder[] oldOrders = orders;
    int length = Math.multiplyExact(2, oldIds.length);
    ids = new @Nullable ClientOrderId[length];
    orders = new @Nullable WorkingOrder[length];
    for (int i = 0; i < oldIds.length; i++) {
      ClientOrderId id = oldIds[i];
      if (id != null) {
        int slot = slot(id);
        ids[slot] = id;
        WorkingOrder order = oldOrders[i];
        orders[slot] = order;
        if (order != null) {
          order.slot = slot;
        }
      }
    }
  }
}
