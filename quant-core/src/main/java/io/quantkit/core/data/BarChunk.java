package io.quantkit.core.data;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import java.util.List;

/**
 * Bars of one or several instruments in the order of their file, in columns. A chunk is filled
 * again after the sink returns: copy what is to be kept.
 */
public final class BarChunk {
  private final SymbolTable symbols;
  private final int[] symbolIndices;
  private final long[] starts;
  private final long[] knownAts;
  private final double[][] fields;
  private int size;

  BarChunk(int capacity, SymbolTable symbols) {
    this.symbols = symbols;
    this.symbolIndices = new int[capacity];
    this.starts = new long[capacity];
    this.knownAts = new long[capacity];
    this.fields = new double[BarField.values().length][capacity];
  }

  /** Returns how many bars the chunk holds. */
  public int size() {
    return size;
  }

  /**
   * Returns the symbols of the file so far, by their index; a view that grows with later chunks.
   */
  public List<Symbol> symbols() {
    return symbols.symbols();
  }

  /** Returns whose bar it is. */
  public Symbol symbol(int index) {
    return symbols.symbol(symbolIndices[at(index)]);
  }

  /** Returns whose bar it is, as an index into {@link #symbols}: the same in every chunk. */
  public int symbolIndex(int index) {
    return symbolIndices[at(index)];
  }

  /** Returns when a bar's period began, in epoch nanoseconds. */
  public long start(int index) {
    return starts[at(index)];
  }

  /** Returns when a bar's period ended and the bar became known, in epoch nanoseconds. */
  public long knownAt(int index) {
    return knownAts[at(index)];
  }

  /** Returns one number of a bar, {@code NaN} if not told. */
  public double value(BarField field, int index) {
    return fields[field.ordinal()][at(index)];
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
    System.arraycopy(
        fields[field.ordinal()], fromInclusive, out, outFrom, toExclusive - fromInclusive);
  }

  /** Copies part of the column of starts; see {@link #copyInto}. */
  public void copyStartsInto(int fromInclusive, int toExclusive, long[] out, int outFrom) {
    checkRange(fromInclusive, toExclusive);
    System.arraycopy(starts, fromInclusive, out, outFrom, toExclusive - fromInclusive);
  }

  /** Copies part of the column of times at which bars became known; see {@link #copyInto}. */
  public void copyKnownAtsInto(int fromInclusive, int toExclusive, long[] out, int outFrom) {
    checkRange(fromInclusive, toExclusive);
    System.arraycopy(knownAts, fromInclusive, out, outFrom, toExclusive - fromInclusive);
  }

  private int at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index must be within [0, " + size + "), was " + index);
    }
    return index;
  }

  private void checkRange(int fromInclusive, int toExclusive) {
    if (fromInclusive < 0 || toExclusive < fromInclusive || toExclusive > size) {
      throw new IndexOutOfBoundsException(
          "range must be within [0, %d], was [%d, %d)".formatted(size, fromInclusive, toExclusive));
    }
  }

  /** Adds a bar; returns whether the chunk is full. */
  boolean add(
      int symbol,
      long start,
      long knownAt,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double vwap,
      double trades) {
    int i = size++;
    symbolIndices[i] = symbol;
    starts[i] = start;
    knownAts[i] = knownAt;
    fields[0][i] = open;
    fields[1][i] = high;
    fields[2][i] = low;
    fields[3][i] = close;
    fields[4][i] = volume;
    fields[5][i] = vwap;
    fields[6][i] = trades;
    return size == starts.length;
  }

  void clear() {
    size = 0;
  }
}
