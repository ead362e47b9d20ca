package io.quantkit.features.indicator.volatility;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.rows.SlidingDeviations;

/** {@link Bollinger} of many symbols. */
final class BollingerRows implements RowKernel {
  private final double width;
  private final double inverse;
  private final SlidingDeviations window;
  private final double[] reach;

  BollingerRows(int period, double width, int symbols) {
    this.width = width;
    inverse = 1.0 / period;
    window = new SlidingDeviations(period, symbols);
    reach = new double[symbols];
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    double[] middle = out[Bollinger.MIDDLE];
    window.add(in[0], inverse, middle, reach);
    bands(middle, reach, width, out[Bollinger.UPPER], out[Bollinger.LOWER]);
    width(middle, reach, out[Bollinger.WIDTH]);
    position(in[0], middle, reach, out[Bollinger.POSITION]);
  }

  private static void bands(
      double[] middle, double[] reach, double width, double[] upper, double[] lower) {
    for (int s = 0; s < reach.length; s++) {
      reach[s] *= width;
    }
    for (int s = 0; s < reach.length; s++) {
      upper[s] = middle[s] + reach[s];
      lower[s] = middle[s] - reach[s];
    }
  }

  private static void width(double[] middle, double[] reach, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = 2 * reach[s] / middle[s] + 0 / middle[s]; // NaN if the middle is 0
    }
  }

  private static void position(double[] x, double[] middle, double[] reach, double[] out) {
    for (int s = 0; s < out.length; s++) {
      double quotient = (x[s] - middle[s]) / (2 * reach[s]);
      out[s] = 0.5 + quotient + 0 / reach[s]; // NaN if the reach is 0
    }
  }
}
