package io.quantkit.features.kernel;

/**
 * The linearly weighted mean of the last {@code size} numbers: the newest counts {@code size}
 * times, the oldest once.
 *
 * <p>A step costs a constant number of operations on average. The sums are taken anew, about a
 * number of the window, once in a while, so rounding errors are those of some hundred steps,
 * however long the stream. The mean of numbers that were equal all along is that number exactly.
 */
public final class LinearMean implements Filter {
  /*
   * Let m be the plain mean, as in SlidingMean, and w the weighted one: a step lowers every weight by
   * 1, so
   *
   *   w[t] = w[t-1] + 2 / (size + 1) (x[t] - m[t-1])
   *
   * Both are added up in groups of four from the start of the group, and from group to group less the
   * base. Both sums are taken anew after a large step.
   */
  private static final int GROUP = 4;

  /** How many numbers of a block are looked at together for large steps. */
  private static final int RUN = 256;

  private final int size;
  private final double inverse;
  private final double gain;

  /**
   * After how many steps the sums are taken anew: a multiple of the group, at least twice the size.
   */
  private final int period;

  /** The window ends before {@link #position}; moved to the front when the sums are taken anew. */
  private final double[] history;

  private int position;
  private int steps = -1;
  private double base;
  private double mean;

  /** The plain sum before the group, and the mean that it makes. */
  private double anchor;

  private double anchorMean;

  /** The weighted mean before the group, less the base and as it is. */
  private double anchorAway;

  private double anchorValue;

  /** What the group adds so far. */
  private double part;

  private double valuePart;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public LinearMean(int size) {
    this.size = size;
    inverse = 1.0 / size;
    gain = 2 / (size + 1.0);
    period = SlidingMean.period(size);
    history = new double[size + period];
  }

  private LinearMean(LinearMean other) {
    size = other.size;
    inverse = other.inverse;
    gain = other.gain;
    period = other.period;
    history = other.history.clone();
    position = other.position;
    steps = other.steps;
    base = other.base;
    mean = other.mean;
    anchor = other.anchor;
    anchorMean = other.anchorMean;
    anchorAway = other.anchorAway;
    anchorValue = other.anchorValue;
    part = other.part;
    valuePart = other.valuePart;
  }

  @Override
  public double add(double x) {
    if (steps >= 0 && steps < period - 1) {
      double change = x - history[position - size];
      double sum = part + change;
      double away = valuePart + (x - mean);
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
          anchorAway = Math.fma(away, gain, anchorAway);
          anchorValue = base + anchorAway;
          part = 0;
          valuePart = 0;
          return anchorValue;
        }
        part = sum;
        valuePart = away;
        return Math.fma(away, gain, anchorValue);
      }
    }
    return begin(x);
  }

  /** Takes the sums anew, or waits for a full window. */
  private double begin(double x) {
    history[position++] = x;
    return position < size ? Double.NaN : sumAnew();
  }

  private double sumAnew() {
    double x = history[position - 1];
    double sum = 0;
    double weighted = 0;
    for (int i = 1; i <= size; i++) {
      double d = history[position - size + i - 1] - x;
      sum += d;
      weighted = Math.fma(i, d, weighted);
    }
    base = x;
    anchor = sum;
    anchorMean = Math.fma(sum, inverse, x);
    mean = anchorMean;
    anchorAway = weighted * gain * inverse;
    anchorValue = x + anchorAway;
    part = 0;
    valuePart = 0;
    System.arraycopy(history, position - size, history, 0, size);
    position = size;
    steps = 0;
    return anchorValue;
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int shift = outFrom - from;
    int t = from;
    while (t < to) {
      int count = Math.min(Math.min(to - t, RUN), period - steps) / GROUP * GROUP;
      if (steps >= 0 && steps % GROUP == 0 && count > 0 && groups(in, t, count, out, t + shift)) {
        t += count;
        continue;
      }
      for (int end = Math.min(to, t + Math.max(count, 1)); t < end; t++) {
        out[t + shift] = add(in[t]);
      }
    }
  }

  /** Adds whole groups unless one of their steps is large; returns whether it did. */
  private boolean groups(double[] in, int from, int count, double[] out, int outFrom) {
    double[] x = history;
    int p = position;
    int q = p - size;
    System.arraycopy(in, from, x, p, count);
    double b = base;
    double inv = inverse;
    double k = gain;
    double f = anchor;
    double m = anchorMean;
    double v = anchorAway;
    double w = anchorValue;
    double squares1 = 0;
    double squares2 = 0;
    double squares3 = 0;
    double squares4 = 0;
    for (int i = 0; i < count; i += GROUP) {
      double x1 = x[p + i];
      double x2 = x[p + i + 1];
      double x3 = x[p + i + 2];
      double x4 = x[p + i + 3];
      double d1 = x1 - x[q + i];
      double d2 = x2 - x[q + i + 1];
      double d3 = x3 - x[q + i + 2];
      double d4 = x4 - x[q + i + 3];
      squares1 = Math.fma(d1, d1, squares1);
      squares2 = Math.fma(d2, d2, squares2);
      squares3 = Math.fma(d3, d3, squares3);
      squares4 = Math.fma(d4, d4, squares4);
      double g2 = d1 + d2;
      double g3 = g2 + d3;
      double a1 = x1 - m;
      double a2 = a1 + (x2 - Math.fma(d1, inv, m));
      double a3 = a2 + (x3 - Math.fma(g2, inv, m));
      double a4 = a3 + (x4 - Math.fma(g3, inv, m));
      f += g3 + d4;
      m = Math.fma(f, inv, b);
      v = Math.fma(a4, k, v);
      int at = outFrom + i;
      out[at] = Math.fma(a1, k, w);
      out[at + 1] = Math.fma(a2, k, w);
      out[at + 2] = Math.fma(a3, k, w);
      w = b + v;
      out[at + 3] = w;
    }
    double squares = squares1 + squares2 + (squares3 + squares4);
    if (LargeStep.possible(squares, count, size, anchorMean, m)
        && LargeStep.any(x, p, count, size, b, anchor, anchorMean)) {
      return false;
    }
    anchor = f;
    anchorMean = m;
    mean = m;
    anchorAway = v;
    anchorValue = w;
    position = p + count;
    steps += count;
    if (steps == period) {
      out[outFrom + count - 1] = sumAnew();
    }
    return true;
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
