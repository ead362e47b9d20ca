package io.quantkit.features.kernel;

/**
 * Decaying sums of changes and of the sizes of the changes: {@code f[t] = b f[t-1] + x[t]}.
 *
 * <p>The size of the sum of changes never exceeds the sum of sizes, and equals it if all changes
 * had one sign: every operation rounds monotonically.
 */
public final class DecayingMoves {
  /*
   * As in DecayingSum, in groups of two: while one of the sums waits for its last value, the
   * processor has the other one to work on.
   *
   *   f[1] = b f[0] + x[1]   f[2] = b^2 f[0] + (b x[1] + x[2])
   */
  private final double decay;
  private final double decay2;

  /** The sums after the last whole group, and the change after it if there is one. */
  private double moves;

  private double drift;
  private double change;
  private boolean within;

  /**
   * Creates sums of nothing.
   *
   * @param decay what remains of the sums after a step, in [0, 1)
   */
  public DecayingMoves(double decay) {
    this.decay = decay;
    decay2 = decay * decay;
  }

  private DecayingMoves(DecayingMoves other) {
    decay = other.decay;
    decay2 = other.decay2;
    moves = other.moves;
    drift = other.drift;
    change = other.change;
    within = other.within;
  }

  /** Returns independent sums in the same state. */
  public DecayingMoves copy() {
    return new DecayingMoves(this);
  }

  /** Begins again from a sum of sizes and one of changes. */
  public void start(double moves, double drift) {
    this.moves = moves;
    this.drift = drift;
    within = false;
  }

  /** Returns the sum of the sizes of the changes. */
  public double moves() {
    return within ? Math.fma(decay, moves, Math.abs(change)) : moves;
  }

  /** Returns the sum of the changes. */
  public double drift() {
    return within ? Math.fma(decay, drift, change) : drift;
  }

  /** Adds a change. */
  public void add(double next) {
    if (within) {
      moves = Math.fma(decay2, moves, Math.fma(decay, Math.abs(change), Math.abs(next)));
      drift = Math.fma(decay2, drift, Math.fma(decay, change, next));
      within = false;
    } else {
      change = next;
      within = true;
    }
  }

  /**
   * Adds the changes of numbers and tells the sums after each of them, from position 0 on.
   *
   * <p>Does not look at the numbers: where a change is not finite the sums are not finite from
   * there on. Then nothing happened but that {@code moves} and {@code drifts} were overwritten.
   *
   * @param in the numbers
   * @param from the first position to read
   * @param to the position after the last one
   * @param last the number before the first one
   * @param moves receives the sums of sizes; modified
   * @param drifts receives the sums of changes; modified
   * @return whether the sums are finite
   */
  public boolean add(double[] in, int from, int to, double last, double[] moves, double[] drifts) {
    double oldMoves = this.moves;
    double oldDrift = drift;
    double oldChange = change;
    boolean oldWithin = within;
    int t = from;
    double x = last;
    if (within && t < to) {
      x = one(in[t++], x, moves, drifts, 0);
    }
    int pairs = (to - t) / 2;
    if (pairs > 0) {
      pairs(in, t, pairs, x, moves, drifts, t - from);
      t += 2 * pairs;
      x = in[t - 1];
    }
    if (t < to) {
      one(in[t], x, moves, drifts, t - from);
    }
    if (Double.isFinite(moves())) {
      return true;
    }
    this.moves = oldMoves;
    drift = oldDrift;
    change = oldChange;
    within = oldWithin;
    return false;
  }

  private double one(double x, double last, double[] moves, double[] drifts, int at) {
    add(x - last);
    moves[at] = moves();
    drifts[at] = drift();
    return x;
  }

  private void pairs(
      double[] in, int from, int pairs, double last, double[] moves, double[] drifts, int at) {
    double b = decay;
    double b2 = decay2;
    double m = this.moves;
    double d = drift;
    double x0 = last;
    for (int i = 0; i < 2 * pairs; i += 2) {
      double x1 = in[from + i];
      double x2 = in[from + i + 1];
      double c1 = x1 - x0;
      double c2 = x2 - x1;
      double a1 = Math.abs(c1);
      moves[at + i] = Math.fma(b, m, a1);
      drifts[at + i] = Math.fma(b, d, c1);
      m = Math.fma(b2, m, Math.fma(b, a1, Math.abs(c2)));
      d = Math.fma(b2, d, Math.fma(b, c1, c2));
      moves[at + i + 1] = m;
      drifts[at + i + 1] = d;
      x0 = x2;
    }
    start(m, d);
  }
}
