package io.quantkit.features.kernel;

/**
 * The mean of the last {@code size} numbers.
 *
 * <p>A step costs a constant number of operations on average. The sum is taken anew, about a number
 * of the window, once in a while, so rounding errors are those of some hundred steps, however long
 * the stream. The mean of numbers that were equal all along is that number exactly.
 */
public final class SlidingMean {
  /*
   * The sum follows from the one before by adding x[t] - x[t-size]. These differences are added up
   * in groups of four, so that only the last one of a group waits for the group before. All sums
   * are of x - base, where base is the last number at the time when the sum was taken anew: the
   * level of the numbers, which is usually much larger than their range, cannot cost digits.
   *
   * What a much higher level has left behind in the sum would: so the sum is also taken anew when a
   * step is large in relation to the number that came and to the mean.
   */
  private static final int GROUP = 4;
  private static final int LEAST_STEPS = 512;
  private static final double LARGE_STEP = 1024;

  private final int size;
  private final double inverse;

  /** After how many steps the sum is taken anew: a multiple of the group, at least the size. */
  private final int period;

  /** The window ends before {@link #position}; moved to the front when the sum is taken anew. */
  private final double[] history;

  private int position;
  private int steps;
  private double base;
  private double anchor;
  private double part;
  private double mean;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingMean(int size) {
    this.size = size;
    this.inverse = 1.0 / size;
    this.period = Math.max(LEAST_STEPS, (size + GROUP - 1) / GROUP * GROUP);
    this.history = new double[size + period];
    clear();
  }

  private SlidingMean(SlidingMean other) {
    size = other.size;
    inverse = other.inverse;
    period = other.period;
    history = other.history.clone();
    position = other.position;
    steps = other.steps;
    base = other.base;
    anchor = other.anchor;
    part = other.part;
    mean = other.mean;
  }

  /** Returns an independent window with the same content. */
  public SlidingMean copy() {
    return new SlidingMean(this);
  }

  /** Forgets everything. */
  public void clear() {
    position = 0;
    steps = -1;
    mean = Double.NaN;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    if (steps >= 0 && steps < period - 1) {
      double change = x - history[position - size];
      double sum = anchor + (part + change);
      double next = Math.fma(sum, inverse, base);
      if (small(change, x, next)) {
        part += change;
        history[position++] = x;
        if (++steps % GROUP == 0) {
          anchor = sum;
          part = 0;
        }
        mean = next;
        return true;
      }
    }
    return begin(x);
  }

  private static boolean small(double change, double x, double mean) {
    return Math.abs(change) <= LARGE_STEP * (Math.abs(x) + Math.abs(mean));
  }

  /** Takes the sum anew, or waits for a full window. */
  private boolean begin(double x) {
    if (steps >= 0) {
      System.arraycopy(history, position - size, history, 0, size);
      position = size;
    }
    history[position++] = x;
    if (position < size) {
      return false;
    }
    base = x;
    anchor = sum(position - size, position, x);
    part = 0;
    steps = 0;
    mean = Math.fma(anchor, inverse, base);
    return true;
  }

  private double sum(int from, int to, double about) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int t = from;
    for (int end = to - 3; t < end; t += 4) {
      a += history[t] - about;
      b += history[t + 1] - about;
      c += history[t + 2] - about;
      d += history[t + 3] - about;
    }
    for (; t < to; t++) {
      a += history[t] - about;
    }
    return a + b + (c + d);
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return mean;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return steps >= 0;
  }

  /**
   * Adds finite numbers to a full window.
   *
   * @param in the numbers; may be {@code out} if {@code outFrom} is {@code from}
   * @param from the first position to read
   * @param to the position after the last one
   * @param out receives the mean after each number; modified
   * @param outFrom where the first one goes
   */
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    add(in, from, to, out, outFrom, true);
  }

  /**
   * Adds numbers to a full window until one, or one soon after, is not finite or too large to sum.
   * Does not look at the numbers first. More of {@code out} may be overwritten.
   *
   * @param in the numbers; another array than {@code out}
   * @param from the first position to read
   * @param to the position after the last one
   * @param out receives the mean after each number; modified
   * @param outFrom where the first one goes
   * @return the position after the last number that was added
   */
  public int addUntilGap(double[] in, int from, int to, double[] out, int outFrom) {
    return add(in, from, to, out, outFrom, false);
  }

  private int add(double[] in, int from, int to, double[] out, int outFrom, boolean finite) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int count = Math.min(to - t, period - 1 - steps) / GROUP * GROUP;
      if (steps % GROUP == 0 && count > 0) {
        if (!groups(in, t, count, out, t + shift, finite)) {
          return t;
        }
        t += count;
      } else if (finite || Double.isFinite(in[t])) {
        add(in[t]);
        out[t + shift] = mean;
        t++;
      } else {
        return t;
      }
    }
    return to;
  }

  /** Adds whole groups, unless they might not be finite and the sum is not; returns whether. */
  private boolean groups(
      double[] in, int from, int count, double[] out, int outFrom, boolean finite) {
    double[] x = history;
    int p = position;
    System.arraycopy(in, from, x, p, count);
    int q = p - size;
    double f = anchor;
    double b = base;
    double inv = inverse;
    double way = 0;
    for (int i = 0; i < count; i += GROUP) {
      double g1 = x[p + i] - x[q + i];
      double d2 = x[p + i + 1] - x[q + i + 1];
      double d3 = x[p + i + 2] - x[q + i + 2];
      double d4 = x[p + i + 3] - x[q + i + 3];
      double g2 = g1 + d2;
      double g3 = g2 + d3;
      double g4 = g3 + d4;
      way += Math.abs(g1) + Math.abs(d2) + (Math.abs(d3) + Math.abs(d4));
      int at = outFrom + i;
      out[at] = Math.fma(f + g1, inv, b);
      out[at + 1] = Math.fma(f + g2, inv, b);
      out[at + 2] = Math.fma(f + g3, inv, b);
      f += g4;
      out[at + 3] = Math.fma(f, inv, b);
    }
    if (!finite && !Double.isFinite(f)) {
      return false;
    }
    // The mean has not gone further than all numbers together.
    boolean allSmall = 2 * way <= LARGE_STEP * (Math.abs(mean) - way * inv);
    if (!allSmall && !allSmall(count, out, outFrom)) {
      for (int i = 0; i < count; i++) {
        add(x[p + i]);
        out[outFrom + i] = mean;
      }
      return true;
    }
    anchor = f;
    position = p + count;
    steps += count;
    mean = out[outFrom + count - 1];
    return true;
  }

  /** Returns whether the next steps, whose numbers are in the history, are all small. */
  private boolean allSmall(int count, double[] means, int from) {
    double[] x = history;
    boolean all = true;
    for (int i = 0; i < count; i++) {
      double now = x[position + i];
      all &= small(now - x[position - size + i], now, means[from + i]);
    }
    return all;
  }
}
