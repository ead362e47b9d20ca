package io.quantkit.features.matrix;

import io.quantkit.core.math.Normal;
import java.util.Arrays;

/** Ranks of the newest numbers of some neighbouring symbols in their windows. */
final class ColumnRanks {
  /*
   * Half the rank is the sum of the signs of the differences to the window's numbers. The sign of a
   * difference, brought within the smallest double and its negative, is that double itself: the
   * difference of distinct doubles is never 0. Loops over distinct arrays at equal indexes become
   * vector instructions.
   */
  static final int PART = 1024;

  private static final int BLOCK = 256;

  private static final double TINY = Double.MIN_VALUE;

  private final int window;
  private final int first;
  private final int symbols;
  private final RankScale scale;
  private final double[][] last;
  private final double[] signs;

  private ColumnRanks(int window, RankScale scale, int first, int symbols) {
    this.window = window;
    this.scale = scale;
    this.first = first;
    this.symbols = symbols;
    this.last = new double[window][symbols];
    this.signs = new double[symbols];
    for (double[] row : last) {
      Arrays.fill(row, Double.NaN);
    }
  }

  /** Writes the ranks of the symbols of a range. */
  static void over(RowMatrix in, int window, RankScale scale, int from, int to, double[] out) {
    ColumnRanks[] blocks = new ColumnRanks[(to - from + BLOCK - 1) / BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      int first = from + b * BLOCK;
      blocks[b] = new ColumnRanks(window, scale, first, Math.min(BLOCK, to - first));
    }
    for (int t = 0; t < in.rows(); t++) {
      for (ColumnRanks block : blocks) {
        block.step(in, t, out);
      }
    }
  }

  private void step(RowMatrix in, int t, double[] out) {
    double[] now = last[t % window];
    in.copy(t, first, now, symbols);
    Arrays.fill(signs, 0);
    for (double[] then : last) {
      addSigns(now, then, signs, symbols);
    }
    switch (scale) {
      case AVERAGE -> rank(signs, window + 1, 1, symbols);
      case PERCENT -> rank(signs, window + 1, window, symbols);
      case UNIT -> rank(signs, window == 1 ? 1 : window - 1, Math.max(1, window - 1), symbols);
      case NORMAL -> normal();
    }
    System.arraycopy(signs, 0, out, t * in.symbols() + first, symbols);
  }

  private static void addSigns(double[] now, double[] then, double[] signs, int symbols) {
    for (int s = 0; s < symbols; s++) {
      signs[s] += Math.max(-TINY, Math.min(TINY, now[s] - then[s]));
    }
  }

  private static void rank(double[] signs, double plus, double divisor, int symbols) {
    for (int s = 0; s < symbols; s++) {
      signs[s] = 0.5 * (signs[s] * 0x1p1000 * 0x1p74 + plus) / divisor;
    }
  }

  private void normal() {
    rank(signs, window + 1, 1, symbols);
    for (int s = 0; s < symbols; s++) {
      double p = (signs[s] - 0.5) / window;
      signs[s] = p == 0.5 ? 0 : Normal.quantile(p);
    }
  }
}
