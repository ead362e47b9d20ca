package io.quantkit.core.engine;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import java.util.Optional;

/** Replays history. */
final class PanelFeed implements Feed {
  private final Panel panel;
  private int row;

  PanelFeed(Panel panel) {
    this.panel = panel;
  }

  @Override
  public Symbols symbols() {
    return panel.symbols();
  }

  @Override
  public Optional<BarSlice> next() {
    return row < panel.rows() ? Optional.of(panel.row(row++)) : Optional.empty();
  }
}
