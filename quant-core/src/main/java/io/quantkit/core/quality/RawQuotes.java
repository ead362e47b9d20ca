package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import java.util.Arrays;

/** Rows that claim to be quotes of one instrument, as they came: nothing is checked. */
public final class RawQuotes {
  private final Symbol symbol;
  final int size;
  final long[] times;
  final long[] knownAts;
  final double[] bids;
  final double[] bidSizes;
  final double[] asks;
  final double[] askSizes;
  final long[] sequences;

  private RawQuotes(Builder builder) {
    symbol = builder.symbol;
    size = builder.size;
    times = Arrays.copyOf(builder.times, size);
    knownAts = Arrays.copyOf(builder.knownAts, size);
    bids = Arrays.copyOf(builder.columns[0], size);
    bidSizes = Arrays.copyOf(builder.columns[1], size);
    asks = Arrays.copyOf(builder.columns[2], size);
    askSizes = Arrays.copyOf(builder.columns[3], size);
    sequences = Arrays.copyOf(builder.sequences, size);
  }

  /** Returns a builder of the rows of one instrument. */
  public static Builder builder(Symbol symbol) {
    return new Builder(symbol);
  }

  /** Returns whose rows these are. */
  public Symbol symbol() {
    return symbol;
  }

  /** Returns how many rows there are. */
  public int size() {
    return size;
  }

  @Override
  public String toString() {
    return symbol + ", " + size + " unchecked quotes";
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private final Symbol symbol;
    private int size;
    private long[] times = new long[64];
    private long[] knownAts = new long[64];
    private final double[][] columns = new double[4][64];
    private long[] sequences = new long[64];

    private Builder(Symbol symbol) {
      this.symbol = symbol;
    }

    /** Adds a row without a sequence number; a side without a price is {@code NaN}, size 0. */
    public Builder add(
        long eventTime, long knownAt, double bid, double bidSize, double ask, double askSize) {
      return add(eventTime, knownAt, bid, bidSize, ask, askSize, -1);
    }

    /**
     * Adds a row.
     *
     * @param sequence the number by which the source counts its quotes, -1 if it does not
     */
    public Builder add(
        long eventTime,
        long knownAt,
        double bid,
        double bidSize,
        double ask,
        double askSize,
        long sequence) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        knownAts = Arrays.copyOf(knownAts, 2 * size);
        sequences = Arrays.copyOf(sequences, 2 * size);
        for (int c = 0; c < columns.length; c++) {
          columns[c] = Arrays.copyOf(columns[c], 2 * size);
        }
      }
      times[size] = eventTime;
      knownAts[size] = knownAt;
      columns[0][size] = bid;
      columns[1][size] = bidSize;
      columns[2][size] = ask;
      columns[3][size] = askSize;
      sequences[size++] = sequence;
      return this;
    }

    /** Returns the rows added so far. */
    public RawQuotes build() {
      return new RawQuotes(this);
    }
  }
}
