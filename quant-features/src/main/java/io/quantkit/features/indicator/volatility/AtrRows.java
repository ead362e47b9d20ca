package io.quantkit.features.indicator.volatility;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.TrueRange;
import io.quantkit.features.kernel.rows.ExponentialMeans;

/** {@link Atr} of many symbols. */
final class AtrRows implements RowKernel {
  private final ExponentialMeans means;
  private final boolean fromFirstBar;
  private boolean begun;

  AtrRows(ExponentialMeans means, boolean fromFirstBar) {
    this.means = means;
    this.fromFirstBar = fromFirstBar;
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    double[] range = out[0];
    if (begun) {
      TrueRange.of(in[0], in[1], before[2], range);
      means.add(range, range);
    } else if (fromFirstBar) {
      for (int s = 0; s < range.length; s++) {
        range[s] = in[0][s] - in[1][s];
      }
      means.add(range, range);
    }
    begun = true;
  }
}
