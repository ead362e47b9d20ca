package io.quantkit.core.engine;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.Panel;
import java.util.NoSuchElementException;

/** Replays history. */
final class PanelFeed implements Feed {
  private final Panel panel;
  private final int rows;
  private int row;

  PanelFeed(Panel panel) {
    this.panel = panel;
    this.rows = panel.rows();
  }

  @Override
  public Symbols symbols() {
    return panel.symbols();
  }

  @Override
  public long startTime() {
    return rows == 0 ? 0 : panel.start(0);
  }

  @Override
  public long nextTime() {
    return row < rows ? panel.knownAt(row) : Long.MAX_VALUE;
  }

  @Override
  public void next(MarketReceiver receiver) {
    if (row == rows) {
      throw new NoSuchElementException("the panel has ended");
    }
    receiver.onBars(panel.row(row++));
  }

  @Override
  public long remaining() {
    return (long) rows - row;
  }
}
