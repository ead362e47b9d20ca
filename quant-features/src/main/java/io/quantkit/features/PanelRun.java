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

  /** How many rows of many symbols there are at a time: few enough to stay near. */
  private static final int ROWS = 64;

  /** How many numbers of one symbol there are at a time: enough to be worth a symbol's while. */
  private static final int NUMBERS = 256;

  /** How many symbols' bars are taken from the panel at a time: as many as share its memory. */
  static final int SERIES = 8;

  /** Fewer symbols than this are not worth a thread of their own. */
  private static final int WORTH_A_THREAD = 16;

  private final Panel panel;
  private final int width;

  /** Those that run over many symbols at once, over numbers, and over bars. */
  private final Part ofRows = new Part();

  private final Part ofNumbers = new Part();
  private final Part ofBars = new Part();

  /** Some features and where their numbers go. */
  private static final class Part {
    final List<Feature> features = new ArrayList<>();

    /** By output, feature by feature; within, by row and symbol. */
    final List<double[]> out = new ArrayList<>();
  }

  /**
   * Prepares a computation.
   *
   * @param out receives numbers by output, feature by feature; within, by row and symbol
   */
  PanelRun(Panel panel, List<? extends Feature> features, double[][] out) {
    this.panel = panel;
    width = panel.symbols().size();
    int first = 0;
    for (Feature feature : features) {
      int after = first + feature.outputs().size();
      Part part =
          feature instanceof RowFeature
              ? ofRows
              : feature instanceof Indicator ? ofNumbers : ofBars;
      part.features.add(feature);
      part.out.addAll(Arrays.asList(out).subList(first, after));
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
    for (int s = fromSymbol; s < toSymbol; s += AT_ONCE) {
      int symbols = Math.min(AT_ONCE, toSymbol - s);
      compute(ofRows, new PanelBlock(panel, s, symbols, ROWS));
      compute(ofNumbers, new PanelBlock(panel, s, symbols, NUMBERS));
    }
    for (int s = fromSymbol; s < toSymbol && !ofBars.features.isEmpty(); s += SERIES) {
      bars(s, Math.min(toSymbol, s + SERIES));
    }
  }

  /** Computes a block of rows after the other. */
  private void compute(Part part, PanelBlock block) {
    int rows = block.rows();
    double[][][] told = new double[part.out.size()][rows][block.symbols()];
    List<PanelFeature> features = PanelFeature.start(part.features, block, told);
    for (int row = 0; row < panel.rows(); row += rows) {
      int end = Math.min(panel.rows(), row + rows);
      for (PanelFeature feature : features) {
        feature.compute(row, end);
      }
      for (int o = 0; o < told.length; o++) {
        double[] to = part.out.get(o);
        for (int i = row; i < end; i++) {
          int cell = i * width + block.firstSymbol();
          System.arraycopy(told[o][i - row], 0, to, cell, block.symbols());
        }
      }
    }
  }

  /** Computes features of bars, one symbol after the other. */
  private void bars(int fromSymbol, int toSymbol) {
    List<BarSeries> series = panel.series(fromSymbol, toSymbol);
    int most = 0;
    for (Feature feature : ofBars.features) {
      most = Math.max(most, feature.outputs().size());
    }
    double[][][] columns = new double[most][toSymbol - fromSymbol][panel.rows()];
    int first = 0;
    for (Feature feature : ofBars.features) {
      int outputs = feature.outputs().size();
      for (int s = fromSymbol; s < toSymbol; s++) {
        BarSeries bars = series.get(s - fromSymbol);
        double[][] own = new double[outputs][];
        for (int o = 0; o < outputs; o++) {
          own[o] = columns[o][s - fromSymbol];
        }
        feature.over(bars, own);
        for (double[] column : own) {
          spread(panel, s, bars.size(), column);
        }
      }
      for (int o = 0; o < outputs; o++) {
        write(columns[o], fromSymbol, ofBars.out.get(first + o));
      }
      first += outputs;
    }
  }

  /** Moves the numbers of bars, the last one first, to the rows that have a bar. */
  static void spread(Panel panel, int symbol, int bars, double[] column) {
    int bar = bars - 1;
    for (int row = panel.rows() - 1; row > bar; row--) {
      column[row] = panel.trading(row, symbol) ? column[bar--] : Double.NaN;
    }
  }

  private void write(double[][] columns, int firstSymbol, double[] out) {
    for (int row = 0; row < panel.rows(); row++) {
      int cell = row * width + firstSymbol;
      for (int k = 0; k < columns.length; k++) {
        out[cell + k] = columns[k][row];
      }
    }
  }
}
