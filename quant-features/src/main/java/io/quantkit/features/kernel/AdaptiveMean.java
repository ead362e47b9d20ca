package io.quantkit.features.kernel;

/**
 * Kaufman's adaptive mean: an exponential mean whose weight grows with the efficiency of the last
 * {@code period} steps, the distance gone in relation to the way.
 */
public final class AdaptiveMean implements Filter {
  /*
   * With k[t] = r[t] k[t-1] + w[t] x[t] each mean would wait for the one before. So numbers are taken
   * in groups of four: within a group products of r and sums begin anew,
   *
   *   q[1] = r[1]   p[1] = w[1] x[1]   q[i] = r[i] q[i-1]   p[i] = r[i] p[i-1] + w[i] x[i]
   *
   * and k[i] = q[i] k[0] + p[i], so that only k[4] waits for k[0].
   */
  private static final int GROUP = 4;

  private final int period;
  private final double slow;
  private final double range;
  private final SlidingSum way;

  private final Delay past;
  private int filled;
  private double last;
  private double anchor;
  private int phase;
  private double groupRest;
  private double groupPart;

  /** Room for a block of what remains, what is added and what is in between. */
  private double[][] work = {};

  /**
   * Creates a mean.
   *
   * @param period over how many steps efficiency is measured, at least 1
   * @param fast the span of the mean when all steps go one way, at least 1
   * @param slow the span of the mean when they lead nowhere, at least 1
   */
  public AdaptiveMean(int period, int fast, int slow) {
    this.period = period;
    this.slow = 2 / (slow + 1.0);
    range = 2 / (fast + 1.0) - this.slow;
    way = new SlidingSum(period);
    past = new Delay(period);
  }

  private AdaptiveMean(AdaptiveMean other) {
    period = other.period;
    slow = other.slow;
    range = other.range;
    way = other.way.copy();
    past = other.past.copy();
    filled = other.filled;
    last = other.last;
    anchor = other.anchor;
    phase = other.phase;
    groupRest = other.groupRest;
    groupPart = other.groupPart;
  }

  @Override
  public double add(double x) {
    double old = past.exchange(x);
    double steps = filled == 0 ? Double.NaN : way.add(Math.abs(x - last));
    last = x;
    if (filled < period) {
      filled++;
      anchor = x;
      return Double.NaN;
    }
    double weight = weight(Math.abs(x - old), steps);
    return advance(1 - weight, weight * x);
  }

  private double weight(double distance, double steps) {
    double root = Math.fma(efficiency(distance, steps), range, slow);
    return root * root;
  }

  /** Returns the quotient, 1 if both are 0: what is added to them is lost in other numbers. */
  private static double efficiency(double distance, double steps) {
    return Math.min(1, (distance + Double.MIN_NORMAL) / (steps + Double.MIN_NORMAL));
  }

  private double advance(double rest, double part) {
    groupPart = phase == 0 ? part : Math.fma(rest, groupPart, part);
    groupRest = phase == 0 ? rest : rest * groupRest;
    double mean = Math.fma(groupRest, anchor, groupPart);
    if (++phase == GROUP) {
      phase = 0;
      anchor = mean;
    }
    return mean;
  }

  @Override
  public void add(double[] in, int from, int to, double[] out, int outFrom) {
    int t = from;
    for (; t < to && filled < period; t++) {
      out[outFrom + t - from] = add(in[t]);
    }
    int count = to - t;
    if (count == 0) {
      return;
    }
    if (work.length == 0 || work[0].length < count) {
      work = new double[5][count];
    }
    weigh(in, t, count, work[0], work[1]);
    advance(work[0], work[1], count, out, outFrom + t - from);
  }

  /** Computes what remains of the mean and what is added to it at each number. */
  private void weigh(double[] in, int from, int count, double[] rests, double[] parts) {
    double[] now = work[2];
    double[] other = work[3];
    double[] steps = work[4];
    System.arraycopy(in, from, now, 0, count);
    System.arraycopy(in, from, other, 1, count - 1);
    other[0] = last;
    last = now[count - 1];
    for (int i = 0; i < count; i++) {
      rests[i] = Math.abs(now[i] - other[i]);
    }
    way.add(rests, count, steps);
    past.exchange(now, count, other);
    for (int i = 0; i < count; i++) {
      rests[i] = efficiency(Math.abs(now[i] - other[i]), steps[i]);
    }
    for (int i = 0; i < count; i++) {
      double root = Math.fma(rests[i], range, slow);
      double weight = root * root;
      rests[i] = 1 - weight;
      parts[i] = weight * now[i];
    }
  }

  private void advance(double[] rests, double[] parts, int count, double[] out, int outFrom) {
    int i = 0;
    for (; i < count && phase != 0; i++) {
      out[outFrom + i] = advance(rests[i], parts[i]);
    }
    double k = anchor;
    for (; i + GROUP <= count; i += GROUP) {
      double q1 = rests[i];
      double r2 = rests[i + 1];
      double r3 = rests[i + 2];
      double r4 = rests[i + 3];
      double p1 = parts[i];
      double p2 = Math.fma(r2, p1, parts[i + 1]);
      double p3 = Math.fma(r3, p2, parts[i + 2]);
      double p4 = Math.fma(r4, p3, parts[i + 3]);
      double q2 = r2 * q1;
      double q3 = r3 * q2;
      double q4 = r4 * q3;
      int at = outFrom + i;
      out[at] = Math.fma(q1, k, p1);
      out[at + 1] = Math.fma(q2, k, p2);
      out[at + 2] = Math.fma(q3, k, p3);
      k = Math.fma(q4, k, p4);
      out[at + 3] = k;
    }
    anchor = k;
    for (; i < count; i++) {
      out[outFrom + i] = advance(rests[i], parts[i]);
    }
  }

  @Override
  public void clear() {
    way.clear();
    past.clear();
    filled = 0;
    phase = 0;
  }

  @Override
  public Filter copy() {
    return new AdaptiveMean(this);
  }
}
