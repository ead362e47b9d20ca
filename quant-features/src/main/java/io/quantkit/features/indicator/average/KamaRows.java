package io.quantkit.features.indicator.average;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.rows.SlidingSums;

/**
 * {@link Kama} of many symbols, in the groups of {@link io.quantkit.features.kernel.AdaptiveMean}.
 */
final class KamaRows implements RowKernel {
  private static final int GROUP = 4;

  private final double slow;
  private final double range;

  /** By position and symbol: the last numbers, the oldest of them at {@link #oldest}. */
  private final double[][] past;

  private final SlidingSums way;
  private final double[] steps;
  private final double[] sums;
  private final double[] anchor;
  private final double[] rest;
  private final double[] part;
  private final double[] groupRest;
  private final double[] groupPart;
  private int oldest;
  private int seen;
  private int phase;

  KamaRows(int period, int fast, int slow, int symbols) {
    this.slow = 2 / (slow + 1.0);
    range = 2 / (fast + 1.0) - this.slow;
    past = new double[period][symbols];
    way = new SlidingSums(period, symbols);
    steps = new double[symbols];
    sums = new double[symbols];
    anchor = new double[symbols];
    rest = new double[symbols];
    part = new double[symbols];
    groupRest = new double[symbols];
    groupPart = new double[symbols];
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    double[] x = in[0];
    double[] old = past[oldest];
    oldest = oldest == past.length - 1 ? 0 : oldest + 1;
    if (seen > 0) {
      distance(x, before[0], steps);
      way.add(steps, sums);
    }
    if (seen < past.length) {
      seen++;
      System.arraycopy(x, 0, anchor, 0, anchor.length);
    } else {
      distance(x, old, steps);
      weigh(x);
      if (phase == 0) {
        first(out[0]);
      } else {
        next(out[0]);
      }
      phase = (phase + 1) % GROUP;
      if (phase == 0) {
        System.arraycopy(out[0], 0, anchor, 0, anchor.length);
      }
    }
    System.arraycopy(x, 0, old, 0, anchor.length);
  }

  private static void distance(double[] a, double[] b, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = Math.abs(a[s] - b[s]);
    }
  }

  /** Computes what remains of the means and what is added to them. */
  private void weigh(double[] x) {
    double[] distance = steps;
    for (int s = 0; s < distance.length; s++) {
      distance[s] = (distance[s] + Double.MIN_NORMAL) / (sums[s] + Double.MIN_NORMAL);
    }
    for (int s = 0; s < distance.length; s++) {
      double root = Math.fma(Math.min(1, distance[s]), range, slow);
      double weight = root * root;
      rest[s] = 1 - weight;
      part[s] = weight * x[s];
    }
  }

  private void first(double[] out) {
    for (int s = 0; s < out.length; s++) {
      groupRest[s] = rest[s];
      groupPart[s] = part[s];
      out[s] = Math.fma(rest[s], anchor[s], part[s]);
    }
  }

  private void next(double[] out) {
    for (int s = 0; s < out.length; s++) {
      double p = Math.fma(rest[s], groupPart[s], part[s]);
      double r = rest[s] * groupRest[s];
      groupPart[s] = p;
      groupRest[s] = r;
      out[s] = Math.fma(r, anchor[s], p);
    }
  }
}
