package io.quantkit.features.indicator.trend;

/**
 * The fast, the slow and the signal mean of a MACD, once all of them are: {@code m[t] = b m[t-1] +
 * w x[t]}, with the fast less the slow one as the signal's {@code x}.
 */
final class MacdMeans {
  /*
   * By twos, as in DecayingMoves, with numbers that are weighted before they are added:
   *
   *   m[1] = b m[0] + y[1]   m[2] = b^2 m[0] + (b y[1] + y[2])
   *
   * The means are those after the last whole group, the firsts the y[1] after it if there is one.
   */
  private final double fastWeight;
  private final double slowWeight;
  private final double signalWeight;
  private final double fastDecay;
  private final double slowDecay;
  private final double signalDecay;
  private double fast;
  private double slow;
  private double signal;
  private double fastFirst;
  private double slowFirst;
  private double signalFirst;
  private boolean within;
  private double line = Double.NaN;
  private double smoothed = Double.NaN;

  MacdMeans(int fast, int slow, int signal) {
    fastWeight = 2 / (fast + 1.0);
    slowWeight = 2 / (slow + 1.0);
    signalWeight = 2 / (signal + 1.0);
    fastDecay = 1 - fastWeight;
    slowDecay = 1 - slowWeight;
    signalDecay = 1 - signalWeight;
  }

  MacdMeans(MacdMeans other) {
    fastWeight = other.fastWeight;
    slowWeight = other.slowWeight;
    signalWeight = other.signalWeight;
    fastDecay = other.fastDecay;
    slowDecay = other.slowDecay;
    signalDecay = other.signalDecay;
    become(other);
  }

  /** Takes the state of other means of the same weights. */
  void become(MacdMeans other) {
    fast = other.fast;
    slow = other.slow;
    signal = other.signal;
    fastFirst = other.fastFirst;
    slowFirst = other.slowFirst;
    signalFirst = other.signalFirst;
    within = other.within;
    line = other.line;
    smoothed = other.smoothed;
  }

  /** Begins with means. */
  void start(double fast, double slow, double signal) {
    this.fast = fast;
    this.slow = slow;
    this.signal = signal;
    within = false;
    line = fast - slow;
    smoothed = signal;
  }

  /** Has no values. */
  void clear() {
    line = Double.NaN;
    smoothed = Double.NaN;
  }

  /** Returns the fast mean less the slow one. */
  double line() {
    return line;
  }

  /** Returns the mean of the line. */
  double signal() {
    return smoothed;
  }

  /** Adds a number. */
  void add(double x) {
    double f = fastWeight * x;
    double s = slowWeight * x;
    if (within) {
      fast = Math.fma(fastDecay * fastDecay, fast, Math.fma(fastDecay, fastFirst, f));
      slow = Math.fma(slowDecay * slowDecay, slow, Math.fma(slowDecay, slowFirst, s));
      line = fast - slow;
      double g = signalWeight * line;
      signal = Math.fma(signalDecay * signalDecay, signal, Math.fma(signalDecay, signalFirst, g));
      smoothed = signal;
      within = false;
    } else {
      line = Math.fma(fastDecay, fast, f) - Math.fma(slowDecay, slow, s);
      double g = signalWeight * line;
      smoothed = Math.fma(signalDecay, signal, g);
      fastFirst = f;
      slowFirst = s;
      signalFirst = g;
      within = true;
    }
  }

  /**
   * Adds numbers and tells the line and the signal after each of them.
   *
   * <p>Does not look at the numbers: where one is not finite the signal is not finite from there
   * on.
   *
   * @param from the first position to read
   * @param to the position after the last one
   * @param base is subtracted from all numbers
   * @param lines receives the lines; modified
   * @param signals receives the signals; modified
   * @param at where the first results go
   * @return whether the signal is finite
   */
  boolean add(
      double[] in, int from, int to, double base, double[] lines, double[] signals, int at) {
    int shift = at - from;
    int t = from;
    if (within && t < to) {
      one(in[t] - base, lines, signals, t + shift);
      t++;
    }
    int pairs = (to - t) / 2;
    pairs(in, t, pairs, base, lines, signals, t + shift);
    t += 2 * pairs;
    if (t < to) {
      one(in[t] - base, lines, signals, t + shift);
    }
    return Double.isFinite(smoothed);
  }

  private void one(double x, double[] lines, double[] signals, int at) {
    add(x);
    lines[at] = line;
    signals[at] = smoothed;
  }

  private void pairs(
      double[] in, int from, int pairs, double base, double[] lines, double[] signals, int at) {
    double wf = fastWeight;
    double ws = slowWeight;
    double wg = signalWeight;
    double bf = fastDecay;
    double bs = slowDecay;
    double bg = signalDecay;
    double bf2 = bf * bf;
    double bs2 = bs * bs;
    double bg2 = bg * bg;
    double f = fast;
    double s = slow;
    double g = signal;
    for (int i = 0; i < 2 * pairs; i += 2) {
      double x1 = in[from + i] - base;
      double x2 = in[from + i + 1] - base;
      double f1 = wf * x1;
      double s1 = ws * x1;
      double line1 = Math.fma(bf, f, f1) - Math.fma(bs, s, s1);
      f = Math.fma(bf2, f, Math.fma(bf, f1, wf * x2));
      s = Math.fma(bs2, s, Math.fma(bs, s1, ws * x2));
      double line2 = f - s;
      double g1 = wg * line1;
      lines[at + i] = line1;
      lines[at + i + 1] = line2;
      signals[at + i] = Math.fma(bg, g, g1);
      g = Math.fma(bg2, g, Math.fma(bg, g1, wg * line2));
      signals[at + i + 1] = g;
    }
    start(f, s, g);
  }
}
