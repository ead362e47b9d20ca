package io.quantkit.backtest.cost;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.time.Timeframe;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a run's columns in slices that may have other ones. */
final class Columns {
  private final Symbols symbols;
  private @Nullable Timeframe timeframe;
  private Symbols last;
  private int[] mapped = new int[0];

  Columns(Symbols symbols) {
    this.symbols = symbols;
    this.last = symbols;
  }

  /** Returns whether to learn from a slice: all must be of the first one's timeframe. */
  boolean wanted(BarSlice bars) {
    Optional<Timeframe> told = bars.timeframe();
    if (told.isEmpty()) {
      return true;
    }
    if (timeframe == null) {
      timeframe = told.get();
    }
    return timeframe.equals(told.get());
  }

  /** Returns the run's column of a slice's column, -1 if it has none. */
  @SuppressWarnings("ReferenceEquality") // the same columns are the same object in a run
  int of(BarSlice bars, int column) {
    Symbols theirs = bars.symbols();
    if (theirs == symbols) {
      return column;
    }
    if (theirs != last) {
      last = theirs;
      mapped = new int[theirs.size()];
      for (int i = 0; i < mapped.length; i++) {
        mapped[i] = symbols.indexOf(theirs.get(i));
      }
    }
    return mapped[column];
  }
}
