package io.quantkit.features.kernel;

/**
 * The mean and the sum of squared deviations of the last {@code size} numbers.
 *
 * <p>Accuracy: sums are taken about a number of the window. With {@code b} in the window {@code
 * size * (mean - b)^2} is at most {@code size} times the sum of squared deviations, so turning
 * squares into squared deviations loses at most a factor {@code 1 + size} of the last place,
 * whatever the level of the numbers and the length of the stream. Equal numbers have deviations of
 * exactly 0.
 */
public final class SlidingMoments {
  /*
   * The stream is cut into blocks of the window's size. A window is then the end of one block and
   * the beginning of the next: when a block is complete its suffix sums are computed backwards, and
   * while the next block fills up, window sum = suffix sum + sum of the new block so far. So nothing
   * is ever subtracted. Cell i holds the sums of the old block's i-th number and of those after it.
   * All sums are of x - base, where base is the last number of the old block.
   *
   * Many blocks at once are taken in two halves, so that a sum has something to do while it waits.
   */
  private final int size;
  private final double inverse;
  private final double[] first;
  private final double[] second;

  /** The new block. */
  private final double[] block;

  /** Room for the cells of several blocks. */
  private double[][] room = new double[2][0];

  private int filled;
  private boolean full;
  private double base;
  private double sum1;
  private double sum2;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingMoments(int size) {
    this.size = size;
    this.inverse = 1.0 / size;
    this.first = new double[size];
    this.second = new double[size];
    this.block = new double[size];
    clear();
  }

  private SlidingMoments(SlidingMoments other) {
    size = other.size;
    inverse = other.inverse;
    first = other.first.clone();
    second = other.second.clone();
    block = other.block.clone();
    filled = other.filled;
    full = other.full;
    base = other.base;
    sum1 = other.sum1;
    sum2 = other.sum2;
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
    sum2 = sum2 + d * d;
    filled = k + 1;
    return full;
  }

  /** Makes the block that is complete the old one. */
  private void turn(double last) {
    double s1 = 0;
    double s2 = 0;
    for (int i = size - 1; i >= 0; i--) {
      double d = block[i] - last;
      s1 += d;
      s2 = s2 + d * d;
      first[i] = s1;
      second[i] = s2;
    }
    base = last;
    sum1 = 0;
    sum2 = 0;
    filled = 0;
    full = true;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return full ? Math.fma(first[filled] + sum1, inverse, base) : Double.NaN;
  }

  /** Returns the sum of squared deviations from the mean, at least 0. */
  public double second() {
    if (!full) {
      return Double.NaN;
    }
    double sum = first[filled] + sum1;
    double squares = Math.fma(-sum * inverse, sum, second[filled] + sum2);
    return squares <= 0 ? 0 : squares; // the same as Math.max, which is slower here
  }

  /**
   * Returns the standard deviation.
   *
   * @param ddof what is subtracted from the number of observations: 0 population, 1 sample
   */
  public double deviation(int ddof) {
    return Math.sqrt(second() / (size - ddof));
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers
   * @param from the first position to read
   * @param to the position after the last one
   * @param means receives the mean after each number from position 0 on; not {@code in}; modified
   * @param squares receives what {@link #second()} would return; not {@code in}; modified
   */
  public void add(double[] in, int from, int to, double[] means, double[] squares) {
    int n = to - from;
    sums(in, from, n, means, squares);
    for (int i = 0; i < n; i++) {
      squares[i] = Math.max(0, squares[i]);
    }
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers
   * @param from the first position to read
   * @param to the position after the last one
   * @param scale what {@link #second()} is multiplied with before the root is taken
   * @param means receives the mean after each number from position 0 on; not {@code in}; modified
   * @param roots receives the roots; not {@code in}; modified
   */
  public void add(double[] in, int from, int to, double scale, double[] means, double[] roots) {
    int n = to - from;
    sums(in, from, n, means, roots);
    for (int i = 0; i < n; i++) {
      roots[i] = Math.sqrt(Math.max(0, roots[i]) * scale);
    }
  }

  /** Adds numbers; what should be 0 may be less. */
  private void sums(double[] in, int from, int n, double[] means, double[] squares) {
    int i = 0;
    while (i < n) {
      if (filled == 0 && n - i >= 2 * size) {
        int half = (n - i) / (2 * size) * size;
        makeRoom(2 * half + size);
        fromBehind(in, from + i, half, room[0], room[1]);
        fromTheFront(in, from + i, half, room[0], room[1], means, squares, i);
        i += 2 * half;
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
  }

  private void makeRoom(int length) {
    if (room[0].length < length) {
      room = new double[2][length];
    }
  }

  /** Computes the cells of two halves, each block's after those of the block before. */
  private void fromBehind(double[] in, int from, int half, double[] cells1, double[] cells2) {
    int n = size;
    System.arraycopy(first, 0, cells1, 0, n);
    System.arraycopy(second, 0, cells2, 0, n);
    int from2 = from + half;
    int n2 = n + half;
    double last1 = 0;
    double last2 = 0;
    double s1 = 0;
    double s2 = 0;
    double t1 = 0;
    double t2 = 0;
    int left = 0;
    for (int i = half - 1; i >= 0; i--) {
      double x = in[from + i];
      double y = in[from2 + i];
      if (left == 0) {
        left = n;
        last1 = x;
        last2 = y;
        s1 = 0;
        s2 = 0;
        t1 = 0;
        t2 = 0;
      }
      left--;
      double d = x - last1;
      double e = y - last2;
      s1 += d;
      t1 += e;
      s2 = s2 + d * d;
      t2 = t2 + e * e;
      cells1[n + i] = s1;
      cells2[n + i] = s2;
      cells1[n2 + i] = t1;
      cells2[n2 + i] = t2;
    }
    System.arraycopy(cells1, 2 * half, first, 0, n);
    System.arraycopy(cells2, 2 * half, second, 0, n);
  }

  /** Adds two halves, given the cells of their blocks and of the block before. */
  private void fromTheFront(
      double[] in,
      int from,
      int half,
      double[] cells1,
      double[] cells2,
      double[] means,
      double[] squares,
      int at) {
    double f = inverse;
    int from2 = from + half;
    int at2 = at + half;
    double b = base;
    double c = in[from2 - 1];
    double s1 = 0;
    double s2 = 0;
    double t1 = 0;
    double t2 = 0;
    int left = size;
    for (int i = 0; i < half; i++) {
      double x = in[from + i];
      double y = in[from2 + i];
      double d = x - b;
      double e = y - c;
      s1 += d;
      t1 += e;
      s2 = s2 + d * d;
      t2 = t2 + e * e;
      left--;
      if (left == 0) {
        left = size;
        b = x;
        c = y;
        s1 = 0;
        s2 = 0;
        t1 = 0;
        t2 = 0;
      }
      double sum = cells1[1 + i] + s1;
      double sum2 = cells1[half + 1 + i] + t1;
      means[at + i] = Math.fma(sum, f, b);
      means[at2 + i] = Math.fma(sum2, f, c);
      squares[at + i] = Math.fma(-sum * f, sum, cells2[1 + i] + s2);
      squares[at2 + i] = Math.fma(-sum2 * f, sum2, cells2[half + 1 + i] + t2);
    }
    base = c;
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
      s2 = s2 + d * d;
      double total = old1[k + i] + s1;
      means[at + i] = Math.fma(total, f, b);
      squares[at + i] = Math.fma(-total * f, total, old2[k + i] + s2);
    }
    System.arraycopy(in, from, block, filled, count);
    sum1 = s1;
    sum2 = s2;
    filled += count;
  }
}
