package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.List;

/** Rows that claim to be books of one instrument, as they came: nothing is checked. */
public final class RawBooks {
  private final Symbol symbol;
  private final List<Row> rows;

  private RawBooks(Symbol symbol, List<Row> rows) {
    this.symbol = symbol;
    this.rows = List.copyOf(rows);
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
    return rows.size();
  }

  Row row(int index) {
    return rows.get(index);
  }

  @Override
  public String toString() {
    return symbol + ", " + size() + " unchecked books";
  }

  static final class Row {
    final long time;
    final long knownAt;
    final double[] bids;
    final double[] bidSizes;
    final double[] asks;
    final double[] askSizes;
    final long sequence;

    Row(
        long time,
        long knownAt,
        double[] bids,
        double[] bidSizes,
        double[] asks,
        double[] askSizes,
        long sequence) {
      this.time = time;
      this.knownAt = knownAt;
      this.bids = bids;
      this.bidSizes = bidSizes;
      this.asks = asks;
      this.askSizes = askSizes;
      this.sequence = sequence;
    }
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private final Symbol symbol;
    private final List<Row> rows = new ArrayList<>();

    private Builder(Symbol symbol) {
      this.symbol = symbol;
    }

    /**
     * Adds a row.
     *
     * @param bids prices to buy at, best first; copied, like all arrays here
     * @param bidSizes the units at each
     * @param asks prices to sell at, best first
     * @param askSizes the units at each
     * @param sequence the number by which the source counts its books, -1 if it does not
     * @throws IllegalArgumentException if a side has not as many sizes as prices
     */
    public Builder add(
        long eventTime,
        long knownAt,
        double[] bids,
        double[] bidSizes,
        double[] asks,
        double[] askSizes,
        long sequence) {
      if (bids.length != bidSizes.length || asks.length != askSizes.length) {
        throw new IllegalArgumentException(
            "a side must have as many sizes as prices, were %d for %d and %d for %d"
                .formatted(bidSizes.length, bids.length, askSizes.length, asks.length));
      }
      rows.add(
          new Row(
              eventTime,
              knownAt,
              bids.clone(),
              bidSizes.clone(),
              asks.clone(),
              askSizes.clone(),
              sequence));
      return this;
    }

    /** Returns the rows added so far. */
    public RawBooks build() {
      return new RawBooks(symbol, rows);
    }
  }
}
