package io.quantkit.core.quality;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.EpochNanos;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a validator thinks of some data.
 *
 * @param coverages what each symbol has of what its calendar expects
 * @param findings what is wrong, oldest first
 * @param rows how many rows were judged
 * @param checks how many judgements that were: each rule that applies on each row
 */
public record DataQualityReport(
    List<Coverage> coverages, List<Finding> findings, long rows, long checks) {

  public DataQualityReport {
    coverages = List.copyOf(coverages);
    findings = List.copyOf(findings);
  }

  /**
   * How much of a symbol's data is there.
   *
   * @param symbol whose data
   * @param bars how many bars it has
   * @param expected how many the calendar expects from its first to its last bar
   * @param months the same by month, for months in which bars are expected
   */
  public record Coverage(Symbol symbol, long bars, long expected, List<Month> months) {

    public Coverage {
      months = List.copyOf(months);
    }

    /** Returns the share of expected bars that is there, 1 for an empty series. */
    public double ratio() {
      return expected == 0 ? 1 : (double) bars / expected;
    }
  }

  /**
   * How much of a month is there.
   *
   * @param month the month in the calendar's time zone
   * @param bars how many bars there are
   * @param expected how many the calendar expects
   */
  public record Month(YearMonth month, long bars, long expected) {

    /** Returns the share of expected bars that is there. */
    public double ratio() {
      return expected == 0 ? 1 : (double) bars / expected;
    }
  }

  /** Returns whether nothing was found. */
  public boolean clean() {
    return findings.isEmpty();
  }

  /** Returns how many findings a rule has. */
  public long count(QualityRule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).count();
  }

  /** Returns how many findings have a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Returns how many findings each rule has that has any, in the order of the rules. */
  public Map<QualityRule, Long> counts() {
    Map<QualityRule, Long> counts = new EnumMap<>(QualityRule.class);
    for (Finding finding : findings) {
      counts.merge(finding.rule(), 1L, Long::sum);
    }
    return Collections.unmodifiableMap(counts);
  }

  /** Returns the first finding that refuses the data as a whole. */
  public Optional<Finding> rejection() {
    return findings.stream().filter(finding -> finding.action() == RuleAction.REJECT).findFirst();
  }

  /**
   * Returns this if no finding is an error.
   *
   * @throws DataValidationException if one is, quoting the first
   */
  public DataQualityReport orThrow() {
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        throw new DataValidationException(finding.symbol().value(), line(finding));
      }
    }
    return this;
  }

  /** Throws if a finding refuses the data as a whole. */
  void requireAccepted() {
    rejection()
        .ifPresent(
            finding -> {
              throw new DataValidationException(finding.symbol().value(), line(finding));
            });
  }

  /** Returns the report for people: a line per symbol, per rule that is broken, per finding. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Coverage coverage : coverages) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d of %d expected bars (%.1f %%)\n",
              coverage.symbol(),
              coverage.bars(),
              coverage.expected(),
              100 * coverage.ratio()));
    }
    counts()
        .forEach(
            (rule, count) ->
                text.append(
                    String.format(Locale.ROOT, "%s: %d, %s\n", rule, count, rule.description())));
    for (Finding finding : findings) {
      text.append(line(finding)).append('\n');
    }
    return text.toString();
  }

  /** Returns the report for programs, as a JSON object whose fields keep their order. */
  public String json() {
    return ReportJson.of(this);
  }

  /**
   * Returns the report as one HTML page that needs no other file, with a chart of the closes of
   * each given series on which its findings are marked.
   *
   * @param charted the series to draw; none for a page without charts
   */
  public String html(List<BarSeries> charted) {
    return new ReportHtml(this, charted).page();
  }

  static String line(Finding finding) {
    return "%s %s %s at %s: %s"
        .formatted(
            finding.severity(),
            finding.rule(),
            finding.symbol(),
            EpochNanos.toInstant(finding.time()),
            finding.message());
  }
}
