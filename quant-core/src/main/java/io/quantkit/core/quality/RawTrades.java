package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import java.util.Arrays;

/** Rows that claim to be trades of one instrument, as they came: nothing is checked. */
public final class RawTrades {
  private final Symbol symbol;
  final int size;
  final long[] times;
  final long[] knownAts;
  final double[] prices;
  final double[] sizes;
  final long[] sequences;

  private RawTrades(Builder builder) {
    symbol = builder.symbol;
    size = builder.size;
    times = Arrays.copyOf(builder.times, size);
    knownAts = Arrays.copyOf(builder.knownAts, size);
    prices = Arrays.copyOf(builder.prices, size);
    sizes = Arrays.copyOf(builder.sizes, size);
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
    return symbol + ", " + size + " unchecked trades";
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private final Symbol symbol;
    private int size;
    private long[] times = new long[64];
    private long[] knownAts = new long[64];
    private double[] prices = new double[64];
    private double[] sizes = new double[64];
    private long[] sequences = new long[64];

    private Builder(Symbol symbol) {
      this.symbol = symbol;
    }

    /** Adds a row without a sequence number. */
    public Builder add(long eventTime, long knownAt, double price, double tradeSize) {
      return add(eventTime, knownAt, price, tradeSize, -1);
    }

    /**
     * Adds a row.
     *
     * @param sequence the number by which the source counts its trades, -1 if it does not
     */
    public Builder add(
        long eventTime, long knownAt, double price, double tradeSize, long sequence) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        knownAts = Arrays.copyOf(knownAts, 2 * size);
        prices = Arrays.copyOf(prices, 2 * size);
        sizes = Arrays.copyOf(sizes, 2 * size);
        sequences = Arrays.copyOf(sequences, 2 * size);
      }
      times[size] = eventTime;
      knownAts[size] = knownAt;
      prices[size] = price;
      sizes[size] = tradeSize;
      sequences[size++] = sequence;
      return this;
    }

    /** Returns the rows added so far. */
    public RawTrades build() {
      return new RawTrades(this);
    }
  }
}
