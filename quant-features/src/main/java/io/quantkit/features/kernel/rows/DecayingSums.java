package io.quantkit.features.kernel.rows;

/**
 * Exponentially decaying sums of many symbols, {@code f[t] = b f[t-1] + x[t]}, in groups of two or
 * of four as {@link io.quantkit.features.kernel.DecayingSum} explains.
 */
public final class DecayingSums {
  private final double decay;
  private final int group;
  private final double weight;
  private final double scale;

  /** The sums after the last whole group. */
  private final double[] anchor;

  /** The sums of what came after it. */
  private final double[] part;

  private int phase;

  /**
   * Creates sums that must be started.
   *
   * @param decay what remains of a sum after a step, in [0, 1)
   * @param group 2 or 4
   * @param weight what numbers are multiplied by when they come
   * @param scale what sums are multiplied by when they are told
   */
  public DecayingSums(double decay, int group, double weight, double scale, int symbols) {
    this.decay = decay;
    this.group = group;
    this.weight = weight;
    this.scale = scale;
    anchor = new double[symbols];
    part = new double[symbols];
  }

  /** Begins again from sums, each times a factor. */
  public void start(double[] sums, double factor) {
    for (int s = 0; s < anchor.length; s++) {
      anchor[s] = factor * sums[s];
    }
    phase = 0;
  }

  /**
   * Adds numbers and tells the sums.
   *
   * @param out receives the sums; may be {@code x}; modified
   */
  public void add(double[] x, double[] out) {
    double b = decay;
    if (phase == 0) {
      first(x, b, out);
    } else if (phase == group - 1) {
      double b2 = b * b;
      last(x, b, group == 2 ? b2 : b2 * b2, out);
    } else {
      next(x, b, phase == 1 ? b * b : b * b * b, out);
    }
    phase = (phase + 1) % group;
  }

  private void first(double[] x, double b, double[] out) {
    double[] f = anchor;
    double[] p = part;
    double w = weight;
    double c = scale;
    for (int s = 0; s < f.length; s++) {
      double v = w * x[s];
      p[s] = v;
      out[s] = c * Math.fma(b, f[s], v);
    }
  }

  private void next(double[] x, double b, double power, double[] out) {
    double[] f = anchor;
    double[] p = part;
    double w = weight;
    double c = scale;
    for (int s = 0; s < f.length; s++) {
      double v = Math.fma(b, p[s], w * x[s]);
      p[s] = v;
      out[s] = c * Math.fma(power, f[s], v);
    }
  }

  private void last(double[] x, double b, double power, double[] out) {
    double[] f = anchor;
    double[] p = part;
    double w = weight;
    double c = scale;
    for (int s = 0; s < f.length; s++) {
      double v = Math.fma(power, f[s], Math.fma(b, p[s], w * x[s]));
      f[s] = v;
      out[s] = c * v;
    }
  }
}
