package io.quantkit.core.data;

import io.quantkit.core.market.Quote;

/**
 * Quotes in the order of their file, in columns. A chunk is filled again after the sink returns:
 * copy what is to be kept.
 */
public final class QuoteChunk {
  private final long[] eventTimes;
  private final long[] knownAts;
  private final double[] bids;
  private final double[] bidSizes;
  private final double[] asks;
  private final double[] askSizes;
  private int size;

  QuoteChunk(int capacity) {
    eventTimes = new long[capacity];
    knownAts = new long[capacity];
    bids = new double[capacity];
    bidSizes = new double[capacity];
    asks = new double[capacity];
    askSizes = new double[capacity];
  }

  /** Returns how many quotes the chunk holds. */
  public int size() {
    return size;
  }

  /** Returns since when a quote stands, in epoch nanoseconds. */
  public long eventTime(int index) {
    return eventTimes[at(index)];
  }

  /** Returns when a quote became known, in epoch nanoseconds. */
  public long knownAt(int index) {
    return knownAts[at(index)];
  }

  /** Returns the best bid, {@code NaN} if there is none. */
  public double bid(int index) {
    return bids[at(index)];
  }

  /** Returns the units wanted at the best bid. */
  public double bidSize(int index) {
    return bidSizes[at(index)];
  }

  /** Returns the best offer, {@code NaN} if there is none. */
  public double ask(int index) {
    return asks[at(index)];
  }

  /** Returns the units offered at the best offer. */
  public double askSize(int index) {
    return askSizes[at(index)];
  }

  /** Returns a quote as a value. */
  public Quote quote(int index) {
    int i = at(index);
    return new Quote(eventTimes[i], knownAts[i], bids[i], bidSizes[i], asks[i], askSizes[i]);
  }

  private int at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index must be within [0, " + size + "), was " + index);
    }
    return index;
  }

  /** Adds a quote; returns whether the chunk is full. */
  boolean add(
      long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
    int i = size++;
    eventTimes[i] = eventTime;
    knownAts[i] = knownAt;
    bids[i] = bid;
    bidSizes[i] = bidSize;
    asks[i] = ask;
    askSizes[i] = askSize;
    return size == eventTimes.length;
  }

  void clear() {
    size = 0;
  }
}
