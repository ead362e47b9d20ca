package io.quantkit.features.indicator.momentum;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.rows.SlidingExtremes;

/** {@link RangePosition} of many symbols. */
final class RangePositionRows implements RowKernel {
  private final SlidingExtremes highest;
  private final SlidingExtremes lowest;
  private final RowMean once;
  private final RowMean twice;
  private final double[] high;
  private final double[] low;
  private final double[] position;

  RangePositionRows(int window, RowMean once, RowMean twice, int symbols) {
    highest = SlidingExtremes.maxima(window, symbols);
    lowest = SlidingExtremes.minima(window, symbols);
    this.once = once;
    this.twice = twice;
    high = new double[symbols];
    low = new double[symbols];
    position = new double[symbols];
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    highest.add(in[0], high);
    if (lowest.add(in[1], low)) {
      position(in[2], high, low, position);
      if (once.add(position, out[Stochastic.K])) {
        twice.add(out[Stochastic.K], out[Stochastic.D]);
      }
    }
  }

  /** Tells where closes are in their ranges, 0 where there is none: there they are the lowest. */
  private static void position(double[] close, double[] high, double[] low, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = 100 * ((close[s] - low[s]) / Math.max(high[s] - low[s], Double.MIN_VALUE));
    }
  }
}
