package io.quantkit.core.series;

import io.quantkit.core.market.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simple returns by time and symbol, oldest first: what covariances are estimated from.
 *
 * <p>A cell is {@code close / previous close - 1}, known at its row's time; {@code NaN} where a
 * symbol has no bar or had none before. A symbol that misses rows has its return over the gap in
 * the row in which it trades again.
 */
public final class Returns {
  private final Symbols symbols;
  private final long[] times;
  private final double[] values;

  private Returns(Symbols symbols, long[] times, double[] values) {
    this.symbols = symbols;
    this.times = times;
    this.values = values;
  }

  /** Returns the close-to-close returns of a panel, one row for each of its rows but the first. */
  public static Returns of(Panel panel) {
    List<BarSlice> slices = new ArrayList<>(panel.rows());
    for (int t = 0; t < panel.rows(); t++) {
      slices.add(panel.row(t));
    }
    return of(panel.symbols(), slices);
  }

  /**
   * Returns the close-to-close returns of successive slices, one row for each of them but the
   * first.
   *
   * @param symbols the columns of every slice
   * @param slices oldest first
   */
  public static Returns of(Symbols symbols, List<BarSlice> slices) {
    int n = symbols.size();
    int rows = Math.max(0, slices.size() - 1);
    double[] values = new double[Math.multiplyExact(rows, n)];
    long[] times = new long[rows];
    double[] last = new double[n];
    Arrays.fill(last, Double.NaN);
    for (int t = 0; t < slices.size(); t++) {
      BarSlice slice = slices.get(t);
      for (int s = 0; s < n; s++) {
        double close = slice.close(s);
        if (t > 0) {
          values[(t - 1) * n + s] = close / last[s] - 1;
        }
        last[s] = Double.isNaN(close) ? last[s] : close;
      }
      if (t > 0) {
        times[t - 1] = slice.knownAt();
      }
    }
    return new Returns(symbols, times, values);
  }

  /**
   * Returns the given numbers.
   *
   * @param times when each row was known, increasing; not modified, not kept
   * @param values row by row, {@code times.length * symbols.size()} of them; not modified, not kept
   */
  public static Returns copyOf(Symbols symbols, long[] times, double[] values) {
    if (values.length != Math.multiplyExact(times.length, symbols.size())) {
      throw new IllegalArgumentException(
          "%d rows of %d symbols must have %d values, had %d"
              .formatted(
                  times.length, symbols.size(), times.length * symbols.size(), values.length));
    }
    for (int t = 1; t < times.length; t++) {
      if (times[t] <= times[t - 1]) {
        throw new IllegalArgumentException("times must increase, were " + Arrays.toString(times));
      }
    }
    return new Returns(symbols, times.clone(), values.clone());
  }

  /** Returns the columns. */
  public Symbols symbols() {
    return symbols;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return times.length;
  }

  /** Returns when a row was known. */
  public long time(int row) {
    return times[row];
  }

  /** Returns one return, {@code NaN} if there is none. */
  public double value(int row, int symbol) {
    return values[row * symbols.size() + symbol];
  }

  /** Returns a copy of the returns of one symbol, {@code NaN} where there is none. */
  public double[] column(int symbol) {
    double[] out = new double[times.length];
    for (int t = 0; t < out.length; t++) {
      out[t] = value(t, symbol);
    }
    return out;
  }

  /** Returns the columns of some symbols, in their order. */
  public Returns select(Symbols selected) {
    double[] some = new double[times.length * selected.size()];
    for (int c = 0; c < selected.size(); c++) {
      int from = symbols.require(selected.get(c));
      for (int t = 0; t < times.length; t++) {
        some[t * selected.size() + c] = value(t, from);
      }
    }
    return new Returns(selected, times, some);
  }
}
