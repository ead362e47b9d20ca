package io.quantkit.core.ledger;

import io.quantkit.core.order.Fill;
import org.jspecify.annotations.Nullable;

/** The identifiers of fills that were booked: a hash set with open addressing that only grows. */
final class Executions {
  private @Nullable String[] keys = new @Nullable String[64]; // order, execution, order, ...
  private int size;

  boolean contains(Fill fill) {
    return keys[slot(keys, fill.orderId().value(), fill.executionId())] != null;
  }

  void add(Fill fill) {
    if (4 * ++size > keys.length) {
      grow();
    }
    put(keys, fill.orderId().value(), fill.executionId());
  }

  private void grow() {
    @Nullable String[] larger = new @Nullable String[Math.multiplyExact(2, keys.length)];
    for (int i = 0; i < keys.length; i += 2) {
      String order = keys[i];
      String execution = keys[i + 1];
      if (order != null && execution != null) {
        put(larger, order, execution);
      }
    }
    keys = larger;
  }

  private static void put(@Nullable String[] keys, String order, String execution) {
    int slot = slot(keys, order, execution);
    keys[slot] = order;
    keys[slot + 1] = execution;
  }

  /** Returns where the pair is, or the free slot where it belongs. At least half are free. */
  private static int slot(@Nullable String[] keys, String order, String execution) {
    int hash = 31 * order.hashCode() + execution.hashCode();
    int mask = keys.length / 2 - 1;
    int slot = (hash ^ hash >>> 16) & mask;
    while (keys[2 * slot] != null
        && !(order.equals(keys[2 * slot]) && execution.equals(keys[2 * slot + 1]))) {
      slot = (slot + 1) & mask;
    }
    return 2 * slot;
  }
}
