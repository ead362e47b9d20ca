package io.quantkit.features.statistic;

import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.SlidingCovariance;

/** Room for the sums of a block of pairs. */
final class PairSums {
  final double[] x = new double[BarBlock.SIZE];
  final double[] y = new double[BarBlock.SIZE];
  final double[] squaresX = new double[BarBlock.SIZE];
  final double[] products = new double[BarBlock.SIZE];
  final double[] squaresY = new double[BarBlock.SIZE];
  final double[] scales = new double[BarBlock.SIZE];
  final double[] faults = new double[BarBlock.SIZE];
  final double[] result = new double[BarBlock.SIZE];

  /** Adds pairs to a full window; squares may be negative by rounding. */
  void add(SlidingCovariance window, double[] oneX, double[] oneY, int count) {
    window.add(oneX, oneY, count, squaresX, products, squaresY);
  }
}
