package io.quantkit.core.series;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The bars of one instrument at one timeframe, oldest first.
 *
 * <p>Stored by column; average prices and numbers of trades take no memory where none is told. Bars
 * do not overlap: each is known no later than the next one starts. A period without trading has no
 * bar; it is not filled.
 */
public final class BarSeries {
  /** Stands for a column of which nothing is told. */
  static final double[] UNTOLD = new double[0];

  private final Symbol symbol;
  private final Timeframe timeframe;
  private final long[] starts;
  private final long[] knownAts;
  private final double[][] fields;
  private final int offset;
  private final int size;

  /** Shares the arrays, which hold sound bars. */
  BarSeries(
      Symbol symbol,
      Timeframe timeframe,
      long[] starts,
      long[] knownAts,
      double[][] fields,
      int offset,
      int size) {
    this.symbol = symbol;
    this.timeframe = timeframe;
    this.starts = starts;
    this.knownAts = knownAts;
    this.fields = fields;
    this.offset = offset;
    this.size = size;
  }

  /** Returns a column, or none in its place if the field may be untold and every number is NaN. */
  static double[] toldOnly(BarField field, double[] column) {
    if (field.ordinal() < BarField.ALWAYS) {
      return column;
    }
    for (double value : column) {
      if (!Double.isNaN(value)) {
        return column;
      }
    }
    return UNTOLD;
  }

  /** Returns a builder of the series of one instrument. */
  public static Builder builder(Symbol symbol, Timeframe timeframe) {
    return new Builder(symbol, timeframe);
  }

  /**
   * Returns a series of the given bars.
   *
   * @param bars oldest first
   * @throws DataValidationException if a bar starts before the one before it is known
   */
  public static BarSeries copyOf(Symbol symbol, Timeframe timeframe, List<Bar> bars) {
    Builder builder = builder(symbol, timeframe);
    for (Bar bar : bars) {
      builder.add(bar);
    }
    return builder.build();
  }

  /** Returns whose bars these are. */
  public Symbol symbol() {
    return symbol;
  }

  /** Returns the length of a bar's period. */
  public Timeframe timeframe() {
    return timeframe;
  }

  /** Returns how many bars there are. */
  public int size() {
    return size;
  }

  /** Returns whether there are no bars. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns when a bar's period began. */
  public long start(int index) {
    return starts[at(index)];
  }

  /** Returns when a bar's period ended and the bar became known. */
  public long knownAt(int index) {
    return knownAts[at(index)];
  }

  /** Returns the first price of a bar, {@code NaN} if not told. */
  public double open(int index) {
    return fields[0][at(index)];
  }

  /** Returns the highest price of a bar, {@code NaN} if not told. */
  public double high(int index) {
    return fields[1][at(index)];
  }

  /** Returns the lowest price of a bar, {@code NaN} if not told. */
  public double low(int index) {
    return fields[2][at(index)];
  }

  /** Returns the last price of a bar. */
  public double close(int index) {
    return fields[3][at(index)];
  }

  /** Returns the units traded in a bar, {@code NaN} if not told. */
  public double volume(int index) {
    return fields[4][at(index)];
  }

  /** Returns the volume-weighted average price of a bar, {@code NaN} if not told. */
  public double vwap(int index) {
    return value(BarField.VWAP, index);
  }

  /** Returns how many trades a bar had, {@code NaN} if not told. */
  public double trades(int index) {
    return value(BarField.TRADES, index);
  }

  /** Returns one number of a bar, {@code NaN} if not told. */
  public double value(BarField field, int index) {
    double[] column = fields[field.ordinal()];
    int i = at(index);
    return column.length == 0 ? Double.NaN : column[i];
  }

  /** Returns whether the series has a column of its own for a field, if only of {@code NaN}. */
  public boolean tells(BarField field) {
    return field.ordinal() < BarField.ALWAYS || fields[field.ordinal()].length > 0;
  }

  /** Returns a bar as a value. */
  public Bar bar(int index) {
    int i = at(index);
    return new Bar(
        starts[i],
        knownAts[i],
        fields[0][i],
        fields[1][i],
        fields[2][i],
        fields[3][i],
        fields[4][i],
        vwap(index),
        trades(index));
  }

  /** Returns a copy of one column. */
  public double[] toArray(BarField field) {
    double[] column = new double[size];
    copyInto(field, 0, size, column, 0);
    return column;
  }

  /**
   * Copies part of a column.
   *
   * @param fromInclusive the first bar to copy
   * @param toExclusive the bar after the last one to copy
   * @param out receives the numbers; modified
   * @param outFrom where the first one goes
   */
  public void copyInto(
      BarField field, int fromInclusive, int toExclusive, double[] out, int outFrom) {
    checkRange(fromInclusive, toExclusive);
    int count = toExclusive - fromInclusive;
    if (tells(field)) {
      System.arraycopy(fields[field.ordinal()], offset + fromInclusive, out, outFrom, count);
    } else {
      Arrays.fill(out, outFrom, outFrom + count, Double.NaN);
    }
  }

  /**
   * Returns the bars of a range of positions; shares this series' memory.
   *
   * @throws IndexOutOfBoundsException if the range is not within the series
   */
  public BarSeries slice(int fromInclusive, int toExclusive) {
    checkRange(fromInclusive, toExclusive);
    return new BarSeries(
        symbol,
        timeframe,
        starts,
        knownAts,
        fields,
        offset + fromInclusive,
        toExclusive - fromInclusive);
  }

  /** Returns the bars that start in a range of times; shares this series' memory. */
  public BarSeries between(long startInclusive, long startExclusive) {
    int from = lowerBound(starts, startInclusive);
    return slice(from, Math.max(from, lowerBound(starts, startExclusive)));
  }

  /** Returns the bars that are known at a time; shares this series' memory. */
  public BarSeries knownBy(long epochNanos) {
    return slice(0, lastKnownAt(epochNanos) + 1);
  }

  /** Returns the position of the last bar that is known at a time, -1 if none is. */
  public int lastKnownAt(long epochNanos) {
    return epochNanos == Long.MAX_VALUE ? size - 1 : lowerBound(knownAts, epochNanos + 1) - 1;
  }

  @Override
  public String toString() {
    return size == 0
        ? symbol + " " + timeframe + ", empty"
        : "%s %s, %d bars from %s to %s"
            .formatted(
                symbol, timeframe, size, instant(starts[offset]), instant(knownAts[at(size - 1)]));
  }

  private int at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index must be within [0, " + size + "), was " + index);
    }
    return offset + index;
  }

  private void checkRange(int fromInclusive, int toExclusive) {
    if (fromInclusive < 0 || toExclusive < fromInclusive || toExclusive > size) {
      throw new IndexOutOfBoundsException(
          "range must be within [0, %d], was [%d, %d)".formatted(size, fromInclusive, toExclusive));
    }
  }

  /** Returns the first position whose key is at least {@code bound}, relative to the offset. */
  private int lowerBound(long[] keys, long bound) {
    int low = offset;
    int high = offset + size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - offset;
  }

  private static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos);
  }

  /** Collects bars, then {@link #build} makes the series. Not thread-safe. */
  public static final class Builder {
    private final Symbol symbol;
    private final Timeframe timeframe;
    private long[] starts = new long[64];
    private long[] knownAts = new long[64];
    private final double[][] fields = new double[BarField.COUNT][64];
    private int size;

    private Builder(Symbol symbol, Timeframe timeframe) {
      this.symbol = symbol;
      this.timeframe = timeframe;
      Arrays.fill(fields, BarField.ALWAYS, BarField.COUNT, UNTOLD);
    }

    /** Makes room for a number of bars in all, so that adding them moves nothing. */
    public Builder reserve(int bars) {
      if (bars > starts.length) {
        resize(bars);
      }
      return this;
    }

    /**
     * Adds the next bar.
     *
     * @throws DataValidationException if it starts before the bar before it is known
     */
    public Builder add(Bar bar) {
      return add(
          bar.start(),
          bar.knownAt(),
          bar.open(),
          bar.high(),
          bar.low(),
          bar.close(),
          bar.volume(),
          bar.vwap(),
          bar.trades());
    }

    /**
     * Adds the next bar by all its numbers.
     *
     * @throws DataValidationException if the numbers are no bar (see {@link Bar#fault}) or it
     *     starts before the bar before it is known
     */
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
      String fault = Bar.fault(vwap, trades);
      if (!fault.isEmpty()) {
        throw invalid(start, fault);
      }
      add(start, knownAt, open, high, low, close, volume);
      tell(BarField.VWAP, vwap);
      tell(BarField.TRADES, trades);
      return this;
    }

    /**
     * Adds the next bar by its numbers.
     *
     * @throws DataValidationException if the numbers are no bar (see {@link Bar#fault}) or it
     *     starts before the bar before it is known
     */
    public Builder add(
        long start,
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume) {
      String fault = Bar.fault(start, knownAt, open, high, low, close, volume);
      if (fault.isEmpty() && size > 0 && start < knownAts[size - 1]) {
        fault =
            "start must not be before the previous bar is known (%s)"
                .formatted(instant(knownAts[size - 1]));
      }
      if (fault.isEmpty() && size > 0 && start == starts[size - 1]) {
        fault = "start must be after that of the previous bar";
      }
      if (!fault.isEmpty()) {
        throw invalid(start, fault);
      }
      if (size == starts.length) {
        resize(Math.max(64, size * 2));
      }
      starts[size] = start;
      knownAts[size] = knownAt;
      fields[0][size] = open;
      fields[1][size] = high;
      fields[2][size] = low;
      fields[3][size] = close;
      fields[4][size] = volume;
      for (int f = BarField.ALWAYS; f < BarField.COUNT; f++) {
        if (fields[f].length > 0) {
          fields[f][size] = Double.NaN;
        }
      }
      size++;
      return this;
    }

    /** Sets an optional number of the bar added last; a column begins with its first number. */
    private void tell(BarField field, double value) {
      int f = field.ordinal();
      if (fields[f].length > 0) {
        fields[f][size - 1] = value;
      } else if (!Double.isNaN(value)) {
        fields[f] = new double[starts.length];
        Arrays.fill(fields[f], 0, size, Double.NaN);
        fields[f][size - 1] = value;
      }
    }

    private DataValidationException invalid(long start, String fault) {
      return new DataValidationException(
          symbol.value(), "%s bar %d at %s: %s".formatted(symbol, size, instant(start), fault));
    }

    /** Returns how many bars were added. */
    public int size() {
      return size;
    }

    /** Returns the series of the bars added so far, of exactly their size in memory. */
    public BarSeries build() {
      double[][] columns = new double[BarField.COUNT][];
      for (int f = 0; f < columns.length; f++) {
        columns[f] = fields[f].length == 0 ? UNTOLD : Arrays.copyOf(fields[f], size);
      }
      return new BarSeries(
          symbol,
          timeframe,
          Arrays.copyOf(starts, size),
          Arrays.copyOf(knownAts, size),
          columns,
          0,
          size);
    }

    private void resize(int capacity) {
      starts = Arrays.copyOf(starts, capacity);
      knownAts = Arrays.copyOf(knownAts, capacity);
      for (int f = 0; f < fields.length; f++) {
        if (fields[f].length > 0) {
          fields[f] = Arrays.copyOf(fields[f], capacity);
        }
      }
    }
  }
}
