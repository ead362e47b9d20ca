package io.quantkit.core.engine;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import java.util.Optional;

/** Delivers slices of bars, oldest first, each no earlier than it is known. */
public interface Feed {

  /** Returns the columns of every slice. */
  Symbols symbols();

  /**
   * Returns the next slice.
   *
   * @return a slice known after the one before it; empty at the end
   */
  Optional<BarSlice> next();

  /** Returns a feed of the rows of a panel. */
  static Feed replay(Panel panel) {
    return new PanelFeed(panel);
  }
}
