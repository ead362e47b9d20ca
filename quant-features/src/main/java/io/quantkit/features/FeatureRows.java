package io.quantkit.features;

import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import java.util.List;

/**
 * Features of every symbol of a panel, row after row, as a strategy in a backtest wants them.
 *
 * <p>The numbers are, to the bit, those that kernels give which are updated bar by bar, and those
 * of {@link FeaturePanel}; so what is read at a row depends on nothing later. They are worked out
 * for some dozen rows at a time, those of a {@link RowFeature} for all symbols at once, which takes
 * a fraction of the time; only these are kept. A symbol without a bar in a row is {@code NaN}
 * there. A strategy that is to run live as well updates kernels instead. Belongs to one thread;
 * after its creation it allocates nothing.
 *
 * <pre>{@code
 * FeatureRows means = FeatureRows.of(panel, List.of(new Sma(10), new Sma(30)));
 * Strategy cross = (context, bars) -> {
 *   means.next(bars);
 *   for (int s = 0; s < bars.size(); s++) {
 *     boolean rising = means.value(s, 0) > means.value(s, 1);
 *     ...
 *   }
 * };
 * }</pre>
 */
public final class FeatureRows {

  /** How many rows are worked out at a time: few enough for all symbols of them to stay near. */
  private static final int BLOCK = 64;

  private final Panel panel;
  private final List<FeatureName> names;
  private final List<PanelFeature> features;

  /** By output, row of the block and symbol. */
  private final double[][][] values;

  private int row = -1;
  private int blockStart;
  private int blockEnd;

  private FeatureRows(Panel panel, List<? extends Feature> features) {
    this.panel = panel;
    this.names = FeaturePanel.names(features);
    this.values = new double[names.size()][BLOCK][panel.symbols().size()];
    this.features =
        PanelFeature.start(
            features, new PanelBlock(panel, 0, panel.symbols().size(), BLOCK), values);
  }

  /**
   * Returns features before the first row of a panel.
   *
   * @throws IllegalArgumentException if there is no feature or two outputs have one name
   */
  public static FeatureRows of(Panel panel, List<? extends Feature> features) {
    return new FeatureRows(panel, features);
  }

  /**
   * Goes to the next row.
   *
   * @throws IllegalStateException if there is none
   */
  public void next() {
    if (row + 1 >= panel.rows()) {
      throw new IllegalStateException("there is no row after the last one, " + row);
    }
    if (++row == blockEnd) {
      blockStart = blockEnd;
      blockEnd = Math.min(panel.rows(), blockStart + BLOCK);
      for (PanelFeature feature : features) {
        feature.compute(blockStart, blockEnd);
      }
    }
  }

  /**
   * Goes to the next row, which must be the one that these bars are.
   *
   * @throws IllegalStateException if the next row became known at another time, or there is none
   */
  public void next(BarSlice bars) {
    next();
    if (panel.knownAt(row) != bars.knownAt()) {
      throw new IllegalStateException(
          "row %d of the panel became known at %d, but the bars at %d: call next once for all bars"
                  .formatted(row, panel.knownAt(row), bars.knownAt())
              + " of the panel that the features were made of");
    }
  }

  /** Returns the row that is read, -1 before the first. */
  public int row() {
    return row;
  }

  /** Returns whose features these are. */
  public Symbols symbols() {
    return panel.symbols();
  }

  /** Returns the names of the outputs, feature by feature. */
  public List<FeatureName> names() {
    return names;
  }

  /**
   * Returns a number of the present row, {@code NaN} if it is missing.
   *
   * @param symbol a position in {@link #symbols()}
   * @param output a position in {@link #names()}
   */
  public double value(int symbol, int output) {
    return values[output][row - blockStart][symbol];
  }
}
