package io.quantkit.features.matrix;

import io.quantkit.features.kernel.Finite;
import java.util.Arrays;

/** Rolling correlations of some neighbouring symbols. */
final class ColumnCorrelation {
  /*
   * A window is the end of one stretch of rows and the beginning of the next. The sums over the
   * ends of a stretch are added up backwards once it is complete, those over the beginning as it
   * grows; nothing is ever subtracted. Sums are about the last row of the stretch before. Loops
   * over distinct arrays at equal indexes become vector instructions.
   *
   * Rows are read as they are stored, some blocks of symbols beside each other, so that the memory
   * can run ahead.
   */
  static final int PART = 1024;

  private static final int BLOCK = 256;

  private final int window;
  private final int first;
  private final int symbols;

  /** By row of the stretch: what entered. */
  private final double[][] rowsX;

  private final double[][] rowsY;

  /** By row of the stretch: suffix sums of x, y, xx, xy and yy about the base. */
  private final double[][][] ends;

  private final double[][] sums;
  private final double[] baseX;
  private final double[] baseY;
  private final double[] totalX;
  private final double[] totalY;
  private final double[] squaresX;
  private final double[] squaresY;
  private final double[] products;
  private final double[] result;

  /** By symbol: for how many rows more the window has a missing number. */
  private final int[] missing;

  private int mostMissing;
  private int filled;

  private ColumnCorrelation(int window, int first, int symbols) {
    this.window = window;
    this.first = first;
    this.symbols = symbols;
    this.rowsX = new double[window][symbols];
    this.rowsY = new double[window][symbols];
    this.ends = new double[window][5][symbols];
    this.sums = new double[5][symbols];
    this.baseX = new double[symbols];
    this.baseY = new double[symbols];
    this.totalX = new double[symbols];
    this.totalY = new double[symbols];
    this.squaresX = new double[symbols];
    this.squaresY = new double[symbols];
    this.products = new double[symbols];
    this.result = new double[symbols];
    this.missing = new int[symbols];
  }

  /** Writes the correlations of the symbols of a range. */
  static void over(RowMatrix x, RowMatrix y, int window, int from, int to, double[] out) {
    ColumnCorrelation[] blocks = new ColumnCorrelation[(to - from + BLOCK - 1) / BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      int first = from + b * BLOCK;
      blocks[b] = new ColumnCorrelation(window, first, Math.min(BLOCK, to - first));
    }
    for (int t = 0; t < x.rows(); t++) {
      for (ColumnCorrelation block : blocks) {
        block.step(x, y, t, out);
      }
    }
  }

  private void step(RowMatrix x, RowMatrix y, int t, double[] out) {
    double[] newX = rowsX[filled];
    double[] newY = rowsY[filled];
    x.copy(t, first, newX, symbols);
    y.copy(t, first, newY, symbols);
    if (!Finite.all(newX, 0, symbols) || !Finite.all(newY, 0, symbols)) {
      patch(newX, newY);
    }
    filled++;
    if (filled == window) {
      turn();
      filled = 0;
      for (double[] sum : sums) {
        Arrays.fill(sum, 0);
      }
    } else {
      add(sums, newX, newY, sums);
    }
    if (t < window - 1) {
      Arrays.fill(result, Double.NaN);
    } else {
      correlate(ends[filled]);
    }
    blank();
    System.arraycopy(result, 0, out, t * x.symbols() + first, symbols);
  }

  /** Puts numbers that add nothing in the place of missing ones and remembers where. */
  private void patch(double[] x, double[] y) {
    for (int s = 0; s < symbols; s++) {
      if (!Double.isFinite(x[s]) || !Double.isFinite(y[s])) {
        x[s] = baseX[s];
        y[s] = baseY[s];
        missing[s] = window;
        mostMissing = window;
      }
    }
  }

  private void blank() {
    if (mostMissing == 0) {
      return;
    }
    mostMissing--;
    for (int s = 0; s < symbols; s++) {
      if (missing[s] > 0) {
        missing[s]--;
        result[s] = Double.NaN;
      }
    }
  }

  /** Adds the complete stretch up from its last row, about that row. */
  private void turn() {
    System.arraycopy(rowsX[window - 1], 0, baseX, 0, symbols);
    System.arraycopy(rowsY[window - 1], 0, baseY, 0, symbols);
    for (double[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    double[][] later = sums;
    for (int i = window - 1; i >= 0; i--) {
      add(later, rowsX[i], rowsY[i], ends[i]);
      later = ends[i];
    }
  }

  /** Writes the sums with one row more; {@code to} may be {@code from}. */
  private void add(double[][] from, double[] x, double[] y, double[][] to) {
    addSide(from[0], from[2], x, baseX, to[0], to[2], symbols);
    addSide(from[1], from[4], y, baseY, to[1], to[4], symbols);
    addProducts(from[3], x, baseX, y, baseY, to[3], symbols);
  }

  private static void addSide(
      double[] sum,
      double[] squares,
      double[] x,
      double[] base,
      double[] toSum,
      double[] toSquares,
      int symbols) {
    for (int s = 0; s < symbols; s++) {
      double d = x[s] - base[s];
      toSum[s] = sum[s] + d;
      toSquares[s] = Math.fma(d, d, squares[s]);
    }
  }

  private static void addProducts(
      double[] products,
      double[] x,
      double[] baseX,
      double[] y,
      double[] baseY,
      double[] to,
      int symbols) {
    for (int s = 0; s < symbols; s++) {
      to[s] = Math.fma(x[s] - baseX[s], y[s] - baseY[s], products[s]);
    }
  }

  private void correlate(double[][] end) {
    double share = -1.0 / window;
    centre(end[0], sums[0], end[2], sums[2], share, totalX, squaresX, symbols);
    centre(end[1], sums[1], end[4], sums[4], share, totalY, squaresY, symbols);
    centreProducts(totalX, totalY, share, end[3], sums[3], products, symbols);
    double[] scales = squaresX;
    multiplyRoots(squaresX, squaresY, scales, symbols);
    divide(products, scales, result, symbols);
    clip(result, scales, symbols);
  }

  private static void centre(
      double[] a,
      double[] b,
      double[] squaresA,
      double[] squaresB,
      double share,
      double[] total,
      double[] squares,
      int symbols) {
    for (int s = 0; s < symbols; s++) {
      double x = a[s] + b[s];
      total[s] = x;
      squares[s] = Math.max(0, Math.fma(x * share, x, squaresA[s] + squaresB[s]));
    }
  }

  private static void centreProducts(
      double[] x, double[] y, double share, double[] a, double[] b, double[] to, int symbols) {
    for (int s = 0; s < symbols; s++) {
      to[s] = Math.fma(x[s] * share, y[s], a[s] + b[s]);
    }
  }

  private static void multiplyRoots(double[] x, double[] y, double[] to, int symbols) {
    for (int s = 0; s < symbols; s++) {
      to[s] = Math.sqrt(x[s] * y[s]);
    }
  }

  private static void divide(double[] a, double[] b, double[] to, int symbols) {
    for (int s = 0; s < symbols; s++) {
      to[s] = a[s] / b[s];
    }
  }

  /** 0 times an infinite quotient or scale is {@code NaN}; 0 times anything else is 0. */
  private static void clip(double[] r, double[] scales, int symbols) {
    for (int s = 0; s < symbols; s++) {
      r[s] = Math.max(-1, Math.min(1, r[s])) + (0 * r[s] + 0 * scales[s]);
    }
  }
}
