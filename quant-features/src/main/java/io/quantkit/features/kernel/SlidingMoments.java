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
  private final double[] first;
  private final double[] second;
  private final double[] third;

  /** The sums of a block and those of what comes next, when two whole blocks are added. */
  private double[][] room = {};

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
      if (filled == 0 && n - i >= 2 * size) {
        twoBlocks(in, from + i, means, squares, i);
        i += 2 * size;
        continue;
      }
      int count = Math.min(n - i, size - 1 - filled);
      if (count > 0) {
        part(in, from + i, count, means, squares, i);
        i += count;
      }
      if (i < n) {
        add(in[from + i]);
        means[i] = mean();
        squares[i] = second();
        i++;
      }
    }
    for (i = 0; i < n; i++) {
      squares[i] = Math.max(0, squares[i]);
    }
  }

  /**
   * Adds two whole blocks. Their suffix sums, and their prefix sums, do not wait for each other.
   */
  private void twoBlocks(double[] in, int from, double[] means, double[] squares, int at) {
    int n = size;
    if (room.length == 0) {
      room = new double[4][n];
    }
    double[] between1 = room[0];
    double[] between2 = room[1];
    double[] fresh1 = room[2];
    double[] fresh2 = room[3];
    double lastA = in[from + n - 1];
    double lastB = in[from + 2 * n - 1];
    double sumA = 0;
    double sumB = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = n - 1; i >= 0; i--) {
      between1[i] = sumA;
      between2[i] = squareA;
      fresh1[i] = sumB;
      fresh2[i] = squareB;
      double a = in[from + i] - lastA;
      double b = in[from + n + i] - lastB;
      sumA += a;
      sumB += b;
      squareA += a * a;
      squareB += b * b;
    }
    prefixes(in, from, lastA, means, squares, at);
    System.arraycopy(fresh1, 0, first, 0, n);
    System.arraycopy(fresh2, 0, second, 0, n);
    base = lastA;
    total1 = sumA;
    total2 = squareA;
    means[at + n - 1] = mean();
    squares[at + n - 1] = second();
    base = lastB;
    total1 = sumB;
    total2 = squareB;
    means[at + 2 * n - 1] = mean();
    squares[at + 2 * n - 1] = second();
    sum1 = 0;
    sum2 = 0;
  }

  /** Tells the moments after all but the last number of each of two blocks. */
  private void prefixes(
      double[] in, int from, double baseB, double[] means, double[] squares, int at) {
    double[] oldA1 = first;
    double[] oldA2 = second;
    double[] oldB1 = room[0];
    double[] oldB2 = room[1];
    double baseA = base;
    double f = inverse;
    int n = size;
    double sumA = 0;
    double sumB = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < n - 1; i++) {
      double a = in[from + i] - baseA;
      double b = in[from + n + i] - baseB;
      sumA += a;
      sumB += b;
      squareA += a * a;
      squareB += b * b;
      double totalA = oldA1[i] + sumA;
      double totalB = oldB1[i] + sumB;
      double meanA = totalA * f;
      double meanB = totalB * f;
      means[at + i] = baseA + meanA;
      means[at + n + i] = baseB + meanB;
      squares[at + i] = Math.fma(-meanA, totalA, oldA2[i] + squareA);
      squares[at + n + i] = Math.fma(-meanB, totalB, oldB2[i] + squareB);
    }
  }

  /** Adds what comes before the block is complete. */
  private void part(double[] in, int from, int count, double[] means, double[] squares, int at) {
    double[] old1 = first;
    double[] old2 = second;
    double b = base;
    double f = inverse;
    double s1 = sum1;
    double s2 = sum2;
    int k = filled;
    for (int i = 0; i < count; i++) {
      double d = in[from + i] - b;
      s1 += d;
      s2 += d * d;
      double t1 = old1[k + i] + s1;
      double m = t1 * f;
      means[at + i] = b + m;
      squares[at + i] = Math.fma(-m, t1, old2[k + i] + s2);
    }
    total1 = old1[k + count - 1] + s1;
    total2 = old2[k + count - 1] + s2;
    System.arraycopy(in, from, old1, k, count);
    sum1 = s1;
    sum2 = s2;
    filled = k + count;
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
