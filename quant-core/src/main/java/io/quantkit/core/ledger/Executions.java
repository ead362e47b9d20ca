package io.quantkit.core.ledger;

import io.quantkit.core.order.Fill;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of fills that were booked: a hash set with open addressing that only grows.
 *
 * <p>A slot holds the hash code and where the identifiers are, so that asking for one that is new,
 * which is the rule, reads one place in memory and follows no reference. Identifiers that follow
 * each other, which is the rule too, have neighbouring hash codes: these stay within one line of
 * the cache, and only the lines are scattered. The identifiers themselves are stored in the order
 * in which they came, in blocks that are never moved.
 */
final class Executions {
  private static final int BLOCK_BITS = 9;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int LINE_BITS = 3;
  private static final int LINE = 1 << LINE_BITS;

  private long[] slots = new long[64]; // hash code and number; 0 where free; at least half are
  private @Nullable String[][] blocks = new @Nullable String[4][]; // order, execution, order, ...
  private int size;

  /** Returns whether a fill was added. */
  boolean contains(Fill fill) {
    return slot(fill) < 0;
  }

  /** Returns where a fill that was not added belongs, or -1 if it was added. */
  int slot(Fill fill) {
    String order = fill.orderId().value();
    String execution = fill.executionId();
    int hash = hash(order, execution);
    int slot = start(hash);
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == hash && holds((int) entry - 1, order, execution)) {
        return -1;
      }
      slot = next(slot);
    }
    return slot;
  }

  /**
   * Adds a fill.
   *
   * @param slot what {@link #slot} said of it
   */
  void add(Fill fill, int slot) {
    String order = fill.orderId().value();
    String execution = fill.executionId();
    int in = size & (BLOCK - 1);
    if (in == 0) {
      addBlock();
    }
    @Nullable String[] block = blocks[size >> BLOCK_BITS];
    block[2 * in] = order;
    block[2 * in + 1] = execution;
    size = Math.addExact(size, 1);
    slots[slot] = entry(hash(order, execution), size);
    if (size > slots.length / 2) {
      grow();
    }
  }

  private boolean holds(int number, String order, String execution) {
    @Nullable String[] block = blocks[number >> BLOCK_BITS];
    int in = number & (BLOCK - 1);
    return order.equals(block[2 * in]) && execution.equals(block[2 * in + 1]);
  }

  private void addBlock() {
    int block = size >> BLOCK_BITS;
    if (block == blocks.length) {
      @Nullable String[][] more = new @Nullable String[2 * block][];
      System.arraycopy(blocks, 0, more, 0, block);
      blocks = more;
    }
    blocks[block] = new @Nullable String[2 * BLOCK];
  }

  private void grow() {
    long[] old = slots;
    slots = new long[Math.multiplyExact(2, old.length)];
    for (long entry : old) {
      if (entry != 0) {
        int slot = start((int) (entry >>> 32));
        while (slots[slot] != 0) {
          slot = next(slot);
        }
        slots[slot] = entry;
      }
    }
  }

  /** Returns a hash code and a number, which is not 0. */
  private static long entry(int hash, int number) {
    return ((long) hash << 32) | number;
  }

  /** Returns where to begin, in a line that the finalizer of MurmurHash3 scatters. */
  private int start(int hash) {
    int h = hash >> LINE_BITS;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    h ^= h >>> 16;
    return ((h << LINE_BITS) | (hash & (LINE - 1))) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /** Returns a hash code that grows by one if both identifiers count up together. */
  private static int hash(String order, String execution) {
    return 33 * order.hashCode() - 32 * execution.hashCode();
  }
}
