package io.quantkit.features.indicator.momentum;

import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.rows.DecayingSums;
import io.quantkit.features.kernel.rows.ExponentialMeans;

/** {@link Trix} of many symbols. */
final class TrixRows implements RowKernel {
  private final int withheld;
  private final double weight;

  /** Until there is a value. */
  private final ExponentialMeans[] starts;

  private final DecayingSums[] sums;

  /** By average and symbol. */
  private final double[][] means;

  private double[] spare;
  private int seen;

  TrixRows(int period, int seedLength, int withheld, int symbols) {
    this.withheld = withheld;
    weight = 2 / (period + 1.0);
    starts = new ExponentialMeans[3];
    sums = new DecayingSums[3];
    for (int i = 0; i < 3; i++) {
      starts[i] = ExponentialMeans.span(period, seedLength, symbols);
      // Numbers are weighted three times as they come, not once by every sum.
      double first = i == 0 ? weight * weight * weight : 1;
      sums[i] = new DecayingSums(1 - weight, 2, first, 1, symbols);
    }
    means = new double[3][symbols];
    spare = new double[symbols];
  }

  @Override
  public void update(double[][] before, double[][] in, double[][] out) {
    if (seen < withheld) {
      warmUp(in[0]);
      return;
    }
    double[] last = means[2];
    sums[0].add(in[0], means[0]);
    sums[1].add(means[0], means[1]);
    sums[2].add(means[1], spare);
    change(spare, last, out[0]);
    means[2] = spare;
    spare = last;
  }

  private void warmUp(double[] x) {
    boolean started = starts[0].add(x, means[0]);
    started = started && starts[1].add(means[0], means[1]);
    if (started) {
      starts[2].add(means[1], means[2]);
    }
    if (++seen == withheld) {
      sums[0].start(means[0], weight * weight);
      sums[1].start(means[1], weight);
      sums[2].start(means[2], 1);
    }
  }

  private static void change(double[] now, double[] last, double[] out) {
    for (int s = 0; s < out.length; s++) {
      double quotient = (now[s] - last[s]) / last[s];
      out[s] = 100 * (quotient + 0 * quotient); // NaN where infinite
    }
  }
}
