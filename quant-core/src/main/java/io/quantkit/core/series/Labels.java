package io.quantkit.core.series;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import java.util.Arrays;

/**
 * What a model is to learn: a value per (time, symbol), with the interval of time it was computed
 * from.
 *
 * <p>A label looks ahead by design. Its interval says how far, so that splits can purge training
 * rows whose labels overlap the rows they are tested on.
 */
public final class Labels {
  private final Symbols symbols;
  private final long[] times;
  private final int[] symbolIndexes;
  private final double[] values;
  private final long[] intervalStarts;
  private final long[] intervalEnds;

  private Labels(Builder builder) {
    int size = builder.size;
    this.symbols = builder.symbols;
    this.times = Arrays.copyOf(builder.times, size);
    this.symbolIndexes = Arrays.copyOf(builder.symbolIndexes, size);
    this.values = Arrays.copyOf(builder.values, size);
    this.intervalStarts = Arrays.copyOf(builder.intervalStarts, size);
    this.intervalEnds = Arrays.copyOf(builder.intervalEnds, size);
  }

  /** Returns a builder of labels for the given instruments. */
  public static Builder builder(Symbols symbols) {
    return new Builder(symbols);
  }

  /** Returns the instruments that labels may belong to. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns how many labels there are. */
  public int size() {
    return times.length;
  }

  /** Returns when the decision that a label judges would be taken. */
  public long time(int index) {
    return times[index];
  }

  /** Returns whom a label belongs to. */
  public Symbol symbol(int index) {
    return symbols.get(symbolIndexes[index]);
  }

  /** Returns the position, in {@link #symbols()}, of whom a label belongs to. */
  public int symbolIndex(int index) {
    return symbolIndexes[index];
  }

  /** Returns a label. */
  public double value(int index) {
    return values[index];
  }

  /** Returns the first moment whose data a label uses, inclusive. */
  public long intervalStart(int index) {
    return intervalStarts[index];
  }

  /** Returns the moment by which all the data that a label uses is known, inclusive. */
  public long intervalEnd(int index) {
    return intervalEnds[index];
  }

  /** Collects labels, then {@link #build} makes them one value. Not thread-safe. */
  public static final class Builder {
    private final Symbols symbols;
    private long[] times = new long[64];
    private int[] symbolIndexes = new int[64];
    private double[] values = new double[64];
    private long[] intervalStarts = new long[64];
    private long[] intervalEnds = new long[64];
    private int size;

    private Builder(Symbols symbols) {
      this.symbols = symbols;
    }

    /**
     * Adds a label.
     *
     * @param time when the decision that it judges would be taken; not before that of the last one
     * @param symbolIndex a position in the symbols; at equal time after that of the last one
     * @param value the label, not {@code NaN}: what is unknown is not added
     * @param intervalStart the first moment whose data it uses, not before {@code time}
     * @param intervalEnd when all the data that it uses is known, not before {@code intervalStart}
     * @throws IllegalArgumentException if an argument breaks these rules
     */
    public Builder add(
        long time, int symbolIndex, double value, long intervalStart, long intervalEnd) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("a label must be a number, was NaN");
      }
      if (intervalStart < time || intervalEnd < intervalStart) {
        throw new IllegalArgumentException(
            "a label at %d must have an interval that follows it, was [%d, %d]"
                .formatted(time, intervalStart, intervalEnd));
      }
      if (symbolIndex < 0 || symbolIndex >= symbols.size()) {
        throw new IllegalArgumentException(
            "symbol must be within [0, " + symbols.size() + "), was " + symbolIndex);
      }
      if (size > 0
          && FeatureMatrix.compare(times[size - 1], symbolIndexes[size - 1], time, symbolIndex)
              >= 0) {
        throw new IllegalArgumentException(
            "labels must be ordered by time and symbol, label %d at %d follows one at %d"
                .formatted(size, time, times[size - 1]));
      }
      if (size == times.length) {
        grow();
      }
      times[size] = time;
      symbolIndexes[size] = symbolIndex;
      values[size] = value;
      intervalStarts[size] = intervalStart;
      intervalEnds[size] = intervalEnd;
      size++;
      return this;
    }

    /** Returns the labels added so far. */
    public Labels build() {
      return new Labels(this);
    }

    private void grow() {
      int capacity = size * 2;
      times = Arrays.copyOf(times, capacity);
      symbolIndexes = Arrays.copyOf(symbolIndexes, capacity);
      values = Arrays.copyOf(values, capacity);
      intervalStarts = Arrays.copyOf(intervalStarts, capacity);
      intervalEnds = Arrays.copyOf(intervalEnds, capacity);
    }
  }
}
