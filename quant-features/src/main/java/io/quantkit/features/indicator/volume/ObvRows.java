package io.quantkit.features.indicator.volume;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.rows.RunningTotals;

/** {@link Obv} of many symbols. */
final class ObvRows implements RowKernel {
  private final RunningTotals totals;
  private boolean begun;

  ObvRows(int symbols) {
    totals = new RunningTotals(symbols);
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    if (begun) {
      signed(in[1], in[0], before[0], out[0]);
      totals.add(out[0], out[0]);
    } else {
      totals.add(in[1], out[0]);
    }
    begun = true;
  }

  private static void signed(double[] volume, double[] close, double[] last, double[] out) {
    for (int s = 0; s < out.length; s++) {
      double change = close[s] - last[s];
      out[s] = volume[s] * (change / Math.max(Math.abs(change), Double.MIN_VALUE)); // its sign
    }
  }
}
