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

  /** How many numbers of a block are looked at together for large steps. */
  private static final int RUN = 256;

  private final int size;
  private final double inverse;

  /**
   * After how many steps the sum is taken anew: a multiple of the group, at least twice the size.
   */
  private final int period;

  /** The window ends before {@link #position}; moved to the front when the sum is taken anew. */
  private final double[] history;

  private int position;
  private int steps;
  private double base;

  /** The sum before the group, and the mean that it makes. */
  private double anchor;

  private double anchorMean;

  /** What the group adds so far. */
  private double part;

  private double mean;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingMean(int size) {
    this.size = size;
    this.inverse = 1.0 / size;
    this.period = period(size);
    this.history = new double[size + period];
    clear();
  }

  /** Returns after how many steps windows of a size take their sums anew. */
  public static int period(int size) {
    return Math.max(LEAST_STEPS, (2 * size + GROUP - 1) / GROUP * GROUP);
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
    anchorMean = other.anchorMean;
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
      double sum = part + change;
      boolean complete = steps % GROUP == GROUP - 1;
      double next =
          complete ? Math.fma(anchor + sum, inverse, base) : Math.fma(sum, inverse, anchorMean);
      if (!LargeStep.is(change, x, next)) {
        history[position++] = x;
        steps++;
        mean = next;
        if (complete) {
          anchor += sum;
          anchorMean = next;
          part = 0;
        } else {
          part = sum;
        }
        return true;
      }
    }
    return begin(x);
  }

  /** Takes the sum anew, or waits for a full window. */
  private boolean begin(double x) {
    history[position++] = x;
    if (position < size) {
      return false;
    }
    sumAnew();
    return true;
  }

  private void sumAnew() {
    base = history[position - 1];
    anchor = sum(position - size, position, base);
    part = 0;
    mean = Math.fma(anchor, inverse, base);
    anchorMean = mean;
    System.arraycopy(history, position - size, history, 0, size);
    position = size;
    steps = 0;
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
    addUntilGap(in, from, to, out, outFrom);
  }

  /**
   * Adds numbers to a full window until one is not finite. Does not look at all of them first, so
   * more of {@code out} may be overwritten.
   *
   * @param in the numbers; another array than {@code out}
   * @param from the first position to read
   * @param to the position after the last one
   * @param out receives the mean after each number; modified
   * @param outFrom where the first one goes
   * @return the position after the last number that was added
   */
  public int addUntilGap(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to && Double.isFinite(in[t])) {
      int count = Math.min(to - t, period - steps) / GROUP * GROUP;
      if (steps % GROUP == 0 && count > 0) {
        t += groups(in, t, count, in != out && t - from >= size, out, t + shift);
      } else {
        add(in[t]);
        out[t + shift] = mean;
        t++;
      }
    }
    return t;
  }

  /**
   * Adds numbers in groups, and one after the other where a step is large.
   *
   * @param direct whether the numbers that leave can be read where those that come are
   * @return how many
   */
  private int groups(double[] in, int from, int count, boolean direct, double[] out, int outFrom) {
    double[] x = direct ? in : history;
    int p = direct ? from : position;
    if (!direct) {
      System.arraycopy(in, from, history, p, count);
    }
    int done = 0;
    while (done < count && run(x, p + done, Math.min(RUN, count - done), out, outFrom + done)) {
      done = Math.min(count, done + RUN);
    }
    if (direct) {
      System.arraycopy(in, from + done - size, history, 0, size);
    }
    position = direct ? size : p + done;
    steps += done;
    if (steps == period) {
      sumAnew();
      out[outFrom + done - 1] = mean;
    }
    int end = Math.min(count, done + RUN);
    for (; done < end && Double.isFinite(x[p + done]); done++) {
      add(x[p + done]);
      out[outFrom + done] = mean;
    }
    return done;
  }

  /** Adds some groups unless one of their steps is large; returns whether it did. */
  private boolean run(double[] x, int from, int count, double[] out, int outFrom) {
    double anchorBefore = anchor;
    double meanBefore = anchorMean;
    double squares = move(x, from, count, out, outFrom);
    if (LargeStep.possible(squares, count, size, meanBefore, anchorMean)
        && LargeStep.any(x, from, count, size, base, anchorBefore, meanBefore)) {
      anchor = anchorBefore;
      anchorMean = meanBefore;
      return false;
    }
    mean = anchorMean;
    return true;
  }

  /** Moves the sum on and returns the sum of the squares of its changes. */
  private double move(double[] x, int p, int count, double[] out, int outFrom) {
    int q = p - size;
    double b = base;
    double inv = inverse;
    double f = anchor;
    double m = anchorMean;
    double w1 = 0;
    double w2 = 0;
    double w3 = 0;
    double w4 = 0;
    for (int i = 0; i < count; i += GROUP) {
      double d1 = x[p + i] - x[q + i];
      double d2 = x[p + i + 1] - x[q + i + 1];
      double d3 = x[p + i + 2] - x[q + i + 2];
      double d4 = x[p + i + 3] - x[q + i + 3];
      double g2 = d1 + d2;
      double g3 = g2 + d3;
      f += g3 + d4;
      w1 = Math.fma(d1, d1, w1);
      w2 = Math.fma(d2, d2, w2);
      w3 = Math.fma(d3, d3, w3);
      w4 = Math.fma(d4, d4, w4);
      int at = outFrom + i;
      out[at] = Math.fma(d1, inv, m);
      out[at + 1] = Math.fma(g2, inv, m);
      out[at + 2] = Math.fma(g3, inv, m);
      m = Math.fma(f, inv, b);
      out[at + 3] = m;
    }
    anchor = f;
    anchorMean = m;
    return w1 + w2 + (w3 + w4);
  }
}
