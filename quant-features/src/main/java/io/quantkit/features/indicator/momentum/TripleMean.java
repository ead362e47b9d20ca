package io.quantkit.features.indicator.momentum;

/**
 * The exponential mean of an exponential mean of an exponential mean, all of one weight, once all
 * of them are: {@code m[t] = (1 - w) m[t-1] + w x[t]}.
 */
final class TripleMean {
  /*
   * By twos, as in DecayingMoves. Numbers are weighted three times before they are added, so the
   * first mean is held w^2 times, the second w times as large as it is:
   *
   *   a[1] = b a[0] + w^3 x[1]   a[2] = b^2 a[0] + (b w^3 x[1] + w^3 x[2])
   *
   * and likewise the second with a, the third with the second for w^3 x.
   */
  private final double weight;
  private final double decay;

  /** As of the last whole group. */
  private double first;

  private double second;
  private double third;

  /** What came after the last whole group, if anything did. */
  private double number;

  private double firstNow;
  private double secondNow;
  private boolean within;

  /** Creates a mean that is yet to begin. */
  TripleMean(double weight) {
    this.weight = weight;
    decay = 1 - weight;
  }

  TripleMean(TripleMean other) {
    weight = other.weight;
    decay = other.decay;
    become(other);
  }

  /** Takes the state of another mean of the same weight. */
  void become(TripleMean other) {
    first = other.first;
    second = other.second;
    third = other.third;
    number = other.number;
    firstNow = other.firstNow;
    secondNow = other.secondNow;
    within = other.within;
  }

  /** Begins with means. */
  void start(double first, double second, double third) {
    this.first = weight * weight * first;
    this.second = weight * second;
    this.third = third;
    within = false;
  }

  /** Adds a number and returns the mean. */
  double add(double x) {
    double b = decay;
    double y = weight * weight * weight * x;
    if (within) {
      within = false;
      first = Math.fma(b * b, first, Math.fma(b, number, y));
      second = Math.fma(b * b, second, Math.fma(b, firstNow, first));
      third = Math.fma(b * b, third, Math.fma(b, secondNow, second));
      return third;
    }
    within = true;
    number = y;
    firstNow = Math.fma(b, first, y);
    secondNow = Math.fma(b, second, firstNow);
    return Math.fma(b, third, secondNow);
  }

  /**
   * Adds numbers and tells the mean after each of them, from position 0 on.
   *
   * <p>Does not look at the numbers: where one is not finite the mean is not finite from there on.
   *
   * @param from the first position to read
   * @param to the position after the last one
   * @param means receives the means; modified
   * @return whether the mean is finite
   */
  boolean add(double[] in, int from, int to, double[] means) {
    int t = from;
    if (within && t < to) {
      means[0] = add(in[t++]);
    }
    int pairs = (to - t) / 2;
    pairs(in, t, pairs, means, t - from);
    t += 2 * pairs;
    if (t < to) {
      means[t - from] = add(in[t]);
    }
    return Double.isFinite(third + (within ? secondNow : 0));
  }

  private void pairs(double[] in, int from, int pairs, double[] means, int at) {
    double w = weight * weight * weight;
    double b = decay;
    double b2 = b * b;
    double m1 = first;
    double m2 = second;
    double m3 = third;
    for (int i = 0; i < 2 * pairs; i += 2) {
      double y1 = w * in[from + i];
      double p1 = Math.fma(b, m1, y1);
      double q1 = Math.fma(b, m2, p1);
      means[at + i] = Math.fma(b, m3, q1);
      m1 = Math.fma(b2, m1, Math.fma(b, y1, w * in[from + i + 1]));
      m2 = Math.fma(b2, m2, Math.fma(b, p1, m1));
      m3 = Math.fma(b2, m3, Math.fma(b, q1, m2));
      means[at + i + 1] = m3;
    }
    first = m1;
    second = m2;
    third = m3;
  }
}
