package io.quantkit.features.kernel;

/** Numbers in a sorted array: a step finds two places by bisection and moves what is between. */
final class OrderArray implements OrderedNumbers {
  /** Up to here a loop moves numbers faster than a call does. */
  private static final int FEW = 16;

  private final long[] sorted;
  private int count;

  OrderArray(int size) {
    sorted = new long[size];
  }

  private OrderArray(OrderArray other) {
    sorted = other.sorted.clone();
    count = other.count;
  }

  @Override
  public OrderedNumbers copy() {
    return new OrderArray(this);
  }

  @Override
  public void clear() {
    count = 0;
  }

  @Override
  public void insert(int place, long key) {
    int at = below(key);
    System.arraycopy(sorted, at, sorted, at + 1, count - at);
    sorted[at] = key;
    count++;
  }

  @Override
  public void replace(int place, long old, long key) {
    // Without a branch: which half a number is in cannot be foretold.
    long[] order = sorted;
    int from = 0;
    int to = 0;
    int length = count;
    while (length > 1) {
      int half = length >>> 1;
      from += order[from + half - 1] < old ? half : 0;
      to += order[to + half - 1] < key ? half : 0;
      length -= half;
    }
    to += order[to] < key ? 1 : 0;
    if (to > from) {
      to--;
      moveDown(order, from, to);
    } else {
      moveUp(order, to, from);
    }
    order[to] = key;
  }

  /** Overwrites a place by moving what comes after it, up to another place. */
  private static void moveDown(long[] order, int from, int to) {
    if (to - from > FEW) {
      System.arraycopy(order, from + 1, order, from, to - from);
      return;
    }
    for (int i = from; i < to; i++) {
      order[i] = order[i + 1];
    }
  }

  /** Overwrites a place by moving what comes before it, down to another place. */
  private static void moveUp(long[] order, int to, int from) {
    if (from - to > FEW) {
      System.arraycopy(order, to, order, to + 1, from - to);
      return;
    }
    for (int i = from; i > to; i--) {
      order[i] = order[i - 1];
    }
  }

  @Override
  public int below(long key) {
    long[] order = sorted;
    int at = 0;
    int length = count;
    while (length > 1) {
      int half = length >>> 1;
      at += order[at + half - 1] < key ? half : 0;
      length -= half;
    }
    return count > 0 && order[at] < key ? at + 1 : at;
  }

  @Override
  public long at(int position) {
    return sorted[position];
  }

  @Override
  public double lowest(int number) {
    double sum = 0;
    for (int i = 0; i < number; i++) {
      sum += SlidingOrder.number(sorted[i]);
    }
    return sum;
  }

  @Override
  public double spread() {
    double spread = 0;
    for (int i = 0; i < count; i++) {
      spread = Math.fma(2 * i - count + 1, SlidingOrder.number(sorted[i]), spread);
    }
    return spread;
  }
}
