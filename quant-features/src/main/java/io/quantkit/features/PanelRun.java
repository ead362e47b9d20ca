package io.quantkit.features;

import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A computation of features over a panel: of many symbols at once as far as that is possible. */
final class PanelRun {
  /** How many symbols run at once at most: few enough for the states of a feature to stay near. */
  private static final int AT_ONCE = 128;

  /** How many symbols' bars are taken from the panel at a time: as many as share its memory. */
  private static final int SERIES_AT_A_TIME = 8;

  /** Fewer symbols than this are not worth a thread of their own. */
  private static final int WORTH_A_THREAD = 16;

  private final Panel panel;
  private final int width;
  private final List<? extends Feature> features;

  /** By feature and output; within, by row and symbol. */
  private final double[][][] out;

  /**
   * Prepares a computation.
   *
   * @param all receives numbers by output, feature by feature; within, by row and symbol
   */
  PanelRun(Panel panel, List<? extends Feature> features, double[][] all) {
    this.panel = panel;
    this.features = features;
    width = panel.symbols().size();
    out = new double[features.size()][][];
    int first = 0;
    for (int f = 0; f < out.length; f++) {
      int after = first + features.get(f).outputs().size();
      out[f] = Arrays.copyOfRange(all, first, after);
      first = after;
    }
  }

  /** Returns how many symbols a thread should compute at a time, if several threads do. */
  int share() {
    int shares = 2 * ((width + 2 * AT_ONCE - 1) / (2 * AT_ONCE));
    return Math.max(WORTH_A_THREAD, (width + shares - 1) / shares);
  }

  /** Computes the features of neighbouring symbols. */
  void compute(int fromSymbol, int toSymbol) {
    for (int first = fromSymbol; first < toSymbol; first += AT_ONCE) {
      int end = Math.min(toSymbol, first + AT_ONCE);
      RowBlock block = new RowBlock(panel, first, end);
      int[] place = rows(block, first, end - first);
      for (int s = first; s < end; s += SERIES_AT_A_TIME) {
        new Columns(s, Math.min(end, s + SERIES_AT_A_TIME)).compute(block, place);
      }
    }
  }

  /** Computes what a block can; returns by feature its position in the block, -1 if it cannot. */
  private int[] rows(RowBlock block, int firstSymbol, int symbols) {
    int[] place = new int[out.length];
    List<double[][]> told = new ArrayList<>();
    List<double[]> to = new ArrayList<>();
    int placed = 0;
    for (int f = 0; f < place.length; f++) {
      place[f] = features.get(f) instanceof RowFeature ? placed++ : -1;
      if (features.get(f) instanceof RowFeature feature) {
        double[][][] outputs = new double[out[f].length][RowBlock.ROWS][symbols];
        block.add(feature, outputs);
        told.addAll(Arrays.asList(outputs));
        to.addAll(Arrays.asList(out[f]));
      }
    }
    for (int row = 0; row < panel.rows() && placed > 0; row += RowBlock.ROWS) {
      int end = Math.min(panel.rows(), row + RowBlock.ROWS);
      block.compute(row, end);
      for (int o = 0; o < told.size(); o++) {
        for (int i = 0; i < end - row; i++) {
          int cell = (row + i) * width + firstSymbol;
          System.arraycopy(told.get(o)[i], 0, to.get(o), cell, symbols);
        }
      }
    }
    return place;
  }

  /** Moves the numbers of bars, the last one first, to the rows that have a bar. */
  static void spread(Panel panel, int symbol, int bars, double[] column) {
    int bar = bars - 1;
    for (int row = panel.rows() - 1; row > bar; row--) {
      column[row] = panel.trading(row, symbol) ? column[bar--] : Double.NaN;
    }
  }

  /** Computes what is left of a few symbols, one after the other. */
  private final class Columns {
    private final int fromSymbol;
    private final int toSymbol;
    private List<BarSeries> series = List.of();

    /** By symbol, output and row. */
    private double[][][] columns = {};

    Columns(int fromSymbol, int toSymbol) {
      this.fromSymbol = fromSymbol;
      this.toSymbol = toSymbol;
    }

    /**
     * Computes what a block has not.
     *
     * @param place by feature: its position in the block, -1 if it is not there
     */
    void compute(RowBlock block, int[] place) {
      for (int f = 0; f < place.length; f++) {
        int[] left = new int[toSymbol - fromSymbol];
        int count = 0;
        for (int s = fromSymbol; s < toSymbol; s++) {
          if (place[f] < 0 || !block.sure(place[f], s)) {
            left[count++] = s;
          }
        }
        if (count > 0) {
          compute(f, Arrays.copyOf(left, count));
        }
      }
    }

    private void compute(int f, int[] left) {
      if (series.isEmpty()) {
        series = panel.series(fromSymbol, toSymbol);
        int most = 0;
        for (double[][] outputs : out) {
          most = Math.max(most, outputs.length);
        }
        columns = new double[series.size()][most][panel.rows()];
      }
      for (int symbol : left) {
        BarSeries bars = series.get(symbol - fromSymbol);
        double[][] of = Arrays.copyOf(columns[symbol - fromSymbol], out[f].length);
        features.get(f).over(bars, of);
        for (double[] column : of) {
          spread(panel, symbol, bars.size(), column);
        }
      }
      for (int o = 0; o < out[f].length; o++) {
        write(o, left, out[f][o]);
      }
    }

    private void write(int output, int[] left, double[] to) {
      double[][] from = new double[left.length][];
      for (int k = 0; k < left.length; k++) {
        from[k] = columns[left[k] - fromSymbol][output];
      }
      for (int row = 0, rows = panel.rows(); row < rows; row++) {
        for (int k = 0; k < left.length; k++) {
          to[row * width + left[k]] = from[k][row];
        }
      }
    }
  }
}
