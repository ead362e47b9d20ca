package io.quantkit.features.indicator.trend;

import io.quantkit.features.RowKernel;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.rows.DecayingSums;
import io.quantkit.features.kernel.rows.ExponentialMeans;

/** {@link Macd} of many symbols. */
final class MacdRows implements RowKernel {
  private final int fastDelay;
  private final int withheld;

  /** Until the first value. */
  private final ExponentialMeans fastStart;

  private final ExponentialMeans slowStart;
  private final ExponentialMeans signalStart;

  private final DecayingSums fast;
  private final DecayingSums slow;
  private final DecayingSums signal;
  private final double[] base;
  private final double[][] work;
  private int seen;

  MacdRows(Macd recipe, int symbols) {
    boolean mean = recipe.seed() == Seed.MEAN;
    fastDelay = mean ? recipe.slow() - recipe.fast() : 0;
    withheld = recipe.warmup();
    fastStart = ExponentialMeans.span(recipe.fast(), mean ? recipe.fast() : 1, symbols);
    slowStart = ExponentialMeans.span(recipe.slow(), mean ? recipe.slow() : 1, symbols);
    signalStart = ExponentialMeans.span(recipe.signal(), mean ? recipe.signal() : 1, symbols);
    fast = mean(recipe.fast(), symbols);
    slow = mean(recipe.slow(), symbols);
    signal = mean(recipe.signal(), symbols);
    base = new double[symbols];
    work = new double[3][symbols];
  }

  private static DecayingSums mean(int period, int symbols) {
    double weight = 2 / (period + 1.0);
    return new DecayingSums(1 - weight, 2, weight, 1, symbols);
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    double[] x = in[0];
    double[] d = work[0];
    if (seen == 0) {
      System.arraycopy(x, 0, base, 0, base.length);
    }
    difference(x, base, d);
    if (seen > withheld) {
      fast.add(d, work[1]);
      slow.add(d, work[2]);
      difference(work[1], work[2], out[Macd.LINE]);
      signal.add(out[Macd.LINE], out[Macd.SIGNAL]);
    } else {
      warmUp(d, out);
      seen++;
    }
    difference(out[Macd.LINE], out[Macd.SIGNAL], out[Macd.HISTOGRAM]);
  }

  private void warmUp(double[] d, double[][] out) {
    boolean line = slowStart.add(d, work[2]);
    line &= seen >= fastDelay && fastStart.add(d, work[1]);
    if (line) {
      difference(work[1], work[2], out[Macd.LINE]);
      signalStart.add(out[Macd.LINE], out[Macd.SIGNAL]);
    }
    if (seen == withheld) {
      fast.start(work[1], 1);
      slow.start(work[2], 1);
      signal.start(out[Macd.SIGNAL], 1);
    }
  }

  private static void difference(double[] a, double[] b, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = a[s] - b[s];
    }
  }
}
