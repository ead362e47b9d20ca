package io.quantkit.features.kernel;

/**
 * The mean and the central sums of powers of the last {@code size} numbers.
 *
 * <p>Accuracy: sums of powers are taken about a number of the window. With {@code b} in the window
 * {@code size * (mean - b)^2} is at most {@code size} times the sum of squared deviations, so
 * turning them into central sums loses at most a factor {@code 1 + size} of the last place,
 * whatever the level of the numbers and the length of the stream. Equal numbers have central sums
 * of exactly 0.
 */
public final class SlidingMoments {
  /*
   * The stream is cut into blocks of the window's size. A window is then the end of one block and
   * the beginning of the next: when a block is complete its suffix sums are computed backwards, and
   * while the next block fills up, window sum = suffix sum + sum of the new block so far. So nothing
   * is ever subtracted. Cell i of the arrays holds the sums of what follows it in the old block
   * until the new block's i-th number overwrites it. All sums are of x - base, where base is the
   * last number of the completed block.
   */
  private final int size;
  private final double inverse;
  private double[] first;
  private double[] second;
  private final double[] third;
  private double[] nextFirst = {};
  private double[] nextSecond = {};
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
    this.inverse = 1.0 / size;
    this.first = new double[size];
    this.second = new double[size];
    this.third = new double[order == 3 ? size : 0];
    clear();
  }

  private SlidingMoments(SlidingMoments other) {
    size = other.size;
    inverse = other.inverse;
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
    if (k == size - 1) {
      first[k] = x;
      turn(x);
      return true;
    }
    double d = x - base;
    sum1 += d;
    sum2 += d * d;
    if (full) {
      total1 = first[k] + sum1;
      total2 = second[k] + sum2;
    }
    if (third.length > 0) {
      sum3 += d * d * d;
      total3 = full ? third[k] + sum3 : Double.NaN;
    }
    first[k] = x;
    filled = k + 1;
    return full;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /**
   * Adds finite numbers to a full window of order 2.
   *
   * @param in the numbers
   * @param from the first position to read
   * @param to the position after the last one
   * @param means receives the mean after each number from position 0 on; not {@code in}; modified
   * @param squares receives what {@link #second()} would return; not {@code in}; modified
   */
  public void add(double[] in, int from, int to, double[] means, double[] squares) {
    int n = to - from;
    int i = 0;
    while (i < n) {
      if (filled == 0 && n - i >= size) {
        block(in, from + i, means, squares, i);
        i += size;
      } else if (filled == size - 1) {
        add(in[from + i]);
        means[i] = mean();
        squares[i] = second();
        i++;
      } else {
        i = part(in, from, i, n, means, squares);
      }
    }
  }

  /** Adds a whole block. Its suffix sums and its prefix sums do not wait for each other. */
  private void block(double[] in, int from, double[] means, double[] squares, int at) {
    if (nextFirst.length == 0) {
      nextFirst = new double[size];
      nextSecond = new double[size];
    }
    double[] fresh1 = nextFirst;
    double[] fresh2 = nextSecond;
    double[] old1 = first;
    double[] old2 = second;
    int end = size - 1;
    double last = in[from + end];
    double s1 = 0;
    double s2 = 0;
    double b = base;
    double f = inverse;
    double p1 = 0;
    double p2 = 0;
    for (int i = 0, j = end; i <= end; i++, j--) {
      double d = in[from + i] - b;
      double e = in[from + j] - last;
      p1 += d;
      p2 += d * d;
      double t1 = old1[i] + p1;
      double m = t1 * f;
      means[at + i] = b + m;
      squares[at + i] = Math.max(0, Math.fma(-m, t1, old2[i] + p2));
      fresh1[j] = s1;
      fresh2[j] = s2;
      s1 += e;
      s2 += e * e;
    }
    nextFirst = old1;
    nextSecond = old2;
    first = fresh1;
    second = fresh2;
    base = last;
    sum1 = 0;
    sum2 = 0;
    total1 = s1;
    total2 = s2;
    means[at + end] = mean();
    squares[at + end] = second();
  }

  /** Adds what comes before the block is complete and returns the position after it. */
  private int part(double[] in, int from, int begin, int n, double[] means, double[] squares) {
    int count = Math.min(n - begin, size - 1 - filled);
    double s1 = sum1;
    double s2 = sum2;
    double t1 = total1;
    double t2 = total2;
    for (int i = 0; i < count; i++) {
      double x = in[from + begin + i];
      double d = x - base;
      s1 += d;
      s2 += d * d;
      t1 = first[filled + i] + s1;
      t2 = second[filled + i] + s2;
      first[filled + i] = x;
      double m = t1 * inverse;
      means[begin + i] = base + m;
      squares[begin + i] = Math.max(0, Math.fma(-m, t1, t2));
    }
    sum1 = s1;
    sum2 = s2;
    total1 = t1;
    total2 = t2;
    filled += count;
    return begin + count;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return base + total1 * inverse;
  }

  /** Returns the sum of squared deviations from the mean, at least 0. */
  public double second() {
    return Math.max(0, Math.fma(-(total1 * inverse), total1, total2));
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
      first[i] = s1;
      second[i] = s2;
      s1 += d;
      s2 += d * d;
      if (third.length > 0) {
        third[i] = s3;
        s3 += d * d * d;
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
