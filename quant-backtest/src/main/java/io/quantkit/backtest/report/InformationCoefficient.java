package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

/**
 * How well a factor or a model ranked what came next, period by period.
 *
 * <p>Each value is a cross-sectional correlation in [-1, 1] between scores known at a time and the
 * returns that followed; {@code NaN} where it could not be computed. The times are its own: scores
 * often exist for fewer periods than the equity.
 */
public final class InformationCoefficient {
  private final NamedSeries series;
  private final long[] times;
  private final IcSummary summary;

  private InformationCoefficient(NamedSeries series, long[] times, IcSummary summary) {
    this.series = series;
    this.times = times;
    this.summary = summary;
  }

  /**
   * Returns the given coefficients.
   *
   * @param name the factor or model
   * @param times when each score was known, UTC epoch nanoseconds, increasing; not modified, not
   *     kept
   * @param values one coefficient per time; not modified, not kept
   * @param summary the coefficients in short, computed by whoever defines them
   */
  public static InformationCoefficient copyOf(
      String name, long[] times, double[] values, IcSummary summary) {
    requireNonNull(summary, "summary");
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "values of '%s' must be %d, one per time, were %d"
              .formatted(name, times.length, values.length));
    }
    TearSheet.requireIncreasing(times);
    return new InformationCoefficient(NamedSeries.copyOf(name, values), times.clone(), summary);
  }

  /** Returns the factor or model. */
  public String name() {
    return series.name();
  }

  /** Returns the coefficients in short. */
  public IcSummary summary() {
    return summary;
  }

  /** Returns how many periods there are. */
  public int size() {
    return times.length;
  }

  /** Returns when the scores of a period were known, UTC epoch nanoseconds. */
  public long time(int index) {
    return times[index];
  }

  /** Returns the coefficient of a period, {@code NaN} if there is none. */
  public double value(int index) {
    return series.value(index);
  }

  long[] rawTimes() {
    return times;
  }

  double[] rawValues() {
    return series.raw();
  }
}
