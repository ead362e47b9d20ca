package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import java.util.Arrays;

/**
 * Rows that claim to be bars of one instrument, by column and as they came: nothing is checked.
 *
 * <p>Any number may be {@code NaN}, infinite or senseless, and rows may come in any order. {@link
 * SeriesValidator#check} says which of them are bars.
 */
public final class RawBars {
  private final Symbol symbol;
  private final Timeframe timeframe;
  final int size;
  final long[] starts;
  final long[] knownAts;

  /** By {@link BarField}. */
  final double[][] fields;

  private RawBars(Builder builder) {
    symbol = builder.symbol;
    timeframe = builder.timeframe;
    size = builder.size;
    starts = Arrays.copyOf(builder.starts, size);
    knownAts = Arrays.copyOf(builder.knownAts, size);
    fields = new double[BarField.values().length][];
    for (int f = 0; f < fields.length; f++) {
      fields[f] = Arrays.copyOf(builder.fields[f], size);
    }
  }

  /** Returns a builder of the rows of one instrument. */
  public static Builder builder(Symbol symbol, Timeframe timeframe) {
    return new Builder(symbol, timeframe);
  }

  /** Returns the bars of a series as rows. */
  public static RawBars copyOf(BarSeries series) {
    Builder builder = builder(series.symbol(), series.timeframe());
    for (int i = 0; i < series.size(); i++) {
      builder.add(
          series.start(i),
          series.knownAt(i),
          series.open(i),
          series.high(i),
          series.low(i),
          series.close(i),
          series.volume(i),
          series.vwap(i),
          series.trades(i));
    }
    return builder.build();
  }

  /** Returns whose rows these are. */
  public Symbol symbol() {
    return symbol;
  }

  /** Returns the length of a bar's period. */
  public Timeframe timeframe() {
    return timeframe;
  }

  /** Returns how many rows there are. */
  public int size() {
    return size;
  }

  /** Returns when a row says its period began. */
  public long start(int row) {
    return starts[row];
  }

  /** Returns when a row says it became known. */
  public long knownAt(int row) {
    return knownAts[row];
  }

  /** Returns one number of a row. */
  public double value(BarField field, int row) {
    return fields[field.ordinal()][row];
  }

  @Override
  public String toString() {
    return symbol + " " + timeframe + ", " + size + " unchecked rows";
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private final Symbol symbol;
    private final Timeframe timeframe;
    private int size;
    private long[] starts = new long[64];
    private long[] knownAts = new long[64];
    private final double[][] fields = new double[BarField.values().length][64];

    private Builder(Symbol symbol, Timeframe timeframe) {
      this.symbol = symbol;
      this.timeframe = timeframe;
    }

    /** Adds a row of which neither the average price nor the number of trades is told. */
    public Builder add(
        long start,
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume) {
      return add(start, knownAt, open, high, low, close, volume, Double.NaN, Double.NaN);
    }

    /** Adds a row. */
    public Builder add(
        long start,
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double vwap,
        double trades) {
      if (size == starts.length) {
        int capacity = size * 2;
        starts = Arrays.copyOf(starts, capacity);
        knownAts = Arrays.copyOf(knownAts, capacity);
        for (int f = 0; f < fields.length; f++) {
          fields[f] = Arrays.copyOf(fields[f], capacity);
        }
      }
      starts[size] = start;
      knownAts[size] = knownAt;
      fields[0][size] = open;
      fields[1][size] = high;
      fields[2][size] = low;
      fields[3][size] = close;
      fields[4][size] = volume;
      fields[5][size] = vwap;
      fields[6][size] = trades;
      size++;
      return this;
    }

    /** Returns the rows added so far. */
    public RawBars build() {
      return new RawBars(this);
    }
  }
}
