package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * Exponential means of exponential means and a weighted sum of them: {@code y = c[0] e1 + c[1] e2 +
 * ...} where {@code e1} is the mean of the numbers and each further one the mean of the one before.
 */
public final class ExponentialCascade implements Filter {
  private final ExponentialMean[] means;
  private final double[] weights;
  private final int withheld;

  /** By stage: how many values were withheld. */
  private final int[] seen;

  private double[] work = {};

  private ExponentialCascade(ExponentialMean[] means, double[] weights, int withheld, int[] seen) {
    this.means = means;
    this.weights = weights;
    this.withheld = withheld;
    this.seen = seen;
  }

  /**
   * Creates a cascade of means of weight {@code 2 / (period + 1)}, each of which withholds its
   * first {@code period - 1} values.
   *
   * @param seedLength how many numbers the first value of each mean is the mean of: {@code period}
   *     or 1
   * @param weights what each mean counts; as many as there are means, at least one; kept
   */
  public static ExponentialCascade of(int period, int seedLength, double... weights) {
    ExponentialMean[] means = new ExponentialMean[weights.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = ExponentialMean.span(period, seedLength);
    }
    return new ExponentialCascade(means, weights, period - 1, new int[weights.length]);
  }

  /** Creates a single mean of weight {@code 1 / period} that begins with a mean. */
  public static ExponentialCascade wilder(int period) {
    ExponentialMean[] means = {ExponentialMean.wilder(period)};
    return new ExponentialCascade(means, new double[] {1}, period - 1, new int[1]);
  }

  @Override
  public double add(double x) {
    double e = x;
    double y = 0;
    for (int i = 0; i < means.length; i++) {
      e = means[i].add(e);
      if (seen[i] < withheld) {
        seen[i]++;
        return Double.NaN;
      }
      if (weights[i] != 0) {
        y += weights[i] * e;
      }
    }
    return y;
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int t = from;
    for (; t < to && !ready(); t++) {
      out[outFrom + t - from] = add(in[t]);
    }
    if (t == to) {
      return;
    }
    int count = to - t;
    int at = outFrom + t - from;
    if (work.length < count) {
      work = new double[count];
    }
    double[] e = work;
    means[0].add(in, t, to, e, 0);
    scale(e, count, weights[0], out, at);
    for (int i = 1; i < means.length; i++) {
      means[i].add(e, 0, count, e, 0);
      if (weights[i] != 0) {
        accumulate(e, count, weights[i], out, at);
      }
    }
  }

  private boolean ready() {
    int last = means.length - 1;
    return seen[last] == withheld && means[last].started();
  }

  private static void scale(double[] e, int count, double weight, double[] out, int outFrom) {
    for (int k = 0; k < count; k++) {
      out[outFrom + k] = 0 + weight * e[k];
    }
  }

  private static void accumulate(double[] e, int count, double weight, double[] out, int outFrom) {
    for (int k = 0; k < count; k++) {
      out[outFrom + k] += weight * e[k];
    }
  }

  @Override
  public void clear() {
    for (ExponentialMean mean : means) {
      mean.clear();
    }
    Arrays.fill(seen, 0);
  }

  @Override
  public Filter copy() {
    ExponentialMean[] copies = new ExponentialMean[means.length];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = means[i].copy();
    }
    return new ExponentialCascade(copies, weights, withheld, seen.clone());
  }
}
