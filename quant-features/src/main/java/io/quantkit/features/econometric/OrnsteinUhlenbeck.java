package io.quantkit.features.econometric;

/**
 * A process that reverts to a mean: {@code dx = speed (mean - x) dt + volatility dW}.
 *
 * @param speed per unit of time; {@code NaN} if the series does not revert
 * @param mean the level that it reverts to
 * @param volatility per square root of a unit of time
 * @param halfLife the time in which half of a deviation is gone, {@code ln(2) / speed}
 */
public record OrnsteinUhlenbeck(double speed, double mean, double volatility, double halfLife) {

  /**
   * Fits by exact maximum likelihood given the first number: the regression {@code x[t+1] = a + b
   * x[t] + e}, then {@code speed = -ln(b) / dt}, {@code mean = a / (1 - b)}, {@code volatility =
   * sqrt(var(e) 2 speed / (1 - b^2))} with the variance over {@code n}. All {@code NaN} unless
   * {@code 0 < b < 1}.
   *
   * @param x the levels, oldest first; not modified
   * @param step the time between two of them, above 0
   * @throws IllegalArgumentException if a number is not finite or there are fewer than 4
   */
  public static OrnsteinUhlenbeck fit(double[] x, double step) {
    Samples.check(x, 4, "x");
    Samples.checkWithin("step", step, 0, Double.POSITIVE_INFINITY);
    double[] line = new double[3];
    regress(x, 0, x.length, line);
    double b = 1 + line[0];
    if (!(b > 0 && b < 1)) {
      return new OrnsteinUhlenbeck(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double speed = -StrictMath.log1p(line[0]) / step;
    double volatility = Math.sqrt(line[2] * 2 * speed / (-line[0] * (1 + b)));
    return new OrnsteinUhlenbeck(speed, line[1], volatility, StrictMath.log(2) / speed);
  }

  /**
   * Returns the half-life by the linear approximation that traders use, {@code -ln(2) / s} with the
   * slope {@code s} of {@code x[t+1] - x[t]} on {@code x[t]}; {@code NaN} unless the slope is
   * negative. A little longer than {@link #fit}'s.
   */
  public static double linearHalfLife(double... x) {
    Samples.check(x, 4, "x");
    double[] line = new double[3];
    regress(x, 0, x.length, line);
    return line[0] < 0 ? -StrictMath.log(2) / line[0] : Double.NaN;
  }

  /** Computes the slope of changes on levels, where they cross zero, and the residual variance. */
  static void regress(double[] x, int from, int to, double[] out) {
    int n = to - from - 1;
    double base = x[from];
    double sx = 0;
    double sy = 0;
    for (int t = from; t < to - 1; t++) {
      sx += x[t] - base;
      sy += x[t + 1] - x[t];
    }
    double mx = sx / n;
    double my = sy / n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int t = from; t < to - 1; t++) {
      double dx = x[t] - base - mx;
      double dy = x[t + 1] - x[t] - my;
      xx = Math.fma(dx, dx, xx);
      xy = Math.fma(dx, dy, xy);
      yy = Math.fma(dy, dy, yy);
    }
    double slope = xx > 0 ? xy / xx : Double.NaN;
    out[0] = slope;
    out[1] = base + mx - my / slope;
    out[2] = Math.max(0, yy - slope * xy) / n;
  }
}
