package io.quantkit.features.kernel;

/**
 * The mean and the central sums of powers of the last {@code size} numbers.
 *
 * <p>Accuracy: sums of powers are taken about a number of the window, see {@link SlidingMean}. With
 * {@code b} in the window {@code size * (mean - b)^2} is at most {@code size} times the sum of
 * squared deviations, so turning them into central sums loses at most a factor {@code 1 + size} of
 * the last place, whatever the level of the numbers and the length of the stream. Equal numbers
 * have central sums of exactly 0.
 */
public final class SlidingMoments {
  private final int size;
  private final double[] first;
  private final double[] second;
  private final double[] third;
  private int filled;
  private boolean full;
  private double base;
  private double sum1;
  private double sum2;
  private double sum3;
  private double total1;
  private double total2;
  private double total3;

  /**
   * Creates an empty window.
   *
   * @param size how many numbers it holds, at least 1
   * @param order the highest power that will be asked for: 2, or 3 for {@link #third()}
   */
  public SlidingMoments(int size, int order) {
    this.size = size;
    this.first = new double[size];
    this.second = new double[size];
    this.third = new double[order == 3 ? size : 0];
    clear();
  }

  private SlidingMoments(SlidingMoments other) {
    size = other.size;
    first = other.first.clone();
    second = other.second.clone();
    third = other.third.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum1 = other.sum1;
    sum2 = other.sum2;
    sum3 = other.sum3;
    total1 = other.total1;
    total2 = other.total2;
    total3 = other.total3;
  }

  /** Returns an independent window with the same content. */
  public SlidingMoments copy() {
    return new SlidingMoments(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    sum1 = 0;
    sum2 = 0;
    sum3 = 0;
    total1 = Double.NaN;
    total2 = Double.NaN;
    total3 = Double.NaN;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    int k = filled;
    first[k] = x;
    if (++k == size) {
      turn(x);
      return true;
    }
    filled = k;
    double d = x - base;
    sum1 += d;
    sum2 = Math.fma(d, d, sum2);
    if (third.length > 0) {
      sum3 = Math.fma(d * d, d, sum3);
    }
    if (full) {
      total1 = first[k] + sum1;
      total2 = second[k] + sum2;
      if (third.length > 0) {
        total3 = third[k] + sum3;
      }
    }
    return full;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return base + total1 / size;
  }

  /** Returns the sum of squared deviations from the mean, at least 0. */
  public double second() {
    return Math.max(0, Math.fma(-total1 / size, total1, total2));
  }

  /** Returns the sum of cubed deviations from the mean. */
  public double third() {
    double m = total1 / size;
    return total3 - 3 * m * total2 + 2 * m * m * total1;
  }

  /**
   * Returns the standard deviation.
   *
   * @param ddof what is subtracted from the number of observations: 0 population, 1 sample
   */
  public double deviation(int ddof) {
    return Math.sqrt(second() / (size - ddof));
  }

  private void turn(double last) {
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = size - 1; i >= 0; i--) {
      double d = first[i] - last;
      s1 += d;
      s2 = Math.fma(d, d, s2);
      first[i] = s1;
      second[i] = s2;
      if (third.length > 0) {
        s3 = Math.fma(d * d, d, s3);
        third[i] = s3;
      }
    }
    base = last;
    sum1 = 0;
    sum2 = 0;
    sum3 = 0;
    total1 = s1;
    total2 = s2;
    total3 = s3;
    filled = 0;
    full = true;
  }
}
