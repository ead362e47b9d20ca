package io.quantkit.features.indicator.trend;

/** Decaying sums of the movements up and down and of the true range. */
final class DirectionalSums {
  /*
   * By twos, as in DecayingMoves. The sums are those after the last whole group, the firsts what
   * came after it, if anything did.
   */
  private final double decay;
  private double plus;
  private double minus;
  private double range;
  private double plusFirst;
  private double minusFirst;
  private double rangeFirst;
  private boolean within;

  /** Creates sums of nothing of which {@code decay} remains after a step. */
  DirectionalSums(double decay) {
    this.decay = decay;
  }

  DirectionalSums(DirectionalSums other) {
    decay = other.decay;
    become(other);
  }

  /** Takes the state of other sums that decay alike. */
  void become(DirectionalSums other) {
    plus = other.plus;
    minus = other.minus;
    range = other.range;
    plusFirst = other.plusFirst;
    minusFirst = other.minusFirst;
    rangeFirst = other.rangeFirst;
    within = other.within;
  }

  /** Begins again from sums. */
  void start(double plus, double minus, double range) {
    this.plus = plus;
    this.minus = minus;
    this.range = range;
    within = false;
  }

  double plus() {
    return within ? Math.fma(decay, plus, plusFirst) : plus;
  }

  double minus() {
    return within ? Math.fma(decay, minus, minusFirst) : minus;
  }

  double range() {
    return within ? Math.fma(decay, range, rangeFirst) : range;
  }

  /** Adds the movements and the range of a bar. */
  void add(double p, double m, double r) {
    double b = decay;
    if (within) {
      start(
          Math.fma(b * b, plus, Math.fma(b, plusFirst, p)),
          Math.fma(b * b, minus, Math.fma(b, minusFirst, m)),
          Math.fma(b * b, range, Math.fma(b, rangeFirst, r)));
    } else {
      within = true;
      plusFirst = p;
      minusFirst = m;
      rangeFirst = r;
    }
  }

  /**
   * Replaces the movements and ranges of bars, from position 0 on, with the sums as of each.
   *
   * <p>Does not look at them: where one is not finite its sum is not finite from there on.
   *
   * @return whether the sums are finite
   */
  boolean add(int count, double[] p, double[] m, double[] r) {
    int t = 0;
    if (within && count > 0) {
      one(p, m, r, t++);
    }
    int end = t + (count - t) / 2 * 2;
    pairs(p, m, r, t, end);
    if (end < count) {
      one(p, m, r, end);
    }
    return Double.isFinite(plus() + minus() + range());
  }

  private void one(double[] p, double[] m, double[] r, int at) {
    add(p[at], m[at], r[at]);
    p[at] = plus();
    m[at] = minus();
    r[at] = range();
  }

  private void pairs(double[] p, double[] m, double[] r, int from, int to) {
    double b = decay;
    double b2 = b * b;
    double sp = plus;
    double sm = minus;
    double sr = range;
    for (int i = from; i < to; i += 2) {
      double p1 = p[i];
      double m1 = m[i];
      double r1 = r[i];
      p[i] = Math.fma(b, sp, p1);
      m[i] = Math.fma(b, sm, m1);
      r[i] = Math.fma(b, sr, r1);
      sp = Math.fma(b2, sp, Math.fma(b, p1, p[i + 1]));
      sm = Math.fma(b2, sm, Math.fma(b, m1, m[i + 1]));
      sr = Math.fma(b2, sr, Math.fma(b, r1, r[i + 1]));
      p[i + 1] = sp;
      m[i + 1] = sm;
      r[i + 1] = sr;
    }
    start(sp, sm, sr);
  }
}
