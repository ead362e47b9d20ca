package io.quantkit.features.kernel;

/**
 * An exponentially decaying sum, {@code f[t] = b f[t-1] + x[t]}: what exponential averages and
 * Wilder's smoothed sums are made of.
 *
 * <p>Sums of numbers of one sign keep that sign, and a sum dominates another one if its numbers do:
 * every operation rounds monotonically.
 */
public final class DecayingSum {
  /*
   * One number after the other would make each fused multiply-add wait for the last. So numbers are
   * taken in groups of four: within a group the sum begins at zero, and what came before the group
   * is added with the power of b that is due,
   *
   *   s[1] = x[1]   s[k] = b s[k-1] + x[k]   f[k] = b^k f[0] + s[k]
   *
   * so that only f[4] waits for f[0]. Streams compute the same form, so they have the same bits.
   */
  private static final int GROUP = 4;

  private final double decay;
  private final double decay2;
  private final double decay3;
  private final double decay4;
  private double anchor;
  private double part;
  private int phase;

  /**
   * Creates a sum of nothing.
   *
   * @param decay what remains of the sum after a step, in [0, 1)
   */
  public DecayingSum(double decay) {
    this.decay = decay;
    decay2 = decay * decay;
    decay3 = decay2 * decay;
    decay4 = decay2 * decay2;
  }

  private DecayingSum(DecayingSum other) {
    decay = other.decay;
    decay2 = other.decay2;
    decay3 = other.decay3;
    decay4 = other.decay4;
    anchor = other.anchor;
    part = other.part;
    phase = other.phase;
  }

  /** Returns an independent sum in the same state. */
  public DecayingSum copy() {
    return new DecayingSum(this);
  }

  /** Begins again from a sum. */
  public void start(double sum) {
    anchor = sum;
    part = 0;
    phase = 0;
  }

  /** Adds a number and returns the sum. */
  public double add(double x) {
    switch (phase) {
      case 0 -> {
        phase = 1;
        part = x;
        return Math.fma(decay, anchor, x);
      }
      case 1 -> {
        phase = 2;
        part = Math.fma(decay, part, x);
        return Math.fma(decay2, anchor, part);
      }
      case 2 -> {
        phase = 3;
        part = Math.fma(decay, part, x);
        return Math.fma(decay3, anchor, part);
      }
      default -> {
        phase = 0;
        anchor = Math.fma(decay4, anchor, Math.fma(decay, part, x));
        part = 0;
        return anchor;
      }
    }
  }

  /**
   * Adds numbers and tells the sum after each of them.
   *
   * <p>Does not look at the numbers: where one is not finite the sum is not finite from there on.
   * Then nothing happened but that {@code out} was overwritten.
   *
   * @param in the numbers; may be {@code out} if {@code outFrom} is {@code from}
   * @param from the first position to read
   * @param to the position after the last one
   * @param outFrom where the first result goes
   * @return whether the sum is finite
   */
  public boolean add(double[] in, int from, int to, double[] out, int outFrom) {
    double oldAnchor = anchor;
    double oldPart = part;
    int oldPhase = phase;
    int shift = outFrom - from;
    int t = from;
    for (; t < to && phase != 0; t++) {
      out[t + shift] = add(in[t]);
    }
    t = groups(in, t, to, out, shift);
    for (; t < to; t++) {
      out[t + shift] = add(in[t]);
    }
    if (Double.isFinite(anchor + part)) {
      return true;
    }
    anchor = oldAnchor;
    part = oldPart;
    phase = oldPhase;
    return false;
  }

  /** Adds whole groups and returns the position after them. */
  private int groups(double[] in, int from, int to, double[] out, int shift) {
    if (phase != 0) {
      return from;
    }
    double b = decay;
    double b2 = decay2;
    double b3 = decay3;
    double b4 = decay4;
    double f = anchor;
    int t = from;
    for (int end = to - GROUP + 1; t < end; t += GROUP) {
      double s1 = in[t];
      double s2 = Math.fma(b, s1, in[t + 1]);
      double s3 = Math.fma(b, s2, in[t + 2]);
      double s4 = Math.fma(b, s3, in[t + 3]);
      int at = t + shift;
      out[at] = Math.fma(b, f, s1);
      out[at + 1] = Math.fma(b2, f, s2);
      out[at + 2] = Math.fma(b3, f, s3);
      f = Math.fma(b4, f, s4);
      out[at + 3] = f;
    }
    anchor = f;
    return t;
  }
}
