package io.quantkit.core.order;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to orders, found by their identifiers. Identifiers that end with a number that is
 * counted up, as {@link ClientOrderIds} makes them, are found where the number says, in one step
 * and beside their neighbours in memory; all others by their hash code.
 *
 * <p>An identifier is never forgotten, what belongs to it may be. Belongs to one thread.
 *
 * @param <V> what belongs to an order
 */
public final class OrderIdMap<V> {

  /** By how much numbers may exceed the number of entries before they are hashed. */
  private static final int SPREAD = 4;

  private static final int FIRST = 64;

  private @Nullable ClientOrderId[] ids = new @Nullable ClientOrderId[FIRST];
  private @Nullable Object[] values = new @Nullable Object[FIRST];
  private final Map<ClientOrderId, @Nullable V> others = new HashMap<>(); // never iterated
  private int numbered;

  /** Creates an empty map. */
  public OrderIdMap() {}

  /** Returns what belongs to an order, null if nothing does. */
  public @Nullable V get(ClientOrderId id) {
    int number = id.number();
    return holds(number, id) ? value(number) : others.get(id);
  }

  /** Returns whether anything belongs to an order, or once did. */
  public boolean contains(ClientOrderId id) {
    return holds(id.number(), id) || others.containsKey(id);
  }

  /** Notes an identifier to which nothing belongs yet; returns whether it was new. */
  public boolean add(ClientOrderId id) {
    if (contains(id)) {
      return false;
    }
    put(id, null);
    return true;
  }

  /** Sets what belongs to an order, in place of what did before; null if nothing does any more. */
  public void put(ClientOrderId id, @Nullable V value) {
    int number = id.number();
    if (holds(number, id)) {
      values[number] = value;
    } else if (others.containsKey(id) || !free(number)) {
      others.put(id, value);
    } else {
      ids[number] = id;
      values[number] = value;
      numbered++;
    }
  }

  private boolean holds(int number, ClientOrderId id) {
    return number >= 0 && number < ids.length && id.equals(ids[number]);
  }

  /** Returns whether a number is free to be used as a place; makes room for it if it is near. */
  private boolean free(int number) {
    if (number >= ids.length && number < SPREAD * (numbered + (long) FIRST)) {
      int length = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(number + 1L, 2L * ids.length));
      ids = Arrays.copyOf(ids, length);
      values = Arrays.copyOf(values, length);
    }
    return number >= 0 && number < ids.length && ids[number] == null;
  }

  @SuppressWarnings("unchecked") // only values are put there
  private @Nullable V value(int number) {
    return (V) values[number];
  }
}
