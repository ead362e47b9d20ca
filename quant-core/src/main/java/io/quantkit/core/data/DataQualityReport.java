package io.quantkit.core.data;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.EpochNanos;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link SeriesValidator} thinks of some series.
 *
 * @param coverages what each series has of what its calendar expects
 * @param findings what is wrong, series by series, oldest first
 */
public record DataQualityReport(List<Coverage> coverages, List<Finding> findings) {

  public DataQualityReport {
    coverages = List.copyOf(coverages);
    findings = List.copyOf(findings);
  }

  /**
   * How much of a series is there.
   *
   * @param symbol whose series
   * @param bars how many bars it has
   * @param expected how many the calendar expects from its first to its last bar
   */
  public record Coverage(Symbol symbol, long bars, long expected) {

    /** Returns the share of expected bars that is there, 1 for an empty series. */
    public double ratio() {
      return expected == 0 ? 1 : (double) bars / expected;
    }
  }

  /** Returns whether nothing was found. */
  public boolean clean() {
    return findings.isEmpty();
  }

  /** Returns how many findings a rule has. */
  public long count(SeriesRule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).count();
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

  /** Returns the report for people, a line per series and per finding. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Coverage coverage : coverages) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d of %d expected bars (%.1f %%)%n",
              coverage.symbol(),
              coverage.bars(),
              coverage.expected(),
              100 * coverage.ratio()));
    }
    for (Finding finding : findings) {
      text.append(line(finding)).append('\n');
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String line(Finding finding) {
    return "%s %s %s at %s: %s"
        .formatted(
            finding.severity(),
            finding.rule(),
            finding.symbol(),
            EpochNanos.toInstant(finding.time()),
            finding.message());
  }
}
