package io.quantkit.features.indicator.trend;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.TrueRange;
import io.quantkit.features.kernel.rows.DecayingSums;
import io.quantkit.features.kernel.rows.ExponentialMeans;

/** {@link Adx} of many symbols. */
final class AdxRows implements RowKernel {
  private static final double HUGE = 0x1p600;

  private final int period;
  private final int seedLength;
  private final DecayingSums[] sums;
  private final ExponentialMeans average;

  /** By kind and symbol: the movements, later their sums. */
  private final double[][] moves;

  private final double[][] seeds;
  private double[] adx;
  private int seen = -1;

  /**
   * Creates a computation.
   *
   * @param seedLength how many movements the first sums are of
   */
  AdxRows(int period, int seedLength, int symbols) {
    this.period = period;
    this.seedLength = seedLength;
    sums = new DecayingSums[3];
    for (int i = 0; i < 3; i++) {
      sums[i] = new DecayingSums(1 - 1.0 / period, 2, 1, 1, symbols);
    }
    average = ExponentialMeans.wilder(period, symbols);
    moves = new double[3][symbols];
    seeds = new double[3][symbols];
    adx = new double[symbols];
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    double[] plus = moves[0];
    double[] minus = moves[1];
    double[] range = moves[2];
    seen = Math.min(seen + 1, period + 1);
    if (seen == 0) {
      return;
    }
    difference(in[0], before[0], plus);
    difference(before[1], in[1], minus);
    movements(plus, minus);
    TrueRange.of(in[0], in[1], before[2], range);
    if (seen > seedLength) {
      for (int i = 0; i < 3; i++) {
        sums[i].add(moves[i], moves[i]);
      }
    } else {
      seed();
    }
    if (seen >= period) {
      indicator(plus, range, out[Adx.PLUS]);
      indicator(minus, range, out[Adx.MINUS]);
      index(plus, minus, out[Adx.DX]);
      adx = out[Adx.ADX];
      average.add(out[Adx.DX], adx);
    }
  }

  private void seed() {
    for (int i = 0; i < 3; i++) {
      add(moves[i], seeds[i]);
      if (seen == seedLength) {
        sums[i].start(seeds[i], 1);
        System.arraycopy(seeds[i], 0, moves[i], 0, adx.length);
      }
    }
  }

  private static void add(double[] x, double[] to) {
    for (int s = 0; s < to.length; s++) {
      to[s] += x[s];
    }
  }

  private static void difference(double[] a, double[] b, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = a[s] - b[s];
    }
  }

  /** Turns steps up and down into twice the movements, as {@link Adx} does for a series. */
  private static void movements(double[] plus, double[] minus) {
    for (int s = 0; s < plus.length; s++) {
      double up = plus[s];
      double down = minus[s];
      double lead = up - down;
      double size = Math.abs(lead);
      plus[s] = (up + Math.abs(up)) * Math.min(1, (size + lead) * HUGE * HUGE);
      minus[s] = (down + Math.abs(down)) * Math.min(1, (size - lead) * HUGE * HUGE);
    }
  }

  private static void indicator(double[] moves, double[] ranges, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = 50 * (moves[s] / Math.max(ranges[s], Double.MIN_VALUE));
    }
  }

  private static void index(double[] plus, double[] minus, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = 100 * (Math.abs(plus[s] - minus[s]) / (plus[s] + minus[s]));
    }
  }

  /** Not where neither direction ever moved and the index stands still. */
  @Override
  public boolean sure(int symbol) {
    return Double.isFinite(adx[symbol]);
  }
}
