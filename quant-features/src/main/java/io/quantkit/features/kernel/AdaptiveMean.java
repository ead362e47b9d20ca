package io.quantkit.features.kernel;

/**
 * Kaufman's adaptive mean: an exponential mean whose weight grows with the efficiency of the last
 * {@code period} steps, the distance gone in relation to the way.
 */
public final class AdaptiveMean implements Filter {
  /*
   * With k[t] = r[t] k[t-1] + w[t] x[t] each mean would wait for the one before. So numbers are taken
   * in pairs, k[2] = (r[1] r[2]) k[0] + (r[2] w[1] x[1] + w[2] x[2]), and only k[2] waits for k[0].
   */
  private final int period;
  private final double slow;
  private final double range;
  private final SlidingSum way;

  /** The last {@code period} numbers; the next one takes the place of the oldest. */
  private final double[] recent;

  private int oldest;
  private int filled;
  private double last;
  private double anchor;
  private boolean odd;
  private double firstRest;
  private double firstPart;

  /** Rooms for a block: a line of numbers, what becomes of them, and what is in between. */
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
    recent = new double[period];
  }

  private AdaptiveMean(AdaptiveMean other) {
    period = other.period;
    slow = other.slow;
    range = other.range;
    way = other.way.copy();
    recent = other.recent.clone();
    oldest = other.oldest;
    filled = other.filled;
    last = other.last;
    anchor = other.anchor;
    odd = other.odd;
    firstRest = other.firstRest;
    firstPart = other.firstPart;
  }

  @Override
  public double add(double x) {
    double past = recent[oldest];
    recent[oldest] = x;
    oldest = oldest + 1 == period ? 0 : oldest + 1;
    double steps = filled == 0 ? Double.NaN : way.add(Math.abs(x - last));
    last = x;
    if (filled < period) {
      filled++;
      anchor = x;
      return Double.NaN;
    }
    double weight = weight(Math.abs(x - past), steps);
    return advance(1 - weight, weight * x);
  }

  private double weight(double distance, double steps) {
    double efficiency = steps > 0 ? Math.min(1, distance / steps) : 1;
    double root = Math.fma(efficiency, range, slow);
    return root * root;
  }

  private double advance(double rest, double part) {
    if (!odd) {
      odd = true;
      firstRest = rest;
      firstPart = part;
      return Math.fma(rest, anchor, part);
    }
    odd = false;
    anchor = Math.fma(firstRest * rest, anchor, Math.fma(rest, firstPart, part));
    return anchor;
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
    if (work.length == 0 || work[1].length < count) {
      work = new double[6][count];
      work[0] = new double[period + count];
    }
    double[] line = work[0];
    int tail = period - oldest;
    System.arraycopy(recent, oldest, line, 0, tail);
    System.arraycopy(recent, 0, line, tail, oldest);
    System.arraycopy(in, t, line, period, count);
    System.arraycopy(line, count, recent, 0, period);
    oldest = 0;
    last = line[count + period - 1];
    weigh(line, count, work[1], work[2]);
    advance(work[1], work[2], count, out, outFrom + t - from);
  }

  /** Computes what remains of the mean and what is added to it at each number. */
  private void weigh(double[] line, int count, double[] rests, double[] parts) {
    double[] now = work[3];
    double[] other = work[4];
    double[] steps = work[5];
    System.arraycopy(line, period, now, 0, count);
    System.arraycopy(line, period - 1, other, 0, count);
    for (int i = 0; i < count; i++) {
      rests[i] = Math.abs(now[i] - other[i]);
    }
    way.add(rests, count, steps);
    System.arraycopy(line, 0, other, 0, count);
    for (int i = 0; i < count; i++) {
      rests[i] = Math.min(1, Math.abs(now[i] - other[i]) / steps[i]);
    }
    if (!Finite.all(rests, 0, count)) { // 0 / 0 where nothing moved
      for (int i = 0; i < count; i++) {
        rests[i] = steps[i] > 0 ? rests[i] : 1;
      }
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
    if (odd) {
      out[outFrom] = advance(rests[0], parts[0]);
      i = 1;
    }
    double k = anchor;
    for (; i + 1 < count; i += 2) {
      double rest = rests[i + 1];
      out[outFrom + i] = Math.fma(rests[i], k, parts[i]);
      k = Math.fma(rests[i] * rest, k, Math.fma(rest, parts[i], parts[i + 1]));
      out[outFrom + i + 1] = k;
    }
    anchor = k;
    if (i < count) {
      out[outFrom + i] = advance(rests[i], parts[i]);
    }
  }

  @Override
  public void clear() {
    way.clear();
    oldest = 0;
    filled = 0;
    odd = false;
  }

  @Override
  public Filter copy() {
    return new AdaptiveMean(this);
  }
}
