package io.quantkit.features.econometric;

/**
 * The test of Zivot and Andrews. Null hypothesis: a unit root without a break. Alternative:
 * stationary around a trend with one break at an unknown time.
 *
 * <p>The least t-statistic of {@code x[t-1]} over all breaks that leave a share of the observations
 * on either side, in {@link DickeyFuller}'s regression with a trend and the break's terms. Source:
 * Journal of Business &amp; Economic Statistics 10, 1992; the critical values are its tables 2 to
 * 4.
 */
public final class ZivotAndrews {
  private ZivotAndrews() {}

  /** What changes at the break. */
  public enum Break {
    /** The level. */
    LEVEL(-5.34, -4.80, -4.58),
    /** The slope of the trend. */
    TREND(-4.93, -4.42, -4.11),
    /** Both. */
    BOTH(-5.57, -5.08, -4.82);

    private final double onePercent;
    private final double fivePercent;
    private final double tenPercent;

    Break(double onePercent, double fivePercent, double tenPercent) {
      this.onePercent = onePercent;
      this.fivePercent = fivePercent;
      this.tenPercent = tenPercent;
    }

    private CriticalValues criticalValues() {
      return new CriticalValues(onePercent, fivePercent, tenPercent);
    }
  }

  /**
   * What the test says.
   *
   * @param statistic the least t-statistic
   * @param breakAt the position of the last observation before the break
   * @param criticalValues asymptotic; a statistic below one rejects the unit root
   */
  public record Result(double statistic, int breakAt, CriticalValues criticalValues) {}

  /**
   * Tests a series.
   *
   * @param x the series, oldest first; not modified
   * @param lags how many lagged differences, at least 0
   * @param trim the share of observations on either side where no break is sought, usually 0.15;
   *     within (0, 0.5)
   * @throws IllegalArgumentException if a number is not finite or there are too few
   */
  public static Result test(double[] x, Break type, int lags, double trim) {
    Samples.checkAtLeast("lags", lags, 0);
    Samples.checkWithin("trim", trim, 0, 0.5);
    Samples.check(x, 2 * lags + 12, "x");
    int rows = x.length - 1 - lags;
    boolean level = type != Break.TREND;
    boolean slope = type != Break.LEVEL;
    int count = 3 + lags + (level ? 1 : 0) + (slope ? 1 : 0);
    LeastSquares fit = new LeastSquares(rows, count);
    int first = Math.max(lags + 2, (int) (trim * x.length));
    int last = Math.min(x.length - 3, (int) ((1 - trim) * x.length));
    double least = Double.NaN;
    int at = -1;
    for (int b = first; b <= last; b++) {
      int column = 2;
      for (int lag = 1; lag <= lags; lag++) {
        double[] differences = fit.column(column++);
        for (int t = 0; t < rows; t++) {
          int then = lags + 1 + t - lag;
          differences[t] = x[then] - x[then - 1];
        }
      }
      double[] constant = fit.column(0);
      double[] trend = fit.column(1);
      double[] levels = level ? fit.column(column++) : constant;
      double[] slopes = slope ? fit.column(column++) : trend;
      double[] before = fit.column(column);
      for (int t = 0; t < rows; t++) {
        int now = lags + 1 + t;
        constant[t] = 1;
        trend[t] = now;
        if (level) {
          levels[t] = now > b ? 1 : 0;
        }
        if (slope) {
          slopes[t] = Math.max(0, now - b);
        }
        before[t] = x[now - 1];
        fit.target()[t] = x[now] - x[now - 1];
      }
      fit.solve(rows, count);
      double statistic = fit.lastT(count);
      if (statistic < least || (Double.isNaN(least) && !Double.isNaN(statistic))) {
        least = statistic;
        at = b;
      }
    }
    return new Result(least, at, type.criticalValues());
  }
}
