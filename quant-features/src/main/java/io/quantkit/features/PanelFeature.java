package io.quantkit.features;

import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One or more features that run over neighbouring symbols of a panel, some rows at a time. */
abstract sealed class PanelFeature {
  final PanelBlock block;
  final Panel panel;
  final int symbols;

  private PanelFeature(PanelBlock block) {
    this.block = block;
    this.panel = block.panel();
    this.symbols = block.symbols();
  }

  /**
   * Starts features; those that read the same input run together.
   *
   * @param all receives numbers by output, row and symbol of the block
   */
  static List<PanelFeature> start(
      List<? extends Feature> features, PanelBlock block, double[][][] all) {
    List<PanelFeature> started = new ArrayList<>();
    Map<Input, OfOneInput> byInput = new EnumMap<>(Input.class);
    Map<Input, OfRows> rowsByInput = new EnumMap<>(Input.class);
    int first = 0;
    for (Feature feature : features) {
      int after = first + feature.outputs().size();
      double[][][] out = Arrays.copyOfRange(all, first, after);
      first = after;
      if (feature instanceof RowIndicator indicator) {
        OfRows rows =
            rowsByInput.computeIfAbsent(
                indicator.input(), input -> new OfRows(new OfOneInput(input, block), block));
        ((OfOneInput) rows.oneByOne).add(indicator, out);
        rows.add(indicator, out);
      } else if (feature instanceof Indicator indicator) {
        byInput
            .computeIfAbsent(indicator.input(), input -> new OfOneInput(input, block))
            .add(indicator, out);
      } else if (feature instanceof RowFeature rowFeature) {
        OfRows rows = new OfRows(new OfBars(feature, block, out), block);
        rows.add(rowFeature, out);
        started.add(rows);
      } else {
        started.add(new OfBars(feature, block, out));
      }
    }
    started.addAll(byInput.values());
    started.addAll(rowsByInput.values());
    return started;
  }

  /** Computes rows, which must follow those computed before. */
  void compute(int fromRow, int toRow) {
    for (int s = 0; s < symbols; s++) {
      compute(s, fromRow, toRow);
    }
  }

  /** Computes rows of one symbol of the block. */
  abstract void compute(int symbol, int fromRow, int toRow);

  final boolean trading(int row, int symbol) {
    return panel.trading(row, block.firstSymbol() + symbol);
  }

  /**
   * Runs over rows, all symbols at once. A symbol that cannot go along any further, such as one
   * with a gap, begins again by itself and stays so.
   */
  private static final class OfRows extends PanelFeature {
    final PanelFeature oneByOne;
    private final RowBlock rows;
    private final boolean[] alone;

    OfRows(PanelFeature oneByOne, PanelBlock block) {
      super(block);
      this.oneByOne = oneByOne;
      rows = new RowBlock(block);
      alone = new boolean[symbols];
    }

    void add(RowFeature feature, double[][][] out) {
      rows.add(feature, out);
    }

    @Override
    void compute(int fromRow, int toRow) {
      rows.compute(fromRow, toRow);
      super.compute(fromRow, toRow);
    }

    @Override
    void compute(int symbol, int fromRow, int toRow) {
      if (!alone[symbol] && !rows.sure(symbol)) {
        alone[symbol] = true;
        for (int row = 0; row < fromRow; row += block.rows()) {
          oneByOne.compute(symbol, row, Math.min(fromRow, row + block.rows()));
        }
      }
      if (alone[symbol]) {
        oneByOne.compute(symbol, fromRow, toRow);
      }
    }
  }

  /** Runs over the numbers of one input, which are gathered first. */
  private static final class OfOneInput extends PanelFeature {
    private final Input input;
    private final double[] in;
    private final List<Running> running = new ArrayList<>();

    OfOneInput(Input input, PanelBlock block) {
      super(block);
      this.input = input;
      this.in = new double[block.rows()];
    }

    void add(Indicator indicator, double[][][] out) {
      IndicatorKernel[] kernels = new IndicatorKernel[symbols];
      Arrays.setAll(kernels, s -> indicator.kernel());
      running.add(new Running(kernels, new double[out.length][in.length], out));
    }

    @Override
    void compute(int symbol, int fromRow, int toRow) {
      int count = gather(symbol, fromRow, toRow);
      for (int i = 0; i < running.size(); i++) {
        Running one = running.get(i);
        one.kernels[symbol].update(in, 0, count, one.results, 0);
        for (int o = 0; o < one.out.length; o++) {
          write(symbol, fromRow, toRow, one.results[o], count, one.out[o]);
        }
      }
    }

    /** Collects the numbers of the bars that exist and returns how many these are. */
    private int gather(int symbol, int fromRow, int toRow) {
      int count = 0;
      for (int row = fromRow; row < toRow; row++) {
        double close = panel.close(row, block.firstSymbol() + symbol);
        in[count] = input == Input.CLOSE ? close : other(row, block.firstSymbol() + symbol);
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

    /** Writes the numbers of the bars that exist to their rows. */
    private void write(
        int symbol, int fromRow, int toRow, double[] numbers, int count, double[][] out) {
      if (count == toRow - fromRow) {
        for (int i = 0; i < count; i++) {
          out[i][symbol] = numbers[i];
        }
        return;
      }
      int bar = 0;
      for (int row = fromRow; row < toRow; row++) {
        out[row - fromRow][symbol] = trading(row, symbol) ? numbers[bar++] : Double.NaN;
      }
    }

    /** An indicator of every symbol, where it writes, and where that goes. */
    private static final class Running {
      final IndicatorKernel[] kernels;
      final double[][] results;
      final double[][][] out;

      Running(IndicatorKernel[] kernels, double[][] results, double[][][] out) {
        this.kernels = kernels;
        this.results = results;
        this.out = out;
      }
    }
  }

  /** Runs over whole bars, one by one. */
  private static final class OfBars extends PanelFeature {
    private final FeatureKernel[] kernels;
    private final double[][][] out;

    OfBars(Feature feature, PanelBlock block, double[][][] out) {
      super(block);
      this.out = out;
      this.kernels = new FeatureKernel[symbols];
      Arrays.setAll(kernels, s -> feature.start());
    }

    @Override
    void compute(int symbol, int fromRow, int toRow) {
      FeatureKernel kernel = kernels[symbol];
      int s = block.firstSymbol() + symbol;
      for (int row = fromRow; row < toRow; row++) {
        boolean trading = trading(row, symbol);
        if (trading) {
          kernel.update(
              panel.knownAt(row),
              panel.open(row, s),
              panel.high(row, s),
              panel.low(row, s),
              panel.close(row, s),
              panel.volume(row, s));
        }
        for (int o = 0; o < out.length; o++) {
          out[o][row - fromRow][symbol] = trading ? kernel.value(o) : Double.NaN;
        }
      }
    }
  }
}
