package io.quantkit.backtest.market;

import io.quantkit.core.order.ClientOrderId;
import org.jspecify.annotations.Nullable;

/**
 * Every order identifier that was ever used, and the order under it while it is not done: a hash
 * table with open addressing that only grows. Hash codes lie apart from what they stand for, so
 * that asking for an identifier that is new, which is the rule, reads one place in memory.
 */
final class OrderIndex {
  private int[] hashes = new int[64]; // 0 where a slot is free; at least half are

  /** An order that is not done, or the identifier of one that is or was refused. */
  private @Nullable Object[] entries = new @Nullable Object[64];

  private int size;

  /** Returns the order that is not done under an identifier, null if there is none. */
  @Nullable WorkingOrder find(ClientOrderId id) {
    return entries[slot(hash(id), id)] instanceof WorkingOrder order ? order : null;
  }

  /** Returns whether an identifier was used. */
  boolean contains(ClientOrderId id) {
    return hashes[slot(hash(id), id)] != 0;
  }

  /**
   * Marks an identifier as used.
   *
   * @return where it is, for {@link #put} before the next claim; -1 if it was used before
   */
  int claim(ClientOrderId id) {
    int hash = hash(id);
    int slot = slot(hash, id);
    if (hashes[slot] != 0) {
      return -1;
    }
    if (2 * ++size > hashes.length) {
      grow();
      slot = slot(hash, id);
    }
    hashes[slot] = hash;
    entries[slot] = id;
    return slot;
  }

  /** Puts an order under its identifier, which was claimed. */
  void put(int slot, WorkingOrder order) {
    entries[slot] = order;
    order.slot = slot;
  }

  /** Forgets an order that is done; its identifier stays used. */
  void forget(WorkingOrder order) {
    entries[order.slot] = order.id();
  }

  private static int hash(ClientOrderId id) {
    int hash = id.value().hashCode() * 0x9E3779B9;
    return hash == 0 ? 1 : hash;
  }

  private int slot(int hash, ClientOrderId id) {
    int mask = hashes.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    for (int there = hashes[slot]; there != 0; there = hashes[slot]) {
      if (there == hash && id(entries[slot]).equals(id.value())) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static String id(@Nullable Object entry) {
    if (entry instanceof WorkingOrder order) {
      return order.id().value();
    }
    return entry instanceof ClientOrderId id ? id.value() : "";
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable Object[] oldEntries = entries;
    int length = Math.multiplyExact(2, oldHashes.length);
    int mask = length - 1;
    hashes = new int[length];
    entries = new @Nullable Object[length];
    for (int i = 0; i < oldHashes.length; i++) {
      int hash = oldHashes[i];
      if (hash != 0) {
        int slot = (hash ^ hash >>> 15) & mask;
        while (hashes[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        entries[slot] = oldEntries[i];
        if (oldEntries[i] instanceof WorkingOrder order) {
          order.slot = slot;
        }
      }
    }
  }
}
