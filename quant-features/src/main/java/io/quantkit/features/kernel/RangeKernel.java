package io.quantkit.features.kernel;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;
import java.util.Arrays;

/**
 * Runs a {@link RangeFormula} over the highest and the lowest price of a window and starts again
 * where a price that it needs is not finite.
 */
public final class RangeKernel implements FeatureKernel {
  private static final int SIZE = BlockFeature.SIZE;

  private final boolean needsClose;
  private final RangeFormula formula;
  private final SlidingRange window;
  private final Delay[] late;
  private final double[][] values;

  /** A bar as a block: its highest, lowest and last price. */
  private final double[][] bar = new double[3][1];

  private double[][] prices = {};
  private double[][] results = {};

  /**
   * Creates a kernel that has seen nothing.
   *
   * @param period the window, in bars, at least 1
   * @param lag how many bars ago the window ends, at least 0
   * @param needsClose whether the last price must be finite as well
   * @param outputs how many there are
   */
  public RangeKernel(int period, int lag, boolean needsClose, int outputs, RangeFormula formula) {
    this(
        needsClose,
        formula,
        new SlidingRange(period),
        lag == 0 ? new Delay[0] : new Delay[] {new Delay(lag), new Delay(lag)},
        new double[outputs][1]);
    clear();
  }

  private RangeKernel(
      boolean needsClose,
      RangeFormula formula,
      SlidingRange window,
      Delay[] late,
      double[][] values) {
    this.needsClose = needsClose;
    this.formula = formula;
    this.window = window;
    this.late = late;
    this.values = values;
  }

  private void clear() {
    window.clear();
    for (Delay one : late) {
      one.clear();
    }
    for (double[] value : values) {
      value[0] = Double.NaN;
    }
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(high)
        || !Double.isFinite(low)
        || (needsClose && !Double.isFinite(close))) {
      clear();
      return;
    }
    window.add(high, low);
    bar[0][0] = late(0, window.highest());
    bar[1][0] = late(1, window.lowest());
    bar[2][0] = close;
    formula.apply(bar[0], bar[1], bar[2], 1, values);
  }

  private double late(int which, double x) {
    return late.length == 0 ? x : late[which].exchange(x);
  }

  @Override
  public void update(BarSeries series, int from, int to, double[][] out) {
    if (prices.length == 0) {
      prices = new double[4][SIZE];
      results = new double[values.length][SIZE];
    }
    for (int begin = from; begin < to; begin += SIZE) {
      block(series, begin, Math.min(to, begin + SIZE), out);
    }
  }

  private void block(BarSeries series, int from, int to, double[][] out) {
    int n = to - from;
    double[] high = prices[0];
    double[] low = prices[1];
    double[] close = prices[2];
    series.copyInto(BarField.HIGH, from, to, high, 0);
    series.copyInto(BarField.LOW, from, to, low, 0);
    series.copyInto(BarField.CLOSE, from, to, close, 0);
    if (!Finite.all(high, 0, n)
        || !Finite.all(low, 0, n)
        || (needsClose && !Finite.all(close, 0, n))) {
      carefully(high, low, close, n, out, from);
      return;
    }
    window.add(high, low, n, high, low);
    formula.apply(late(0, high, n), late(1, low, n), close, n, results);
    for (int o = 0; o < values.length; o++) {
      System.arraycopy(results[o], 0, out[o], from, n);
      values[o][0] = results[o][n - 1];
    }
  }

  private double[] late(int which, double[] x, int count) {
    if (late.length == 0) {
      return x;
    }
    // The array that is free: the spare one at first, then that of the highs.
    double[] free = which == 0 ? prices[3] : prices[0];
    late[which].exchange(x, count, free);
    return free;
  }

  private void carefully(
      double[] high, double[] low, double[] close, int count, double[][] out, int outFrom) {
    for (int i = 0; i < count; i++) {
      update(0, Double.NaN, high[i], low[i], close[i], Double.NaN);
      for (int o = 0; o < values.length; o++) {
        out[o][outFrom + i] = values[o][0];
      }
    }
  }

  @Override
  public double value(int output) {
    return values[output][0];
  }

  @Override
  public FeatureKernel copy() {
    Delay[] delays = new Delay[late.length];
    Arrays.setAll(delays, i -> late[i].copy());
    double[][] same = new double[values.length][];
    Arrays.setAll(same, o -> values[o].clone());
    return new RangeKernel(needsClose, formula, window.copy(), delays, same);
  }
}
