package io.quantkit.core.series;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Numbers that describe instruments: a row per (time, symbol), a named column per feature.
 *
 * <p>Rows are ordered by time, then by the position of the symbol. A row's time is when everything
 * in it was known. Stored by column; a missing value is {@code NaN}.
 */
public final class FeatureMatrix {
  private final List<String> names;
  private final Symbols symbols;
  private final long[] times;
  private final int[] symbolIndexes;
  private final double[][] columns;
  private final int offset;
  private final int rows;

  private FeatureMatrix(
      List<String> names,
      Symbols symbols,
      long[] times,
      int[] symbolIndexes,
      double[][] columns,
      int offset,
      int rows) {
    this.names = names;
    this.symbols = symbols;
    this.times = times;
    this.symbolIndexes = symbolIndexes;
    this.columns = columns;
    this.offset = offset;
    this.rows = rows;
  }

  /**
   * Returns a builder.
   *
   * @param names the columns, distinct
   * @param symbols the instruments that rows may belong to
   */
  public static Builder builder(List<String> names, Symbols symbols) {
    return new Builder(names, symbols);
  }

  /** Returns the columns' names in their order. */
  public List<String> names() {
    return names;
  }

  /** Returns the instruments that rows may belong to. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
  }

  /** Returns how many columns there are. */
  public int columns() {
    return names.size();
  }

  /** Returns when a row was known, in epoch nanoseconds. */
  public long time(int row) {
    return times[at(row)];
  }

  /** Returns whom a row describes. */
  public Symbol symbol(int row) {
    return symbols.get(symbolIndexes[at(row)]);
  }

  /** Returns the position, in {@link #symbols()}, of whom a row describes. */
  public int symbolIndex(int row) {
    return symbolIndexes[at(row)];
  }

  /** Returns one number. */
  public double value(int row, int column) {
    return columns[column][at(row)];
  }

  /** Returns a copy of one column. */
  public double[] column(int column) {
    return Arrays.copyOfRange(columns[column], offset, offset + rows);
  }

  /**
   * Returns a copy of the column of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double[] column(String name) {
    return column(require(name));
  }

  /**
   * Returns the position of the column of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int require(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("feature " + name + " is not among " + names);
    }
    return column;
  }

  /**
   * Copies one row.
   *
   * @param out receives {@link #columns()} numbers; modified
   */
  public void copyRow(int row, double[] out) {
    int i = at(row);
    for (int c = 0; c < columns.length; c++) {
      out[c] = columns[c][i];
    }
  }

  /** Returns the position of the row of a (time, symbol), -1 if there is none. */
  public int indexOf(long time, int symbolIndex) {
    int low = 0;
    int high = rows - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          compare(times[offset + middle], symbolIndexes[offset + middle], time, symbolIndex);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Returns the first row whose time is at least {@code time}; {@link #rows()} if none is. */
  public int firstRowAt(long time) {
    int low = offset;
    int high = offset + rows;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - offset;
  }

  /**
   * Returns a range of rows; shares this matrix's memory.
   *
   * @throws IndexOutOfBoundsException if the range is not within the matrix
   */
  public FeatureMatrix slice(int fromInclusive, int toExclusive) {
    if (fromInclusive < 0 || toExclusive < fromInclusive || toExclusive > rows) {
      throw new IndexOutOfBoundsException(
          "range must be within [0, %d], was [%d, %d)".formatted(rows, fromInclusive, toExclusive));
    }
    return new FeatureMatrix(
        names,
        symbols,
        times,
        symbolIndexes,
        columns,
        offset + fromInclusive,
        toExclusive - fromInclusive);
  }

  /**
   * Returns the named columns in the given order; shares this matrix's memory.
   *
   * @throws IllegalArgumentException if a column does not exist
   */
  public FeatureMatrix select(List<String> selected) {
    double[][] some = new double[selected.size()][];
    for (int c = 0; c < some.length; c++) {
      some[c] = columns[require(selected.get(c))];
    }
    return new FeatureMatrix(
        List.copyOf(selected), symbols, times, symbolIndexes, some, offset, rows);
  }

  /**
   * Returns a copy of some rows.
   *
   * @param chosen positions of rows, increasing
   */
  public FeatureMatrix pick(int[] chosen) {
    Builder builder = builder(names, symbols);
    double[] row = new double[columns.length];
    for (int r : chosen) {
      copyRow(r, row);
      builder.add(time(r), symbolIndex(r), row);
    }
    return builder.build();
  }

  @Override
  public String toString() {
    return "FeatureMatrix of %d rows by %s".formatted(rows, names);
  }

  private int at(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row must be within [0, " + rows + "), was " + row);
    }
    return offset + row;
  }

  static int compare(long time, int symbol, long otherTime, int otherSymbol) {
    return time != otherTime ? Long.compare(time, otherTime) : Integer.compare(symbol, otherSymbol);
  }

  /** Collects rows, then {@link #build} makes the matrix. Not thread-safe. */
  public static final class Builder {
    private final List<String> names;
    private final Symbols symbols;
    private long[] times = new long[64];
    private int[] symbolIndexes = new int[64];
    private double[][] columns;
    private int rows;

    private Builder(List<String> names, Symbols symbols) {
      this.names = List.copyOf(names);
      this.symbols = symbols;
      this.columns = new double[names.size()][64];
      if (new HashSet<>(names).size() != names.size()) {
        throw new IllegalArgumentException("feature names must be distinct, were " + names);
      }
    }

    /**
     * Adds a row.
     *
     * @param time when the values were known; not before that of the last row
     * @param symbolIndex a position in the symbols; at equal time after that of the last row
     * @param values one number per column; not modified, not kept
     * @throws IllegalArgumentException if the row is out of order or has another number of columns
     */
    public Builder add(long time, int symbolIndex, double[] values) {
      if (values.length != columns.length) {
        throw new IllegalArgumentException(
            "a row must have " + columns.length + " values, had " + values.length);
      }
      if (symbolIndex < 0 || symbolIndex >= symbols.size()) {
        throw new IllegalArgumentException(
            "symbol must be within [0, " + symbols.size() + "), was " + symbolIndex);
      }
      if (rows > 0 && compare(times[rows - 1], symbolIndexes[rows - 1], time, symbolIndex) >= 0) {
        throw new IllegalArgumentException(
            "rows must be ordered by time and symbol, row %d (%d, %s) follows (%d, %s)"
                .formatted(
                    rows,
                    time,
                    symbols.get(symbolIndex),
                    times[rows - 1],
                    symbols.get(symbolIndexes[rows - 1])));
      }
      if (rows == times.length) {
        grow();
      }
      times[rows] = time;
      symbolIndexes[rows] = symbolIndex;
      for (int c = 0; c < columns.length; c++) {
        columns[c][rows] = values[c];
      }
      rows++;
      return this;
    }

    /** Returns the matrix of the rows added so far. */
    public FeatureMatrix build() {
      double[][] trimmed = new double[columns.length][];
      for (int c = 0; c < trimmed.length; c++) {
        trimmed[c] = Arrays.copyOf(columns[c], rows);
      }
      return new FeatureMatrix(
          names,
          symbols,
          Arrays.copyOf(times, rows),
          Arrays.copyOf(symbolIndexes, rows),
          trimmed,
          0,
          rows);
    }

    private void grow() {
      int capacity = rows * 2;
      times = Arrays.copyOf(times, capacity);
      symbolIndexes = Arrays.copyOf(symbolIndexes, capacity);
      for (int c = 0; c < columns.length; c++) {
        columns[c] = Arrays.copyOf(columns[c], capacity);
      }
    }
  }
}
