package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import java.util.Arrays;

/**
 * The simple returns of all symbols over the last rows. A row in which a symbol has no bar has a
 * return of 0 once it has traded; its next return spans the gap.
 *
 * <p>Symbols are taken in the order of their names, so that the order of the columns does not
 * change a bit of what is computed from them.
 */
final class ReturnWindow {
  private final int period;
  private final Members universe;
  private final boolean[] always;

  /** The columns by name. */
  private final int[] byName;

  /** By column and row of the ring. */
  private final double[][] returns;

  private final double[] lastClose;

  /** By column: for how many rows there have been returns, at most the period. */
  private final int[] age;

  private int next;

  /** The columns of the symbols that have all returns, a bar now and any movement, by name. */
  private final int[] members;

  private int size;
  private final double[][] deviations;
  private final double[] squares;

  /**
   * Creates an empty window.
   *
   * @param always a column that takes part though it may not be traded, -1 for none
   */
  ReturnWindow(int period, Universe universe, Symbols symbols, int always) {
    this.period = period;
    this.universe = new Members(universe, symbols);
    this.always = new boolean[symbols.size()];
    if (always >= 0) {
      this.always[always] = true;
    }
    Integer[] order = new Integer[symbols.size()];
    Arrays.setAll(order, s -> s);
    Arrays.sort(order, (a, b) -> symbols.get(a).compareTo(symbols.get(b)));
    this.byName = Arrays.stream(order).mapToInt(s -> s).toArray();
    this.returns = new double[symbols.size()][period];
    this.lastClose = new double[symbols.size()];
    Arrays.fill(lastClose, Double.NaN);
    this.age = new int[symbols.size()];
    this.members = new int[symbols.size()];
    this.deviations = new double[symbols.size()][period];
    this.squares = new double[symbols.size()];
  }

  /** Takes a row and finds out which symbols have what it takes. */
  void add(BarSlice bars) {
    for (int s = 0; s < lastClose.length; s++) {
      double close = bars.has(s) ? bars.close(s) : lastClose[s];
      double change = (close - lastClose[s]) / lastClose[s];
      boolean usable = Double.isFinite(change);
      returns[s][next] = usable ? change : 0;
      age[s] = usable ? Math.min(period, age[s] + 1) : 0;
      lastClose[s] = close;
    }
    next = next + 1 == period ? 0 : next + 1;
    size = 0;
    for (int s : byName) {
      if (age[s] == period && (universe.has(bars, s) || (always[s] && bars.has(s)))) {
        members[size] = s;
        size += centre(s, deviations[size]) ? 1 : 0;
      }
    }
  }

  /** Writes the deviations from the mean, oldest first; returns whether there are any. */
  private boolean centre(int s, double[] to) {
    double[] ring = returns[s];
    System.arraycopy(ring, next, to, 0, period - next);
    System.arraycopy(ring, 0, to, period - next, next);
    double base = to[0];
    double sum = 0;
    for (int t = 0; t < period; t++) {
      to[t] -= base;
      sum += to[t];
    }
    double mean = sum / period;
    double square = 0;
    for (int t = 0; t < period; t++) {
      to[t] -= mean;
      square = Math.fma(to[t], to[t], square);
    }
    squares[size] = square;
    return square > 0 && square < Double.POSITIVE_INFINITY;
  }

  int period() {
    return period;
  }

  /** Returns how many symbols there are. */
  int size() {
    return size;
  }

  /** Returns the column of a symbol. */
  int column(int member) {
    return members[member];
  }

  /** Returns the sum of squared deviations of a symbol's returns. */
  double squares(int member) {
    return squares[member];
  }

  /** Returns a symbol's deviations from its mean return, oldest first; not to be modified. */
  double[] deviations(int member) {
    return deviations[member];
  }

  /** Returns the deviations divided so that their squares sum to 1, by symbol and row. */
  double[][] standardized() {
    double[][] z = new double[size][period];
    for (int i = 0; i < size; i++) {
      double norm = Math.sqrt(squares[i]);
      for (int t = 0; t < period; t++) {
        z[i][t] = deviations[i][t] / norm;
      }
    }
    return z;
  }

  /** Returns the correlations, within -1 to 1 and 1 on the diagonal. */
  double[][] correlations() {
    return CorrelationMatrix.products(standardized());
  }
}
