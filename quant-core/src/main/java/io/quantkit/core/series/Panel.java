package io.quantkit.core.series;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.time.Timeframe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bars of many instruments on one time line: time by symbol by field.
 *
 * <p>There is a row for every period in which at least one of them traded. A symbol that did not,
 * because it was not listed yet, was delisted or had a holiday, has {@code NaN} in every field of
 * that row and {@code false} in {@link #trading}. A row is known when the last of its bars is, so
 * reading it never sees a market that is still open.
 *
 * <p>Stored row by row, each field for itself; average prices and numbers of trades take no memory
 * where none is told.
 */
public final class Panel {
  private static final int ROWS_AT_A_TIME = 64;

  private final Symbols symbols;
  private final Timeframe timeframe;
  private final long[] starts;
  private final long[] knownAts;
  private final double[][] fields;
  private final @Nullable BarSlice[] slices; // one per row, made when it is first asked for
  private final int offset;
  private final int rows;

  private Panel(
      Symbols symbols,
      Timeframe timeframe,
      long[] starts,
      long[] knownAts,
      double[][] fields,
      @Nullable BarSlice[] slices,
      int offset,
      int rows) {
    this.symbols = symbols;
    this.timeframe = timeframe;
    this.starts = starts;
    this.knownAts = knownAts;
    this.fields = fields;
    this.slices = slices;
    this.offset = offset;
    this.rows = rows;
  }

  /**
   * Lays the given series on one time line. Bars that start at the same time share a row.
   *
   * @param series one per symbol, all of the same timeframe; the columns keep this order
   * @throws IllegalArgumentException if there is no series, a symbol occurs twice, timeframes
   *     differ, or bars of different symbols overlap without starting together
   */
  public static Panel align(List<BarSeries> series) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a panel must have at least one series");
    }
    Timeframe timeframe = series.get(0).timeframe();
    List<Symbol> names = new ArrayList<>();
    for (BarSeries one : series) {
      if (!one.timeframe().equals(timeframe)) {
        throw new IllegalArgumentException(
            "series of a panel must have one timeframe, %s has %s and not %s"
                .formatted(one.symbol(), one.timeframe(), timeframe));
      }
      names.add(one.symbol());
    }
    Symbols symbols = Symbols.copyOf(names);
    long[] starts = timeLine(series);
    int n = symbols.size();
    double[][] fields = fields(series, Math.multiplyExact(starts.length, n));
    long[] knownAts = new long[starts.length];
    Arrays.fill(knownAts, Long.MIN_VALUE);
    for (int s = 0; s < n; s++) {
      place(series.get(s), s, n, starts, knownAts, fields);
    }
    for (int t = 1; t < starts.length; t++) {
      if (starts[t] < knownAts[t - 1]) {
        throw new IllegalArgumentException(
            "rows of a panel must not overlap: the one starting at %d is known at %d, the next one"
                    .formatted(starts[t - 1], knownAts[t - 1])
                + " starts at "
                + starts[t]
                + "; align the bars' starts first");
      }
    }
    return new Panel(
        symbols,
        timeframe,
        starts,
        knownAts,
        fields,
        new BarSlice[starts.length],
        0,
        starts.length);
  }

  private static double[][] fields(List<BarSeries> series, int cells) {
    double[][] fields = new double[BarField.COUNT][];
    for (BarField field : BarField.values()) {
      boolean told = series.stream().anyMatch(one -> one.tells(field));
      double[] column = told ? new double[cells] : BarSeries.UNTOLD;
      Arrays.fill(column, Double.NaN);
      fields[field.ordinal()] = column;
    }
    return fields;
  }

  /** Returns the union of the series' starts: one merge per series that brings new times. */
  private static long[] timeLine(List<BarSeries> series) {
    long[] line = new long[0];
    for (BarSeries one : series) {
      line = union(line, one);
    }
    return line;
  }

  private static long[] union(long[] line, BarSeries one) {
    int bars = one.size();
    long[] merged = new long[Math.addExact(line.length, bars)];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < line.length || j < bars) {
      long next =
          j == bars || (i < line.length && line[i] <= one.start(j)) ? line[i] : one.start(j);
      if (i < line.length && line[i] == next) {
        i++;
      }
      if (j < bars && one.start(j) == next) {
        j++;
      }
      merged[size++] = next;
    }
    return size == line.length ? line : Arrays.copyOf(merged, size);
  }

  private static void place(
      BarSeries one, int s, int n, long[] starts, long[] knownAts, double[][] fields) {
    int bars = one.size();
    int[] cells = new int[bars];
    int t = 0;
    for (int i = 0; i < bars; i++) {
      while (starts[t] != one.start(i)) {
        t++;
      }
      cells[i] = t * n + s;
      knownAts[t] = Math.max(knownAts[t], one.knownAt(i));
    }
    double[] column = new double[bars];
    for (BarField field : BarField.values()) {
      double[] out = fields[field.ordinal()];
      if (one.tells(field) && out.length > 0) {
        one.copyInto(field, 0, bars, column, 0);
        for (int i = 0; i < bars; i++) {
          out[cells[i]] = column[i];
        }
      }
    }
  }

  /** Returns the columns. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns the length of a row's period. */
  public Timeframe timeframe() {
    return timeframe;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
  }

  /** Returns when a row's period began. */
  public long start(int row) {
    return starts[at(row)];
  }

  /** Returns when the last bar of a row became known. */
  public long knownAt(int row) {
    return knownAts[at(row)];
  }

  /** Returns whether a symbol has a bar in a row. */
  public boolean trading(int row, int symbol) {
    return !Double.isNaN(close(row, symbol));
  }

  /** Returns a first price, {@code NaN} if there is none. */
  public double open(int row, int symbol) {
    return fields[0][cell(row, symbol)];
  }

  /** Returns a highest price, {@code NaN} if there is none. */
  public double high(int row, int symbol) {
    return fields[1][cell(row, symbol)];
  }

  /** Returns a lowest price, {@code NaN} if there is none. */
  public double low(int row, int symbol) {
    return fields[2][cell(row, symbol)];
  }

  /** Returns a last price, {@code NaN} if there is no bar. */
  public double close(int row, int symbol) {
    return fields[3][cell(row, symbol)];
  }

  /** Returns the units traded, {@code NaN} if there is no bar or the source does not tell. */
  public double volume(int row, int symbol) {
    return fields[4][cell(row, symbol)];
  }

  /** Returns a volume-weighted average price, {@code NaN} if there is none. */
  public double vwap(int row, int symbol) {
    return value(BarField.VWAP, row, symbol);
  }

  /** Returns a number of trades, {@code NaN} if there is none. */
  public double trades(int row, int symbol) {
    return value(BarField.TRADES, row, symbol);
  }

  /** Returns one number, {@code NaN} if there is none. */
  public double value(BarField field, int row, int symbol) {
    double[] column = fields[field.ordinal()];
    int cell = cell(row, symbol);
    return column.length == 0 ? Double.NaN : column[cell];
  }

  /** Returns whether the panel has a column of its own for a field, if only of {@code NaN}. */
  public boolean tells(BarField field) {
    return field.ordinal() < BarField.ALWAYS || fields[field.ordinal()].length > 0;
  }

  /**
   * Returns one row; shares this panel's memory. The same object comes back every time, so that
   * replays of one panel allocate nothing; threads that ask at once may each get an equal one.
   */
  public BarSlice row(int row) {
    int t = at(row);
    BarSlice slice = slices[t];
    if (slice == null) {
      slice = new BarSlice(symbols, timeframe, starts[t], knownAts[t], fields, t * symbols.size());
      slices[t] = slice;
    }
    return slice;
  }

  /**
   * Returns a range of rows; shares this panel's memory.
   *
   * @throws IndexOutOfBoundsException if the range is not within the panel
   */
  public Panel slice(int fromInclusive, int toExclusive) {
    if (fromInclusive < 0 || toExclusive < fromInclusive || toExclusive > rows) {
      throw new IndexOutOfBoundsException(
          "range must be within [0, %d], was [%d, %d)".formatted(rows, fromInclusive, toExclusive));
    }
    return new Panel(
        symbols,
        timeframe,
        starts,
        knownAts,
        fields,
        slices,
        offset + fromInclusive,
        toExclusive - fromInclusive);
  }

  /** Returns the position of the last row that is known at a time, -1 if none is. */
  public int lastKnownAt(long epochNanos) {
    int low = offset;
    int high = offset + rows;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (knownAts[middle] <= epochNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - offset - 1;
  }

  /**
   * Copies one field of one symbol over all rows.
   *
   * @param out receives {@link #rows()} numbers, {@code NaN} where there is no bar; modified
   */
  public void copyInto(BarField field, int symbol, double[] out) {
    double[] from = fields[field.ordinal()];
    int n = symbols.size();
    int cell = offset * n + checkSymbol(symbol);
    if (!tells(field)) {
      Arrays.fill(out, 0, rows, Double.NaN);
      return;
    }
    for (int t = 0; t < rows; t++, cell += n) {
      out[t] = from[cell];
    }
  }

  /**
   * Copies one field of neighbouring symbols in a row.
   *
   * @param fromSymbol a position in {@link #symbols()}
   * @param toSymbol the position after the last one
   * @param out receives one number per symbol, from position 0 on, {@code NaN} where there is no
   *     bar; modified
   */
  public void copyRow(BarField field, int row, int fromSymbol, int toSymbol, double[] out) {
    Objects.checkFromToIndex(fromSymbol, toSymbol, symbols.size());
    int cell = at(row) * symbols.size() + fromSymbol;
    if (tells(field)) {
      System.arraycopy(fields[field.ordinal()], cell, out, 0, toSymbol - fromSymbol);
    } else {
      Arrays.fill(out, 0, toSymbol - fromSymbol, Double.NaN);
    }
  }

  /** Returns the bars of one symbol, without the rows in which it has none. */
  public BarSeries series(Symbol symbol) {
    int s = symbols.require(symbol);
    return series(s, s + 1).get(0);
  }

  /**
   * Returns the bars of neighbouring symbols, each without the rows in which it has none. A handful
   * at once takes a fraction of the time that one after the other does: neighbours lie together.
   *
   * @param fromInclusive a position in {@link #symbols()}
   * @throws IndexOutOfBoundsException if the range is not within the symbols
   */
  public List<BarSeries> series(int fromInclusive, int toExclusive) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, symbols.size());
    int count = toExclusive - fromInclusive;
    double[][][] columns = new double[count][BarField.COUNT][];
    for (double[][] one : columns) {
      for (int f = 0; f < BarField.COUNT; f++) {
        one[f] = fields[f].length == 0 ? BarSeries.UNTOLD : new double[rows];
      }
    }
    int[] bars = gather(fromInclusive, columns);
    long[] everyStart = Arrays.copyOfRange(starts, offset, offset + rows);
    long[] everyKnownAt = Arrays.copyOfRange(knownAts, offset, offset + rows);
    List<BarSeries> series = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int s = fromInclusive + k;
      boolean whole = bars[k] == rows;
      for (BarField field : BarField.values()) {
        double[] column = columns[k][field.ordinal()];
        columns[k][field.ordinal()] =
            BarSeries.toldOnly(
                field, whole || column.length == 0 ? column : Arrays.copyOf(column, bars[k]));
      }
      series.add(
          new BarSeries(
              symbols.get(s),
              timeframe,
              whole ? everyStart : present(s, bars[k], everyStart),
              whole ? everyKnownAt : present(s, bars[k], everyKnownAt),
              columns[k],
              0,
              bars[k]));
    }
    return series;
  }

  /**
   * Writes the bars of neighbouring symbols and returns how many each of them has. Takes some rows
   * at a time, so that they are near when the next symbol needs them.
   */
  private int[] gather(int fromSymbol, double[][][] columns) {
    int[] filled = new int[columns.length];
    int[] cells = new int[ROWS_AT_A_TIME];
    for (int first = 0; first < rows; first += ROWS_AT_A_TIME) {
      int last = Math.min(rows, first + ROWS_AT_A_TIME);
      for (int k = 0; k < columns.length; k++) {
        int count = cells(first, last, fromSymbol + k, cells);
        for (int f = 0; f < BarField.COUNT; f++) {
          if (columns[k][f].length > 0) {
            gather(fields[f], cells, count, columns[k][f], filled[k]);
          }
        }
        filled[k] += count;
      }
    }
    return filled;
  }

  /** Tells where a symbol's bars of some rows are stored and returns how many there are. */
  private int cells(int fromRow, int toRow, int symbol, int[] cells) {
    double[] closes = fields[BarField.CLOSE.ordinal()];
    int n = symbols.size();
    int cell = (offset + fromRow) * n + symbol;
    int count = 0;
    for (int t = fromRow; t < toRow; t++) {
      cells[count] = cell;
      count += Double.isNaN(closes[cell]) ? 0 : 1;
      cell += n;
    }
    return count;
  }

  private static void gather(double[] from, int[] cells, int count, double[] out, int outFrom) {
    for (int i = 0; i < count; i++) {
      out[outFrom + i] = from[cells[i]];
    }
  }

  /** Returns the times of the rows in which a symbol has a bar. */
  private long[] present(int symbol, int bars, long[] times) {
    long[] present = new long[bars];
    int count = 0;
    for (int t = 0; t < rows; t++) {
      if (trading(t, symbol)) {
        present[count++] = times[t];
      }
    }
    return present;
  }

  @Override
  public String toString() {
    return "Panel of %d rows of %s by %s".formatted(rows, timeframe, symbols);
  }

  private int cell(int row, int symbol) {
    return at(row) * symbols.size() + checkSymbol(symbol);
  }

  private int at(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row must be within [0, " + rows + "), was " + row);
    }
    return offset + row;
  }

  private int checkSymbol(int symbol) {
    if (symbol < 0 || symbol >= symbols.size()) {
      throw new IndexOutOfBoundsException(
          "symbol must be within [0, " + symbols.size() + "), was " + symbol);
    }
    return symbol;
  }
}
