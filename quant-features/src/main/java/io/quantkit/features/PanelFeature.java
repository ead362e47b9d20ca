package io.quantkit.features;

import io.quantkit.core.series.Panel;
import java.util.Arrays;

/** A feature that runs over all symbols of a panel, some rows at a time. */
abstract sealed class PanelFeature {
  final Panel panel;
  final int symbols;
  final double[][] out;

  private PanelFeature(Panel panel, double[][] out) {
    this.panel = panel;
    this.symbols = panel.symbols().size();
    this.out = out;
  }

  /**
   * Starts a feature.
   *
   * @param block how many rows there are at most at a time
   * @param all receives numbers by output; within, by row of the block and symbol
   * @param first which output is the feature's first one
   */
  static PanelFeature of(Feature feature, Panel panel, int block, double[][] all, int first) {
    double[][] out = Arrays.copyOfRange(all, first, first + feature.outputs().size());
    return feature instanceof Indicator indicator
        ? new OfOneInput(indicator, panel, block, out)
        : new OfBars(feature, panel, out);
  }

  /** Computes rows, which must follow those computed before. */
  void compute(int fromRow, int toRow) {
    for (int s = 0; s < symbols; s++) {
      compute(s, fromRow, toRow);
    }
  }

  abstract void compute(int symbol, int fromRow, int toRow);

  /** Writes the numbers of the bars that exist to their rows. */
  final void write(int symbol, int output, int fromRow, int toRow, double[] numbers, int count) {
    double[] to = out[output];
    int cell = symbol;
    if (count == toRow - fromRow) {
      for (int i = 0; i < count; i++) {
        to[cell] = numbers[i];
        cell += symbols;
      }
      return;
    }
    int bar = 0;
    for (int row = fromRow; row < toRow; row++) {
      to[cell] = panel.trading(row, symbol) ? numbers[bar++] : Double.NaN;
      cell += symbols;
    }
  }

  /** Runs over the numbers of one input, which are gathered first. */
  private static final class OfOneInput extends PanelFeature {
    private final Input input;
    private final IndicatorKernel[] kernels;
    private final double[] in;
    private final double[][] results;

    OfOneInput(Indicator indicator, Panel panel, int block, double[][] out) {
      super(panel, out);
      this.input = indicator.input();
      this.kernels = new IndicatorKernel[symbols];
      Arrays.setAll(kernels, s -> indicator.kernel());
      this.in = new double[block];
      this.results = new double[out.length][block];
    }

    @Override
    void compute(int symbol, int fromRow, int toRow) {
      int count = gather(symbol, fromRow, toRow);
      kernels[symbol].update(in, 0, count, results, 0);
      for (int o = 0; o < results.length; o++) {
        write(symbol, o, fromRow, toRow, results[o], count);
      }
    }

    /** Collects the numbers of the bars that exist and returns how many these are. */
    private int gather(int symbol, int fromRow, int toRow) {
      int count = 0;
      for (int row = fromRow; row < toRow; row++) {
        double close = panel.close(row, symbol);
        in[count] = input == Input.CLOSE ? close : other(row, symbol);
        count += Double.isNaN(close) ? 0 : 1;
      }
      return count;
    }

    private double other(int row, int symbol) {
      return input.of(
          panel.open(row, symbol),
          panel.high(row, symbol),
          panel.low(row, symbol),
          panel.close(row, symbol),
          panel.volume(row, symbol));
    }
  }

  /** Runs over whole bars, one by one. */
  private static final class OfBars extends PanelFeature {
    private final FeatureKernel[] kernels;

    OfBars(Feature feature, Panel panel, double[][] out) {
      super(panel, out);
      this.kernels = new FeatureKernel[symbols];
      Arrays.setAll(kernels, s -> feature.start());
    }

    @Override
    void compute(int symbol, int fromRow, int toRow) {
      FeatureKernel kernel = kernels[symbol];
      for (int row = fromRow; row < toRow; row++) {
        boolean trading = panel.trading(row, symbol);
        if (trading) {
          kernel.update(
              panel.knownAt(row),
              panel.open(row, symbol),
              panel.high(row, symbol),
              panel.low(row, symbol),
              panel.close(row, symbol),
              panel.volume(row, symbol));
        }
        int cell = (row - fromRow) * symbols + symbol;
        for (int o = 0; o < out.length; o++) {
          out[o][cell] = trading ? kernel.value(o) : Double.NaN;
        }
      }
    }
  }
}
