package io.quantkit.features.kernel;

/**
 * An exponentially weighted mean, {@code m[t] = (1 - a) m[t-1] + a x[t]}, started from the mean of
 * the first inputs.
 *
 * <p>The mean of equal numbers is that number exactly, and a mean never leaves the range of the
 * numbers that it is of.
 */
public final class ExponentialMean {
  /*
   * One fused multiply-add is the whole loop-carried chain. The weights are made to add up to one
   * exactly (beta is rounded first, and 1 - beta is exact when beta is at least one half), and the
   * product that is rounded is the one with the smaller weight: its error is then below half an ulp
   * of the result, so a constant is a fixed point; monotonicity of rounding gives the bounds.
   */
  private final int seedLength;
  private final double alpha;
  private final double beta;

  /** What the sum of the first inputs is divided by. */
  private final double seedDivisor;

  private int seen;
  private double base;
  private double mean;

  private ExponentialMean(int seedLength, double seedDivisor, double weight) {
    this.seedLength = seedLength;
    this.seedDivisor = seedDivisor;
    if (weight <= 0.5) {
      beta = 1 - weight;
      alpha = 1 - beta;
    } else {
      alpha = weight;
      beta = 1 - alpha;
    }
    clear();
  }

  private ExponentialMean(ExponentialMean other) {
    seedLength = other.seedLength;
    alpha = other.alpha;
    beta = other.beta;
    seedDivisor = other.seedDivisor;
    seen = other.seen;
    base = other.base;
    mean = other.mean;
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

  /**
   * Returns an empty mean of weight {@code 1 / period} that starts as TA-Lib's smoothed sums do:
   * from the sum of {@code period - 1} inputs, divided by {@code period}.
   *
   * @param period at least 2
   */
  public static ExponentialMean wilderSum(int period) {
    return new ExponentialMean(period - 1, period, 1.0 / period);
  }

  /** Returns an independent mean in the same state. */
  public ExponentialMean copy() {
    return new ExponentialMean(this);
  }

  /** Forgets everything. */
  public void clear() {
    seen = 0;
    base = 0;
    mean = 0;
  }

  /** Adds a finite number and returns the mean, {@code NaN} before it has been started. */
  public double add(double x) {
    if (seen >= seedLength) {
      mean = alpha > beta ? Math.fma(alpha, x, beta * mean) : Math.fma(beta, mean, alpha * x);
      return mean;
    }
    return seed(x);
  }

  /** Sums the first inputs about the very first one. */
  private double seed(double x) {
    if (seen == 0) {
      base = x;
    }
    mean += x - base;
    if (++seen < seedLength) {
      return Double.NaN;
    }
    mean = base * (seedLength / seedDivisor) + mean / seedDivisor;
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
