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
   * is ever subtracted. Cell i holds the sums of the old block's i-th number and of those after it.
   * All sums are of x - base, where base is the last number of the old block.
   */
  private final int size;
  private final double inverse;
  private final double[] first;
  private final double[] second;
  private final double[] third;

  /** The new block. */
  private final double[] block;

  /** Room for the cells of several blocks. */
  private double[][] room = new double[2][0];

  private int filled;
  private boolean full;
  private double base;
  private double sum1;
  private double sum2;
  private double sum3;

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
    this.block = new double[size];
    clear();
  }

  private SlidingMoments(SlidingMoments other) {
    size = other.size;
    inverse = other.inverse;
    first = other.first.clone();
    second = other.second.clone();
    third = other.third.clone();
    block = other.block.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum1 = other.sum1;
    sum2 = other.sum2;
    sum3 = other.sum3;
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
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    int k = filled;
    block[k] = x;
    if (k == size - 1) {
      turn(x);
      return true;
    }
    double d = x - base;
    sum1 += d;
    sum2 += d * d;
    if (third.length > 0) {
      sum3 += d * d * d;
    }
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
        int count = (n - i) / size * size;
        makeRoom(count + size);
        fromBehind(in, from + i, count, room[0], room[1]);
        fromTheFront(in, from + i, count, room[0], room[1], means, squares, i);
        i += count;
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

  private void makeRoom(int length) {
    if (room[0].length < length) {
      room = new double[2][length];
    }
  }

  /** Computes the cells of some whole blocks, each after those of the block before. */
  private void fromBehind(double[] in, int from, int count, double[] cells1, double[] cells2) {
    int n = size;
    System.arraycopy(first, 0, cells1, 0, n);
    System.arraycopy(second, 0, cells2, 0, n);
    double last = 0;
    double s1 = 0;
    double s2 = 0;
    int left = 0;
    for (int i = count - 1; i >= 0; i--) {
      if (left == 0) {
        left = n;
        last = in[from + i];
        s1 = 0;
        s2 = 0;
      }
      left--;
      double d = in[from + i] - last;
      s1 += d;
      s2 += d * d;
      cells1[i + n] = s1;
      cells2[i + n] = s2;
    }
    System.arraycopy(cells1, count, first, 0, n);
    System.arraycopy(cells2, count, second, 0, n);
  }

  /** Adds some whole blocks, given the cells of those and of the block before. */
  private void fromTheFront(
      double[] in,
      int from,
      int count,
      double[] cells1,
      double[] cells2,
      double[] means,
      double[] squares,
      int at) {
    double f = inverse;
    double b = base;
    double s1 = 0;
    double s2 = 0;
    int left = size;
    for (int i = 0; i < count; i++) {
      double x = in[from + i];
      double d = x - b;
      s1 += d;
      s2 += d * d;
      left--;
      if (left == 0) {
        left = size;
        b = x;
        s1 = 0;
        s2 = 0;
      }
      double total = cells1[i + 1] + s1;
      means[at + i] = Math.fma(total, f, b);
      squares[at + i] = Math.fma(-total * f, total, cells2[i + 1] + s2);
    }
    base = b;
    sum1 = 0;
    sum2 = 0;
  }

  /** Adds what comes before the block is complete. */
  private void part(double[] in, int from, int count, double[] means, double[] squares, int at) {
    double[] old1 = first;
    double[] old2 = second;
    double b = base;
    double f = inverse;
    double s1 = sum1;
    double s2 = sum2;
    int k = filled + 1;
    for (int i = 0; i < count; i++) {
      double d = in[from + i] - b;
      s1 += d;
      s2 += d * d;
      double total = old1[k + i] + s1;
      means[at + i] = Math.fma(total, f, b);
      squares[at + i] = Math.fma(-total * f, total, old2[k + i] + s2);
    }
    System.arraycopy(in, from, block, filled, count);
    sum1 = s1;
    sum2 = s2;
    filled += count;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return full ? Math.fma(first[filled] + sum1, inverse, base) : Double.NaN;
  }

  /** Returns the sum of squared deviations from the mean, at least 0. */
  public double second() {
    return full ? central(first[filled] + sum1, second[filled] + sum2) : Double.NaN;
  }

  private double central(double sum, double squares) {
    return Math.max(0, Math.fma(-sum * inverse, sum, squares));
  }

  /** Returns the sum of cubed deviations from the mean. */
  public double third() {
    if (!full) {
      return Double.NaN;
    }
    double sum = first[filled] + sum1;
    double m = sum / size;
    return third[filled] + sum3 - 3 * m * (second[filled] + sum2) + 2 * m * m * sum;
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
    for (int i = size - 1; i >= 0; i--) {
      double d = block[i] - last;
      s1 += d;
      s2 += d * d;
      first[i] = s1;
      second[i] = s2;
    }
    if (third.length > 0) {
      turnThird(last);
    }
    base = last;
    sum1 = 0;
    sum2 = 0;
    sum3 = 0;
    filled = 0;
    full = true;
  }

  private void turnThird(double last) {
    double s3 = 0;
    for (int i = size - 1; i >= 0; i--) {
      double d = block[i] - last;
      s3 += d * d * d;
      third[i] = s3;
    }
  }
}
