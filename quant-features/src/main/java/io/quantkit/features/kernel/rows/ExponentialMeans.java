package io.quantkit.features.kernel.rows;

/** {@link io.quantkit.features.kernel.ExponentialMean} of many symbols. */
public final class ExponentialMeans {
  private final int seedLength;
  private final double weight;
  private final DecayingSums sums;
  private final double[] base;
  private final double[] seed;
  private int seen;

  private ExponentialMeans(int seedLength, double weight, int symbols) {
    this.seedLength = seedLength;
    this.weight = weight;
    sums = new DecayingSums(1 - weight, 4, 1, weight, symbols);
    base = new double[symbols];
    seed = new double[symbols];
  }

  /**
   * Returns empty means of weight {@code 2 / (period + 1)}.
   *
   * @param seedLength how many inputs the first value is the mean of
   */
  public static ExponentialMeans span(int period, int seedLength, int symbols) {
    return new ExponentialMeans(seedLength, 2.0 / (period + 1.0), symbols);
  }

  /** Returns empty means of weight {@code 1 / period}, started from {@code period} inputs. */
  public static ExponentialMeans wilder(int period, int symbols) {
    return new ExponentialMeans(period, 1.0 / period, symbols);
  }

  /**
   * Adds numbers and tells the means, if there are any.
   *
   * @param out receives the means; may be {@code x}
   * @return whether there are
   */
  public boolean add(double[] x, double[] out) {
    if (seen == seedLength) {
      sums.add(x, out);
      return true;
    }
    if (seen == 0) {
      System.arraycopy(x, 0, base, 0, base.length);
    }
    for (int s = 0; s < base.length; s++) {
      seed[s] += x[s] - base[s];
    }
    if (++seen < seedLength) {
      return false;
    }
    double n = seedLength;
    for (int s = 0; s < base.length; s++) {
      double mean = base[s] * (seedLength / n) + seed[s] / n;
      out[s] = mean;
      seed[s] = mean / weight;
    }
    sums.start(seed, 1);
    return true;
  }
}
