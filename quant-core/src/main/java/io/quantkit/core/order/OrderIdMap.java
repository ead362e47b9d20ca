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
 * <p>Entries are replaced but never removed. Belongs to one thread.
 *
 * @param <V> what belongs to an order
 */
public final class OrderIdMap<V> {

  /** How far numbers may run ahead of the number of entries before they are hashed. */
  private static final int SPREAD = 4;

  private static final int FIRST = 64;

  private @Nullable ClientOrderId[] ids = new @Nullable ClientOrderId[FIRST];
  private @Nullable Object[] values = new @Nullable Object[FIRST];
  private final Map<ClientOrderId, V> others = new HashMap<>(); // never iterated
  private int size;

  /** Creates an empty map. */
  public OrderIdMap() {}

  /** Returns what belongs to an order, null if nothing does. */
  public @Nullable V get(ClientOrderId id) {
    int number = id.number();
    if (number >= 0 && number < ids.length && id.equals(ids[number])) {
      return value(number);
    }
    return others.isEmpty() ? null : others.get(id);
  }

  /** Returns whether anything belongs to an order. */
  public boolean contains(ClientOrderId id) {
    return get(id) != null;
  }

  /** Sets what belongs to an order if nothing does; returns whether it has set it. */
  public boolean putIfAbsent(ClientOrderId id, V value) {
    int number = id.number();
    if (others.isEmpty() && free(number)) {
      set(number, id, value);
      return true;
    }
    boolean absent = !contains(id);
    if (absent) {
      put(id, value);
    }
    return absent;
  }

  /** Sets what belongs to an order, in place of what did before. */
  public void put(ClientOrderId id, V value) {
    int number = id.number();
    if (number >= 0 && number < ids.length && id.equals(ids[number])) {
      values[number] = value;
    } else if (others.containsKey(id) || !free(number)) {
      size += others.put(id, value) == null ? 1 : 0;
    } else {
      set(number, id, value);
    }
  }

  private void set(int number, ClientOrderId id, V value) {
    ids[number] = id;
    values[number] = value;
    size++;
  }

  /** Returns whether a number is free to be used as a place; makes room for it if it is near. */
  private boolean free(int number) {
    if (number >= ids.length && number < SPREAD * (size + (long) FIRST)) {
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
