package io.quantkit.core.series;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.time.Timeframe;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one period across instruments, known together: a row of a {@link Panel}, or what a
 * live feed has delivered for one moment.
 *
 * <p>Not every symbol has a bar: one that is not listed yet, does not trade or is late has {@code
 * false} in {@link #has} and {@code NaN} in every field.
 */
public final class BarSlice {
  private final Symbols symbols;
  private final @Nullable Timeframe timeframe;
  private final long start;
  private final long knownAt;
  private final double[][] fields;
  private final int base;

  /** Shares the arrays; symbol {@code s} is at {@code base + s}; a bar is present if it closed. */
  BarSlice(
      Symbols symbols,
      @Nullable Timeframe timeframe,
      long start,
      long knownAt,
      double[][] fields,
      int base) {
    this.symbols = symbols;
    this.timeframe = timeframe;
    this.start = start;
    this.knownAt = knownAt;
    this.fields = fields;
    this.base = base;
  }

  /**
   * Returns the slice of the given bars.
   *
   * @param symbols the columns; a symbol without a bar is simply not in {@code bars}
   * @param bars at least one bar, all of them starting at the same time; the slice is known when
   *     the last of them is
   * @throws IllegalArgumentException if there is no bar, a bar's symbol is not among the columns or
   *     the bars do not start together
   */
  public static BarSlice of(Symbols symbols, Map<Symbol, Bar> bars) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a slice must have at least one bar");
    }
    double[][] fields = new double[BarField.COUNT][symbols.size()];
    for (double[] field : fields) {
      Arrays.fill(field, Double.NaN);
    }
    long start = bars.values().iterator().next().start();
    long knownAt = Long.MIN_VALUE;
    for (Map.Entry<Symbol, Bar> entry : bars.entrySet()) {
      Bar bar = entry.getValue();
      int s = symbols.require(entry.getKey());
      if (bar.start() != start) {
        throw new IllegalArgumentException(
            "bars of a slice must start together, %s starts at %d and not %d"
                .formatted(entry.getKey(), bar.start(), start));
      }
      knownAt = Math.max(knownAt, bar.knownAt());
      fields[0][s] = bar.open();
      fields[1][s] = bar.high();
      fields[2][s] = bar.low();
      fields[3][s] = bar.close();
      fields[4][s] = bar.volume();
      fields[5][s] = bar.vwap();
      fields[6][s] = bar.trades();
    }
    return new BarSlice(symbols, null, start, knownAt, fields, 0);
  }

  /** Returns the columns, whether they have a bar or not. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns how many columns there are. */
  public int size() {
    return symbols.size();
  }

  /** Returns the length of the period, empty if nobody says; a panel does for its rows. */
  public Optional<Timeframe> timeframe() {
    return Optional.ofNullable(timeframe);
  }

  /** Returns when the period began. */
  public long start() {
    return start;
  }

  /** Returns when the last of the bars became known. */
  public long knownAt() {
    return knownAt;
  }

  /** Returns whether the symbol at a position has a bar. */
  public boolean has(int symbol) {
    return !Double.isNaN(close(symbol));
  }

  /** Returns the first price, {@code NaN} if there is none. */
  public double open(int symbol) {
    return fields[0][base + symbol];
  }

  /** Returns the highest price, {@code NaN} if there is none. */
  public double high(int symbol) {
    return fields[1][base + symbol];
  }

  /** Returns the lowest price, {@code NaN} if there is none. */
  public double low(int symbol) {
    return fields[2][base + symbol];
  }

  /** Returns the last price, {@code NaN} if there is no bar. */
  public double close(int symbol) {
    return fields[3][base + symbol];
  }

  /** Returns the units traded, {@code NaN} if there is no bar or the source does not tell. */
  public double volume(int symbol) {
    return fields[4][base + symbol];
  }

  /** Returns the volume-weighted average price, {@code NaN} if there is none. */
  public double vwap(int symbol) {
    return value(BarField.VWAP, symbol);
  }

  /** Returns how many trades there were, {@code NaN} if there is no bar or nobody tells. */
  public double trades(int symbol) {
    return value(BarField.TRADES, symbol);
  }

  /** Returns one number of the symbol at a position, {@code NaN} if there is none. */
  public double value(BarField field, int symbol) {
    double[] column = fields[field.ordinal()];
    return column.length == 0 ? Double.NaN : column[base + symbol];
  }

  /**
   * Returns the bar of a symbol, empty if it has none.
   *
   * @throws IllegalArgumentException if the symbol is not among the columns
   */
  public Optional<Bar> bar(Symbol symbol) {
    int s = symbols.require(symbol);
    return has(s)
        ? Optional.of(
            new Bar(
                start, knownAt, open(s), high(s), low(s), close(s), volume(s), vwap(s), trades(s)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "BarSlice of " + symbols + " known at " + knownAt;
  }
}
