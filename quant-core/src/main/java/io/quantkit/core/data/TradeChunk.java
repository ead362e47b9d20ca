package io.quantkit.core.data;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Trade;

/**
 * Trades in the order of their file, in columns. A chunk is filled again after the sink returns:
 * copy what is to be kept.
 */
public final class TradeChunk {
  private static final Aggressor[] AGGRESSORS = Aggressor.values();

  private final long[] eventTimes;
  private final long[] knownAts;
  private final double[] prices;
  private final double[] sizes;
  private final byte[] aggressors;
  private int size;

  TradeChunk(int capacity) {
    eventTimes = new long[capacity];
    knownAts = new long[capacity];
    prices = new double[capacity];
    sizes = new double[capacity];
    aggressors = new byte[capacity];
  }

  /** Returns how many trades the chunk holds. */
  public int size() {
    return size;
  }

  /** Returns when a trade happened, in epoch nanoseconds. */
  public long eventTime(int index) {
    return eventTimes[at(index)];
  }

  /** Returns when a trade became known, in epoch nanoseconds. */
  public long knownAt(int index) {
    return knownAts[at(index)];
  }

  /** Returns the price of a trade. */
  public double price(int index) {
    return prices[at(index)];
  }

  /** Returns the units of a trade. */
  public double units(int index) {
    return sizes[at(index)];
  }

  /** Returns who crossed the spread. */
  public Aggressor aggressor(int index) {
    return AGGRESSORS[aggressors[at(index)]];
  }

  /** Returns a trade as a value. */
  public Trade trade(int index) {
    int i = at(index);
    return new Trade(eventTimes[i], knownAts[i], prices[i], sizes[i], AGGRESSORS[aggressors[i]]);
  }

  private int at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index must be within [0, " + size + "), was " + index);
    }
    return index;
  }

  /** Adds a trade; returns whether the chunk is full. */
  boolean add(long eventTime, long knownAt, double price, double units, Aggressor aggressor) {
    int i = size++;
    eventTimes[i] = eventTime;
    knownAts[i] = knownAt;
    prices[i] = price;
    sizes[i] = units;
    aggressors[i] = (byte) aggressor.ordinal();
    return size == eventTimes.length;
  }

  void clear() {
    size = 0;
  }
}
