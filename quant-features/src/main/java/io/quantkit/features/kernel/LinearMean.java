package io.quantkit.features.kernel;

/**
 * The linearly weighted mean of the last {@code size} numbers: the newest counts {@code size}
 * times, the oldest once.
 *
 * <p>A step costs a constant number of operations on average. The sums are taken anew, about a
 * number of the window, once in a while, so rounding errors are those of some hundred steps,
 * however long the stream.
 */
public final class LinearMean implements Filter {
  /*
   * As in SlidingMean, with differences from the base added up in groups of four. Let s be the plain
   * sum of the window and r the weighted one: a step lowers every weight by 1, so
   *
   *   r[t] = r[t-1] + (size x[t] - s[t-1])   s[t] = s[t-1] + (x[t] - x[t-size])
   */
  private static final int GROUP = 4;
  private static final int LEAST_STEPS = 512;

  private final int size;
  private final double inverse;

  /** After how many steps the sums are taken anew: a multiple of the group, at least the size. */
  private final int period;

  /** The window ends before {@link #position}; moved to the front when the sums are taken anew. */
  private final double[] history;

  private int position;
  private int steps = -1;
  private double base;
  private double anchor;
  private double part;
  private double weightedAnchor;
  private double weightedPart;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public LinearMean(int size) {
    this.size = size;
    inverse = 2 / (size * (size + 1.0));
    period = Math.max(LEAST_STEPS, (size + GROUP - 1) / GROUP * GROUP);
    history = new double[size + period];
  }

  private LinearMean(LinearMean other) {
    size = other.size;
    inverse = other.inverse;
    period = other.period;
    history = other.history.clone();
    position = other.position;
    steps = other.steps;
    base = other.base;
    anchor = other.anchor;
    part = other.part;
    weightedAnchor = other.weightedAnchor;
    weightedPart = other.weightedPart;
  }

  @Override
  public double add(double x) {
    if (steps < 0 || steps == period - 1) {
      return begin(x);
    }
    weightedPart += Math.fma(size, x - base, -(anchor + part));
    part += x - history[position - size];
    history[position++] = x;
    double weighted = weightedAnchor + weightedPart;
    if (++steps % GROUP == 0) {
      anchor += part;
      part = 0;
      weightedAnchor = weighted;
      weightedPart = 0;
    }
    return Math.fma(weighted, inverse, base);
  }

  /** Takes the sums anew, or waits for a full window. */
  private double begin(double x) {
    if (steps >= 0) {
      System.arraycopy(history, position - size, history, 0, size);
      position = size;
    }
    history[position++] = x;
    if (position < size) {
      return Double.NaN;
    }
    double sum = 0;
    double weighted = 0;
    for (int i = 1; i <= size; i++) {
      double d = history[position - size + i - 1] - x;
      sum += d;
      weighted = Math.fma(i, d, weighted);
    }
    base = x;
    anchor = sum;
    part = 0;
    weightedAnchor = weighted;
    weightedPart = 0;
    steps = 0;
    return Math.fma(weighted, inverse, base);
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int count = Math.min(to - t, period - 1 - steps) / GROUP * GROUP;
      if (steps >= 0 && steps % GROUP == 0 && count > 0) {
        groups(in, t, count, out, t + shift);
        t += count;
      } else {
        out[t + shift] = add(in[t]);
        t++;
      }
    }
  }

  /** Adds whole groups. */
  private void groups(double[] in, int from, int count, double[] out, int outFrom) {
    double[] x = history;
    int p = position;
    int q = p - size;
    System.arraycopy(in, from, x, p, count);
    double n = size;
    double b = base;
    double inv = inverse;
    double s = anchor;
    double r = weightedAnchor;
    for (int i = 0; i < count; i += GROUP) {
      double x1 = x[p + i];
      double x2 = x[p + i + 1];
      double x3 = x[p + i + 2];
      double x4 = x[p + i + 3];
      double g1 = x1 - x[q + i];
      double g2 = g1 + (x2 - x[q + i + 1]);
      double g3 = g2 + (x3 - x[q + i + 2]);
      double g4 = g3 + (x4 - x[q + i + 3]);
      double h1 = Math.fma(n, x1 - b, -s);
      double h2 = h1 + Math.fma(n, x2 - b, -(s + g1));
      double h3 = h2 + Math.fma(n, x3 - b, -(s + g2));
      double h4 = h3 + Math.fma(n, x4 - b, -(s + g3));
      int at = outFrom + i;
      out[at] = Math.fma(r + h1, inv, b);
      out[at + 1] = Math.fma(r + h2, inv, b);
      out[at + 2] = Math.fma(r + h3, inv, b);
      s += g4;
      r += h4;
      out[at + 3] = Math.fma(r, inv, b);
    }
    anchor = s;
    weightedAnchor = r;
    position = p + count;
    steps += count;
  }

  @Override
  public void clear() {
    position = 0;
    steps = -1;
  }

  @Override
  public Filter copy() {
    return new LinearMean(this);
  }
}
