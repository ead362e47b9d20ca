package io.quantkit.core.data;

import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges series against the calendar they should follow. That prices are sound, times increase and
 * no bar occurs twice is judged earlier: a {@link BarSeries} cannot break those rules.
 *
 * <p>The expected bars are those of the calendar's sessions from the first to the last bar of a
 * series.
 *
 * @param calendar when bars are expected
 * @param maxGap how many successive bars may be missing, at least 0
 * @param minCoverage the least share of expected bars, within [0, 1]
 * @param asOf when the data was taken, in epoch nanoseconds
 */
public record SeriesValidator(TradingCalendar calendar, int maxGap, double minCoverage, long asOf) {

  /** How many successive bars may be missing by default: 5. */
  public static final int DEFAULT_MAX_GAP = 5;

  /** The least share of expected bars by default: 0.95. */
  public static final double DEFAULT_MIN_COVERAGE = 0.95;

  public SeriesValidator {
    if (maxGap < 0) {
      throw new IllegalArgumentException("maxGap must be at least 0, was " + maxGap);
    }
    if (!(minCoverage >= 0 && minCoverage <= 1)) {
      throw new IllegalArgumentException("minCoverage must be within [0, 1], was " + minCoverage);
    }
  }

  /** Returns a validator with the default gap and coverage, for data of any time. */
  public static SeriesValidator of(TradingCalendar calendar) {
    return new SeriesValidator(calendar, DEFAULT_MAX_GAP, DEFAULT_MIN_COVERAGE, Long.MAX_VALUE);
  }

  /** Returns what is wrong with the given series. */
  public DataQualityReport validate(List<BarSeries> series) {
    List<DataQualityReport.Coverage> coverages = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (BarSeries one : series) {
      coverages.add(validate(one, findings));
    }
    return new DataQualityReport(coverages, findings);
  }

  private DataQualityReport.Coverage validate(BarSeries series, List<Finding> findings) {
    if (series.isEmpty()) {
      return new DataQualityReport.Coverage(series.symbol(), 0, 0);
    }
    Timeframe timeframe = series.timeframe();
    long expected = 1;
    for (int i = 1; i < series.size(); i++) {
      long missing = missing(timeframe, series.knownAt(i - 1), series.start(i));
      expected += missing + 1;
      if (missing > maxGap) {
        findings.add(
            new Finding(
                series.symbol(),
                SeriesRule.GAP,
                Severity.WARNING,
                series.knownAt(i - 1),
                "at most %d successive bars may be missing, %d are until %s"
                    .formatted(maxGap, missing, EpochNanos.toInstant(series.start(i)))));
      }
    }
    DataQualityReport.Coverage coverage =
        new DataQualityReport.Coverage(series.symbol(), series.size(), expected);
    if (coverage.ratio() < minCoverage) {
      findings.add(
          new Finding(
              series.symbol(),
              SeriesRule.COVERAGE,
              Severity.ERROR,
              series.start(0),
              String.format(
                  Locale.ROOT,
                  "at least %.1f %% of %d expected bars must be there, %.1f %% are",
                  100 * minCoverage,
                  expected,
                  100 * coverage.ratio())));
    }
    int last = series.size() - 1;
    if (series.knownAt(last) > asOf) {
      int first = series.lastKnownAt(asOf) + 1;
      findings.add(
          new Finding(
              series.symbol(),
              SeriesRule.NOT_FROM_THE_FUTURE,
              Severity.ERROR,
              series.start(first),
              "%d bars are known later than %s"
                  .formatted(last - first + 1, EpochNanos.toInstant(asOf))));
    }
    return coverage;
  }

  /** Counts the bars that the calendar expects strictly between two bars. */
  private long missing(Timeframe timeframe, long knownAt, long nextStart) {
    long count = 0;
    long start = nextExpected(timeframe, knownAt);
    while (start < nextStart) {
      count++;
      start = nextExpected(timeframe, timeframe.endOf(start, calendar));
    }
    return count;
  }

  /** Returns the start of the first bar that the calendar expects at or after a moment. */
  private long nextExpected(Timeframe timeframe, long epochNanos) {
    long open = Math.max(epochNanos, calendar.sessionAtOrAfter(epochNanos).open());
    return timeframe.startOf(open, calendar);
  }
}
