package io.quantkit.core.ledger;

import io.quantkit.core.order.Fill;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of fills that were booked: a hash set with open addressing that only grows. Hash
 * codes lie apart from the identifiers, so that asking for one that is new, which is the rule,
 * reads one place in memory and follows no reference.
 */
final class Executions {
  private int[] hashes = new int[64]; // 0 where a slot is free; at least half are
  private @Nullable String[] keys = new @Nullable String[128]; // order, execution, order, ...
  private int size;

  boolean contains(Fill fill) {
    String order = fill.orderId().value();
    String execution = fill.executionId();
    int hash = hash(order, execution);
    int slot = start(hash);
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash
          && order.equals(keys[2 * slot])
          && execution.equals(keys[2 * slot + 1])) {
        return true;
      }
      slot = next(slot);
    }
    return false;
  }

  /** Adds a fill that is not contained. */
  void add(Fill fill) {
    if (2 * ++size > hashes.length) {
      grow();
    }
    String order = fill.orderId().value();
    put(hash(order, fill.executionId()), order, fill.executionId());
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable String[] oldKeys = keys;
    hashes = new int[Math.multiplyExact(2, oldHashes.length)];
    keys = new @Nullable String[Math.multiplyExact(2, oldKeys.length)];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        put(oldHashes[i], oldKeys[2 * i], oldKeys[2 * i + 1]);
      }
    }
  }

  private void put(int hash, @Nullable String order, @Nullable String execution) {
    int slot = start(hash);
    while (hashes[slot] != 0) {
      slot = next(slot);
    }
    hashes[slot] = hash;
    keys[2 * slot] = order;
    keys[2 * slot + 1] = execution;
  }

  private int start(int hash) {
    return hash & hashes.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & hashes.length - 1;
  }

  /**
   * Returns a hash code that is not 0, scattered by the finalizer of MurmurHash3 because
   * consecutive identifiers have neighbouring ones.
   */
  private static int hash(String order, String execution) {
    int h = 31 * order.hashCode() + execution.hashCode();
    h = (h ^ h >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    h ^= h >>> 16;
    return h == 0 ? 1 : h;
  }
}
