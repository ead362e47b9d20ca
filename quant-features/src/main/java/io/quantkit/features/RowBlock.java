package io.quantkit.features;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Features that run over the rows of some neighbouring symbols of a panel, all symbols at once. */
final class RowBlock {
  /** How many rows one feature takes before the next one: both its state and they stay near. */
  private static final int ROWS = 16;

  private static final BarField[] FIELDS = {
    BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE, BarField.VOLUME
  };

  private final Panel panel;
  private final int firstSymbol;
  private final int symbols;
  private final List<Column> columns = new ArrayList<>();
  private final List<Running> running = new ArrayList<>();

  /** By field and symbol: what inputs that are not fields are made of. */
  private final double[][] bar;

  RowBlock(PanelBlock block) {
    panel = block.panel();
    firstSymbol = block.firstSymbol();
    symbols = block.symbols();
    bar = new double[FIELDS.length][symbols];
  }

  /**
   * Adds a feature.
   *
   * @param out receives its numbers, by output, row and symbol; the rows that are computed begin at
   *     0
   */
  void add(RowFeature feature, double[][][] out) {
    List<Column> needed = feature.inputs().stream().map(this::column).toList();
    running.add(new Running(feature, symbols, needed, out));
  }

  private Column column(Input input) {
    for (Column column : columns) {
      if (column.input == input) {
        return column;
      }
    }
    Column column = new Column(input, symbols);
    columns.add(column);
    return column;
  }

  /** Computes rows, which must follow those computed before. */
  void compute(int fromRow, int toRow) {
    for (int begin = fromRow; begin < toRow; begin += ROWS) {
      int end = Math.min(toRow, begin + ROWS);
      for (int i = 0; i < columns.size(); i++) {
        read(columns.get(i), begin, end);
      }
      for (int i = 0; i < running.size(); i++) {
        running.get(i).compute(begin, end, begin - fromRow);
      }
    }
  }

  /** Returns whether the numbers of one of the symbols are right so far, of every feature. */
  boolean sure(int symbol) {
    for (int f = 0; f < running.size(); f++) {
      if (!running.get(f).sure(symbol)) {
        return false;
      }
    }
    return true;
  }

  private void read(Column column, int fromRow, int toRow) {
    int count = toRow - fromRow;
    System.arraycopy(column.rows[column.count], 0, column.rows[0], 0, symbols);
    column.count = count;
    for (int i = 1; i <= count; i++) {
      read(column.input, fromRow + i - 1, column.rows[i]);
    }
    for (int i = count + 1; i % Column.CHECKED != 1; i++) {
      Arrays.fill(column.rows[i], 0);
    }
    for (int i = 1; i <= count; i += Column.CHECKED) {
      column.check(i);
    }
  }

  private void read(Input input, int row, double[] out) {
    switch (input) {
      case OPEN -> copy(BarField.OPEN, row, out);
      case HIGH -> copy(BarField.HIGH, row, out);
      case LOW -> copy(BarField.LOW, row, out);
      case CLOSE -> copy(BarField.CLOSE, row, out);
      case VOLUME -> copy(BarField.VOLUME, row, out);
      default -> {
        for (int f = 0; f < bar.length; f++) {
          copy(FIELDS[f], row, bar[f]);
        }
        for (int s = 0; s < symbols; s++) {
          out[s] = input.of(bar[0][s], bar[1][s], bar[2][s], bar[3][s], bar[4][s]);
        }
      }
    }
  }

  private void copy(BarField field, int row, double[] out) {
    panel.copyRow(field, row, firstSymbol, firstSymbol + symbols, out);
  }

  /** Some rows of an input. */
  private static final class Column {
    /** How many rows are checked at once. */
    static final int CHECKED = 4;

    final Input input;

    /** The last row before, then the rows. */
    final double[][] rows;

    int count;

    /** By symbol: {@code NaN} once a number was not finite, or some were huge; else 0. */
    final double[] gaps;

    Column(Input input, int symbols) {
      this.input = input;
      rows = new double[ROWS + 1][symbols];
      gaps = new double[symbols];
    }

    void check(int row) {
      double[] a = rows[row];
      double[] b = rows[row + 1];
      double[] c = rows[row + 2];
      double[] d = rows[row + 3];
      double[] g = gaps;
      for (int s = 0; s < g.length; s++) {
        g[s] += 0 * (a[s] + b[s] + (c[s] + d[s]));
      }
    }
  }

  /** A feature, what it reads and where its numbers go. */
  private static final class Running {
    final RowKernel kernel;
    final List<Column> columns;
    final int[] warmup;
    final int longest;

    /** By row, beginning with the last one before, and input. */
    final double[][][] in;

    /** By row and output. */
    final double[][][] out;

    Running(RowFeature feature, int symbols, List<Column> columns, double[][][] out) {
      this.columns = columns;
      kernel = feature.rows(symbols);
      warmup = new int[out.length];
      Arrays.setAll(warmup, feature::warmup);
      longest = feature.warmup();
      in = new double[ROWS + 1][columns.size()][];
      for (int row = 0; row <= ROWS; row++) {
        for (int i = 0; i < columns.size(); i++) {
          in[row][i] = columns.get(i).rows[row];
        }
      }
      this.out = new double[out[0].length][out.length][];
      for (int row = 0; row < this.out.length; row++) {
        for (int o = 0; o < out.length; o++) {
          this.out[row][o] = out[o][row];
        }
      }
    }

    void compute(int fromRow, int toRow, int at) {
      for (int i = 0; i < toRow - fromRow; i++) {
        double[][] told = out[at + i];
        kernel.update(in[i], in[i + 1], told);
        for (int o = 0; o < told.length && fromRow + i < longest; o++) {
          if (fromRow + i < warmup[o]) {
            Arrays.fill(told[o], Double.NaN);
          }
        }
      }
    }

    boolean sure(int symbol) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).gaps[symbol] != 0) {
          return false;
        }
      }
      return kernel.sure(symbol);
    }
  }
}
