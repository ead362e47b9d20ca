package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.order.Side;
import java.util.Arrays;

/**
 * The resting limit orders of one instrument, matched by price, then time.
 *
 * <p>Prices are whole ticks from 1 to {@link #MAX_TICK} and quantities whole lots. An order that
 * crosses executes at once against the best resting ones, oldest first, at their prices; what is
 * left of a limit order rests. The book is never crossed or locked. Best prices, adding, cancelling
 * and executing an order take constant time, but that the search for the next best price skips
 * empty ticks 64 by 64, and that memory grows with the range of ticks in use, to at most {@value
 * #MAX_RANGE}.
 *
 * <p>Belongs to one thread; allocates nothing once its arrays have grown.
 */
public final class LimitOrderBook {
  /** What stands for the price of a side without orders: 0. */
  public static final int NO_TICK = 0;

  /** What stands for an order that does not rest: 0. */
  public static final long NO_ORDER = 0;

  /** The highest price, 2^30 ticks. */
  public static final int MAX_TICK = 1 << 30;

  /** The most ticks between the lowest and the highest price in use, 2^23. */
  public static final int MAX_RANGE = 1 << 23;

  /*
   * A tick holds bids or asks but never both, so one array of levels, and one bit for each that is
   * not empty, serves both sides. An order is a slot of the order arrays; its id is the slot and
   * the number of times it was used, so that the id of an order that has gone is recognised. Slot 0
   * is no order.
   */
  private final Executions executions;
  private int base;
  private int[] firsts = new int[1024];
  private int[] lasts = new int[1024];
  private int[] counts = new int[1024];
  private long[] totals = new long[1024];
  private long[] filled = new long[16];

  private int[] nexts = new int[256];
  private int[] previous = new int[256];
  private int[] ticks = new int[256];
  private int[] uses = new int[256];
  private long[] lots = new long[256];
  private int free;
  private int slots = 1;

  private int bestBid = NO_TICK;
  private int bestAsk = NO_TICK;
  private int bids;
  private int asks;

  /** Hears of what trades. */
  @FunctionalInterface
  public interface Executions {

    /** Hears nothing. */
    Executions NONE = (resting, aggressor, tick, lots) -> {};

    /**
     * Hears that two orders have traded.
     *
     * @param resting the id of the order that rested; unknown to the book if nothing is left of it
     * @param aggressor the side of the order that came in
     * @param tick the price of the resting order
     * @param lots how much
     */
    void executed(long resting, Side aggressor, int tick, long lots);
  }

  /**
   * Creates an empty book.
   *
   * @param executions told of each execution while the book is at work; must not change the book
   */
  public LimitOrderBook(Executions executions) {
    this.executions = executions;
  }

  /**
   * Executes an order as far as its limit allows and lets the rest of it rest.
   *
   * @param tick the limit, within 1 to {@link #MAX_TICK}
   * @param lots at least 1
   * @return the id of the order that rests, {@link #NO_ORDER} if nothing is left of it
   * @throws IllegalArgumentException if the numbers are out of range, or the price is too far from
   *     those in use
   */
  public long limit(Side side, int tick, long lots) {
    if (tick < 1 || tick > MAX_TICK) {
      throw new IllegalArgumentException("tick must be within 1 to " + MAX_TICK + ", was " + tick);
    }
    checkLots(lots);
    reach(tick);
    long rest = match(side, tick, lots);
    return rest == 0 ? NO_ORDER : rest(side, tick, rest);
  }

  /**
   * Executes an order at whatever prices there are; what finds no counterpart is dropped.
   *
   * @param lots at least 1
   * @return how many lots traded
   */
  public long market(Side side, long lots) {
    checkLots(lots);
    return lots - match(side, side == Side.BUY ? MAX_TICK : 1, lots);
  }

  /** Takes an order out; returns the lots that were left of it, 0 if it does not rest. */
  public long cancel(long order) {
    int slot = slot(order);
    if (slot == 0) {
      return 0;
    }
    long left = lots[slot];
    remove(slot);
    return left;
  }

  /**
   * Makes an order smaller; it keeps its place in the queue. Taking all that is left cancels it.
   *
   * @param by the lots to take away, at least 1
   * @return the lots taken away, 0 if the order does not rest
   */
  public long reduce(long order, long by) {
    checkLots(by);
    int slot = slot(order);
    if (slot == 0) {
      return 0;
    }
    if (by >= lots[slot]) {
      return cancel(order);
    }
    lots[slot] -= by;
    totals[ticks[slot] - base] -= by;
    return by;
  }

  /** Returns the highest price to buy at, {@link #NO_TICK} if there is none. */
  public int bestBid() {
    return bestBid;
  }

  /** Returns the lowest price to sell at, {@link #NO_TICK} if there is none. */
  public int bestAsk() {
    return bestAsk;
  }

  /**
   * Returns the next price below a bid at which somebody buys, {@link #NO_TICK} if there is none.
   */
  public int bidBelow(int tick) {
    return bestBid == NO_TICK ? NO_TICK : below(Math.min(tick, bestBid + 1));
  }

  /** Returns the next price above an ask at which somebody sells, {@link #NO_TICK} if none. */
  public int askAbove(int tick) {
    return bestAsk == NO_TICK ? NO_TICK : above(Math.max(tick, bestAsk - 1));
  }

  /** Returns the lots that rest at a price. */
  public long lotsAt(int tick) {
    return inRange(tick) ? totals[tick - base] : 0;
  }

  /** Returns how many orders rest at a price. */
  public int ordersAt(int tick) {
    return inRange(tick) ? counts[tick - base] : 0;
  }

  /** Returns how many orders rest on a side. */
  public int orders(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  /**
   * Returns the order at a place in the queue of a price, which is searched from its head.
   *
   * @param place 0 for the one that executes first
   */
  public long orderAt(int tick, int place) {
    if (place < 0 || place >= ordersAt(tick)) {
      throw new IllegalArgumentException(
          "place must be within [0, " + ordersAt(tick) + "), was " + place);
    }
    int slot = firsts[tick - base];
    for (int i = 0; i < place; i++) {
      slot = nexts[slot];
    }
    return id(slot);
  }

  /** Returns the lots left of an order, 0 if it does not rest. */
  public long lots(long order) {
    return lots[slot(order)];
  }

  /** Returns the price of an order, {@link #NO_TICK} if it does not rest. */
  public int tick(long order) {
    return ticks[slot(order)];
  }

  /**
   * Returns the best levels of both sides.
   *
   * @param time the snapshot's event time, at which it is also known
   * @param tickSize the price of a tick, positive
   * @param lotSize the units in a lot, positive
   */
  public BookSnapshot snapshot(long time, double tickSize, double lotSize) {
    Ticks priced = new Ticks(tickSize);
    double[] prices = new double[BookSnapshot.MAX_LEVELS];
    double[] sizes = new double[BookSnapshot.MAX_LEVELS];
    int levels = 0;
    for (int t = bestBid; t != NO_TICK && levels < prices.length; t = below(t)) {
      prices[levels] = priced.price(t);
      sizes[levels++] = totals[t - base] * lotSize;
    }
    double[] askPrices = new double[BookSnapshot.MAX_LEVELS];
    double[] askSizes = new double[BookSnapshot.MAX_LEVELS];
    int askLevels = 0;
    for (int t = bestAsk; t != NO_TICK && askLevels < prices.length; t = above(t)) {
      askPrices[askLevels] = priced.price(t);
      askSizes[askLevels++] = totals[t - base] * lotSize;
    }
    return BookSnapshot.of(
        time,
        time,
        Arrays.copyOf(prices, levels),
        Arrays.copyOf(sizes, levels),
        Arrays.copyOf(askPrices, askLevels),
        Arrays.copyOf(askSizes, askLevels));
  }

  /** Executes up to a limit and returns what is left. */
  private long match(Side side, int limit, long wanted) {
    long rest = wanted;
    boolean buys = side == Side.BUY;
    while (rest > 0) {
      int tick = buys ? bestAsk : bestBid;
      if (tick == NO_TICK || (buys ? tick > limit : tick < limit)) {
        break;
      }
      int slot = firsts[tick - base];
      long traded = Math.min(rest, lots[slot]);
      long resting = id(slot);
      if (traded == lots[slot]) {
        remove(slot);
      } else {
        lots[slot] -= traded;
        totals[tick - base] -= traded;
      }
      rest -= traded;
      executions.executed(resting, side, tick, traded);
    }
    return rest;
  }

  private long rest(Side side, int tick, long quantity) {
    int slot = take();
    int level = tick - base;
    ticks[slot] = tick;
    lots[slot] = quantity;
    nexts[slot] = 0;
    previous[slot] = lasts[level];
    if (lasts[level] == 0) {
      firsts[level] = slot;
      filled[level >>> 6] |= 1L << level;
    } else {
      nexts[lasts[level]] = slot;
    }
    lasts[level] = slot;
    counts[level]++;
    totals[level] += quantity;
    if (side == Side.BUY) {
      bids++;
      bestBid = Math.max(bestBid, tick);
    } else {
      asks++;
      bestAsk = bestAsk == NO_TICK ? tick : Math.min(bestAsk, tick);
    }
    return id(slot);
  }

  private void remove(int slot) {
    int tick = ticks[slot];
    int level = tick - base;
    int before = previous[slot];
    int after = nexts[slot];
    if (before == 0) {
      firsts[level] = after;
    } else {
      nexts[before] = after;
    }
    if (after == 0) {
      lasts[level] = before;
    } else {
      previous[after] = before;
    }
    counts[level]--;
    totals[level] -= lots[slot];
    boolean bid = tick <= bestBid;
    if (bid) {
      bids--;
    } else {
      asks--;
    }
    if (counts[level] == 0) {
      filled[level >>> 6] &= ~(1L << level);
      if (tick == bestBid) {
        bestBid = bids == 0 ? NO_TICK : below(tick);
      } else if (tick == bestAsk) {
        bestAsk = asks == 0 ? NO_TICK : above(tick);
      }
    }
    release(slot);
  }

  /** Returns the next price below at which somebody buys or sells, {@link #NO_TICK} if none. */
  private int below(int tick) {
    if (tick <= base) {
      return NO_TICK;
    }
    int level = Math.min(tick - base, totals.length) - 1;
    int word = level >>> 6;
    long bits = filled[word] & (-1L >>> (63 - (level & 63)));
    while (bits == 0) {
      if (--word < 0) {
        return NO_TICK;
      }
      bits = filled[word];
    }
    return base + (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
  }

  private int above(int tick) {
    if (tick >= base + totals.length - 1) {
      return NO_TICK;
    }
    int level = Math.max(tick - base + 1, 0);
    int word = level >>> 6;
    long bits = filled[word] & (-1L << level);
    while (bits == 0) {
      if (++word == filled.length) {
        return NO_TICK;
      }
      bits = filled[word];
    }
    return base + (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  private boolean inRange(int tick) {
    return tick >= base && tick < base + totals.length;
  }

  /** Makes room for a price. */
  private void reach(int tick) {
    if (inRange(tick)) {
      return;
    }
    if (bids == 0 && asks == 0) {
      base = tick - totals.length / 2;
      return;
    }
    int lowest = above(base - 1);
    int highest = below(base + totals.length);
    int low = Math.min(lowest, tick);
    int high = Math.max(highest, tick);
    if (high - low >= MAX_RANGE) {
      throw new IllegalArgumentException(
          "prices must be within %d ticks of each other, was %d beside %d to %d"
              .formatted(MAX_RANGE, tick, lowest, highest));
    }
    int range = totals.length;
    while (range < 2 * (high - low + 1)) {
      range *= 2;
    }
    move(lowest, highest - lowest + 1, low - (range - (high - low + 1)) / 2, range);
  }

  /** Moves the levels in use to arrays of another range. */
  private void move(int lowest, int length, int newBase, int range) {
    int from = lowest - base;
    int to = lowest - newBase;
    firsts = moved(firsts, from, length, to, range);
    lasts = moved(lasts, from, length, to, range);
    counts = moved(counts, from, length, to, range);
    long[] newTotals = new long[range];
    System.arraycopy(totals, from, newTotals, to, length);
    totals = newTotals;
    filled = new long[range >>> 6];
    for (int level = to; level < to + length; level++) {
      if (counts[level] > 0) {
        filled[level >>> 6] |= 1L << level;
      }
    }
    base = newBase;
  }

  private static int[] moved(int[] values, int from, int length, int to, int range) {
    int[] moved = new int[range];
    System.arraycopy(values, from, moved, to, length);
    return moved;
  }

  private long id(int slot) {
    return ((long) uses[slot] << 32) | slot;
  }

  /** Returns the slot of an order, 0 if it does not rest. */
  private int slot(long order) {
    int slot = (int) order;
    return slot > 0 && slot < slots && uses[slot] == (int) (order >>> 32) && lots[slot] > 0
        ? slot
        : 0;
  }

  private int take() {
    int slot = free;
    if (slot != 0) {
      free = nexts[slot];
    } else {
      slot = slots++;
      if (slot == lots.length) {
        int more = Math.multiplyExact(slot, 2);
        nexts = Arrays.copyOf(nexts, more);
        previous = Arrays.copyOf(previous, more);
        ticks = Arrays.copyOf(ticks, more);
        uses = Arrays.copyOf(uses, more);
        lots = Arrays.copyOf(lots, more);
      }
    }
    uses[slot]++;
    return slot;
  }

  private void release(int slot) {
    lots[slot] = 0;
    ticks[slot] = NO_TICK;
    nexts[slot] = free;
    free = slot;
  }

  private static void checkLots(long lots) {
    if (lots < 1) {
      throw new IllegalArgumentException("lots must be at least 1, was " + lots);
    }
  }
}
