package io.quantkit.features.indicator.momentum;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.rows.DecayingSums;

/** {@link Rsi} of many symbols. */
final class RsiRows implements RowKernel {
  private final int period;
  private final double still;
  private final DecayingSums sizes;
  private final DecayingSums changes;
  private final double[] moves;
  private final double[] drift;
  private final double[] work;
  private int seen = -1;

  RsiRows(int period, double still, int symbols) {
    this.period = period;
    this.still = still;
    double decay = 1 - 1.0 / period;
    sizes = new DecayingSums(decay, 2, 1, 1, symbols);
    changes = new DecayingSums(decay, 2, 1, 1, symbols);
    moves = new double[symbols];
    drift = new double[symbols];
    work = new double[symbols];
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    double[] told = out[0];
    double[] change = work;
    change(in[0], before[0], change);
    if (seen == period) {
      changes.add(change, drift);
      absolute(change);
      sizes.add(change, moves);
    } else if (seen++ >= 0) {
      seed(change);
    }
    index(moves, drift, told);
    for (int s = 0; s < told.length && still != 0; s++) {
      told[s] = moves[s] == 0 ? still : told[s];
    }
  }

  private void seed(double[] change) {
    for (int s = 0; s < change.length; s++) {
      moves[s] += Math.abs(change[s]);
      drift[s] += change[s];
    }
    if (seen == period) {
      sizes.start(moves, 1);
      changes.start(drift, 1);
    }
  }

  private static void change(double[] x, double[] last, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = x[s] - last[s];
    }
  }

  private static void absolute(double[] x) {
    for (int s = 0; s < x.length; s++) {
      x[s] = Math.abs(x[s]);
    }
  }

  private static void index(double[] moves, double[] drift, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = 50 * ((moves[s] + drift[s]) / Math.max(moves[s], Double.MIN_VALUE));
    }
  }

  /** Not where a change was too large for a number: it counts as a gap. */
  @Override
  public boolean sure(int symbol) {
    return Double.isFinite(moves[symbol]);
  }
}
