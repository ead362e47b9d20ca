package io.quantkit.features.crosssection;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.series.BarSlice;
import java.util.ArrayList;
import java.util.List;

/**
 * Pearson's correlations of all symbols with each other over the simple returns of the last {@code
 * period} rows: an immutable recipe.
 *
 * <p>Takes part who has a bar now, may be traded, has had a price before every row of the window
 * and moved in it. A row in which a symbol has no bar has a return of 0 and its next return spans
 * the gap, so that every correlation is over the same rows and the matrix is positive semidefinite.
 * The factors that need many symbols together see the market in this way too. A row costs O(n^2
 * period).
 *
 * @param period the window, in returns, at least 2
 */
public record RollingCorrelationMatrix(int period) {

  /**
   * Creates a recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public RollingCorrelationMatrix {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
  }

  /**
   * Starts an independent computation.
   *
   * @param universe which of the symbols may be traded
   * @param symbols the columns of the slices that will follow
   */
  public Stream start(Universe universe, Symbols symbols) {
    return new Stream(new ReturnWindow(period, universe, symbols, -1), symbols);
  }

  /** A running computation. Belongs to one thread. */
  public static final class Stream {
    private final ReturnWindow window;
    private final Symbols symbols;

    private Stream(ReturnWindow window, Symbols symbols) {
      this.window = window;
      this.symbols = symbols;
    }

    /** Consumes the next slice. */
    public void update(BarSlice bars) {
      window.add(bars);
    }

    /** Returns the correlations as of the last slice; of no symbols while warming up. */
    public CorrelationMatrix matrix() {
      List<Symbol> members = new ArrayList<>();
      for (int i = 0; i < window.size(); i++) {
        members.add(symbols.get(window.column(i)));
      }
      return new CorrelationMatrix(Symbols.copyOf(members), window.correlations());
    }
  }
}
