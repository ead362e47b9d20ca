package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.TradingCalendar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Judges bars: unchecked rows before they become a series, series by themselves, and series beside
 * each other.
 *
 * <p>This is judgement after the fact. What is usual around a bar is measured before and after it,
 * and a price counts as bad because the next one is back where it was. A strategy must therefore
 * not act on these findings at their times; {@link QualityMonitor} judges live bars by the past
 * alone.
 *
 * <p>Immutable and thread-safe.
 *
 * @param calendar when bars are expected
 * @param rules which rules apply, and how
 * @param asOf when the data was taken, in epoch nanoseconds; nothing may be known later
 * @param tickSize what prices are multiples of; {@code NaN} if that is not to be judged
 */
public record SeriesValidator(
    TradingCalendar calendar, QualityRules rules, long asOf, double tickSize) {

  public SeriesValidator {
    if (tickSize <= 0 || Double.isInfinite(tickSize)) {
      throw new IllegalArgumentException("tickSize must be positive and finite, was " + tickSize);
    }
  }

  /** Returns a validator with the standard rules, for data of any time and any tick. */
  public static SeriesValidator of(TradingCalendar calendar) {
    return new SeriesValidator(calendar, QualityRules.standard(), Long.MAX_VALUE, Double.NaN);
  }

  /** Returns this validator with other rules. */
  public SeriesValidator withRules(QualityRules newRules) {
    return new SeriesValidator(calendar, newRules, asOf, tickSize);
  }

  /** Returns this validator for data taken at a time, in epoch nanoseconds. */
  public SeriesValidator withAsOf(long newAsOf) {
    return new SeriesValidator(calendar, rules, newAsOf, tickSize);
  }

  /** Returns this validator for prices that are multiples of a tick. */
  public SeriesValidator withTickSize(double newTickSize) {
    return new SeriesValidator(calendar, rules, asOf, newTickSize);
  }

  /** Returns what is wrong with each of the given series, and with them beside each other. */
  public DataQualityReport validate(List<BarSeries> series) {
    List<DataQualityReport.Coverage> coverages = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    long rows = 0;
    long checks = 0;
    for (BarSeries one : series) {
      DataQualityReport report = check(RawBars.copyOf(one)).report();
      coverages.addAll(report.coverages());
      findings.addAll(report.findings());
      rows += report.rows();
      checks += report.checks();
    }
    if (series.size() > 1) {
      findings.addAll(new PanelCheck(series, rules).run());
      checks += rows * panelRules();
    }
    return report(coverages, findings, rows, checks);
  }

  private long panelRules() {
    return rules.applied().stream()
        .filter(rule -> rule.subject() == QualityRule.Subject.PANEL)
        .filter(rule -> rule != QualityRule.SOURCE_DISAGREEMENT)
        .count();
  }

  /** Returns which rows are bars, which are not, and what is wrong with them. */
  public CheckedBars check(RawBars rows) {
    return new BarCheck(rows, this).result();
  }

  /**
   * Returns where two sources of one symbol disagree: closes that differ, and bars that one of them
   * lacks.
   *
   * @throws IllegalArgumentException if symbols or timeframes differ
   */
  public DataQualityReport compare(BarSeries one, BarSeries other) {
    if (!one.symbol().equals(other.symbol()) || !one.timeframe().equals(other.timeframe())) {
      throw new IllegalArgumentException(
          "two sources must have one symbol and timeframe, were %s and %s".formatted(one, other));
    }
    Symbol symbol = one.symbol();
    return report(
        List.of(new DataQualityReport.Coverage(symbol, one.size(), one.size(), List.of())),
        PanelCheck.compare(one, other, rules),
        (long) one.size() + other.size(),
        (long) one.size() + other.size());
  }

  private static DataQualityReport report(
      List<DataQualityReport.Coverage> coverages, List<Finding> found, long rows, long checks) {
    List<Finding> findings = new ArrayList<>(found);
    Collections.sort(findings, Comparator.comparingLong(Finding::time));
    return new DataQualityReport(coverages, findings, rows, checks);
  }
}
