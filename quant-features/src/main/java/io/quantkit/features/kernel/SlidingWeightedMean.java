package io.quantkit.features.kernel;

/**
 * The weighted mean and variance of the last {@code size} numbers, with the accuracy of {@link
 * SlidingMoments}.
 */
public final class SlidingWeightedMean {
  private final int size;

  /** Suffix sums of w, w d and w d d about the base; the first two hold w and x at first. */
  private final double[] zeroth;

  private final double[] first;
  private final double[] second;
  private int filled;
  private boolean full;
  private double base;
  private double sum0;
  private double sum1;
  private double sum2;
  private double total0;
  private double total1;
  private double total2;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingWeightedMean(int size) {
    this.size = size;
    zeroth = new double[size];
    first = new double[size];
    second = new double[size];
    clear();
  }

  private SlidingWeightedMean(SlidingWeightedMean other) {
    size = other.size;
    zeroth = other.zeroth.clone();
    first = other.first.clone();
    second = other.second.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum0 = other.sum0;
    sum1 = other.sum1;
    sum2 = other.sum2;
    total0 = other.total0;
    total1 = other.total1;
    total2 = other.total2;
  }

  /** Returns an independent window with the same content. */
  public SlidingWeightedMean copy() {
    return new SlidingWeightedMean(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    sum0 = 0;
    sum1 = 0;
    sum2 = 0;
    total0 = Double.NaN;
    total1 = Double.NaN;
    total2 = Double.NaN;
  }

  /**
   * Adds a finite number of a finite weight, at least 0, and returns whether the window is full.
   */
  public boolean add(double x, double weight) {
    int k = filled;
    zeroth[k] = weight;
    first[k] = x;
    if (++k == size) {
      turn(x);
      return true;
    }
    filled = k;
    double d = x - base;
    sum0 += weight;
    sum1 = Math.fma(weight, d, sum1);
    sum2 = Math.fma(weight * d, d, sum2);
    if (full) {
      total0 = zeroth[k] + sum0;
      total1 = first[k] + sum1;
      total2 = second[k] + sum2;
    }
    return full;
  }

  /** Returns the sum of weights, {@code NaN} until full. */
  public double weight() {
    return total0;
  }

  /** Returns the mean, {@code NaN} until full or if all weights are zero. */
  public double mean() {
    return base + total1 / total0;
  }

  /** Returns the weighted mean of squared deviations from the mean, at least 0. */
  public double variance() {
    double m = total1 / total0;
    return Math.max(0, Math.fma(-m, m, total2 / total0));
  }

  private void turn(double last) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    for (int i = size - 1; i >= 0; i--) {
      double w = zeroth[i];
      double d = first[i] - last;
      s0 += w;
      s1 = Math.fma(w, d, s1);
      s2 = Math.fma(w * d, d, s2);
      zeroth[i] = s0;
      first[i] = s1;
      second[i] = s2;
    }
    base = last;
    sum0 = 0;
    sum1 = 0;
    sum2 = 0;
    total0 = s0;
    total1 = s1;
    total2 = s2;
    filled = 0;
    full = true;
  }
}
