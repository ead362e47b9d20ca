package io.quantkit.features.kernel;

/**
 * An exponentially weighted mean, {@code m[t] = (1 - a) m[t-1] + a x[t]}, started from the mean of
 * the first inputs.
 *
 * <p>Stays within a few units in the last place of the range of the numbers that it is of. Means of
 * numbers that are not negative are not negative.
 */
public final class ExponentialMean {
  private final int seedLength;
  private final double weight;
  private final DecayingSum sum;

  /** What the sum of the first inputs is divided by. */
  private final double seedDivisor;

  private int seen;
  private double base;
  private double seed;

  private ExponentialMean(int seedLength, double seedDivisor, double weight) {
    this.seedLength = seedLength;
    this.seedDivisor = seedDivisor;
    this.weight = weight;
    sum = new DecayingSum(1 - weight);
    clear();
  }

  private ExponentialMean(ExponentialMean other) {
    seedLength = other.seedLength;
    weight = other.weight;
    seedDivisor = other.seedDivisor;
    sum = other.sum.copy();
    seen = other.seen;
    base = other.base;
    seed = other.seed;
  }

  /**
   * Returns an empty mean of weight {@code 2 / (period + 1)}.
   *
   * @param seedLength how many inputs the first value is the mean of
   */
  public static ExponentialMean span(int period, int seedLength) {
    return new ExponentialMean(seedLength, seedLength, 2.0 / (period + 1.0));
  }

  /** Returns an empty mean of weight {@code 1 / period}, started from {@code period} inputs. */
  public static ExponentialMean wilder(int period) {
    return new ExponentialMean(period, period, 1.0 / period);
  }

  /** Returns an independent mean in the same state. */
  public ExponentialMean copy() {
    return new ExponentialMean(this);
  }

  /** Forgets everything. */
  public void clear() {
    seen = 0;
    base = 0;
    seed = 0;
  }

  /** Returns whether there is a mean. */
  public boolean started() {
    return seen >= seedLength;
  }

  /** Adds a finite number and returns the mean, {@code NaN} before it has been started. */
  public double add(double x) {
    return seen >= seedLength ? weight * sum.add(x) : seed(x);
  }

  /**
   * Adds numbers to a mean that has been started and tells the mean after each of them; otherwise
   * as {@link DecayingSum#add(double[], int, int, double[], int)}.
   */
  public boolean add(double[] in, int from, int to, double[] out, int outFrom) {
    boolean finite = sum.add(in, from, to, out, outFrom);
    double w = weight;
    for (int i = outFrom, end = outFrom + to - from; i < end; i++) {
      out[i] *= w;
    }
    return finite;
  }

  /** Sums the first inputs about the very first one. */
  private double seed(double x) {
    if (seen == 0) {
      base = x;
    }
    seed += x - base;
    if (++seen < seedLength) {
      return Double.NaN;
    }
    double mean = base * (seedLength / seedDivisor) + seed / seedDivisor;
    sum.start(mean / weight);
    return mean;
  }

  /**
   * Returns after how many inputs beyond the first value what it was started from weighs less than
   * {@code eps}.
   *
   * @param weight the weight of the newest input, in (0, 1]
   * @param eps in (0, 1)
   */
  public static int memory(double weight, double eps) {
    return weight >= 1 ? 0 : (int) Math.ceil(StrictMath.log(eps) / StrictMath.log1p(-weight));
  }
}
