package io.quantkit.core.quality;

import io.quantkit.core.series.BarSeries;
import java.util.List;

/**
 * What became of unchecked rows: a series, the rows kept out of it, and why.
 *
 * @param accepted the series of the rows that passed, whether or not the whole was refused; look at
 *     {@link #series} unless you want to see refused data
 * @param quarantined which rows are not in it, counted from 0, ascending
 * @param report what was found; its findings name the rows
 */
public record CheckedBars(BarSeries accepted, List<Integer> quarantined, DataQualityReport report) {

  public CheckedBars {
    quarantined = List.copyOf(quarantined);
  }

  /** Returns whether a finding refuses the data as a whole. */
  public boolean rejected() {
    return report.rejection().isPresent();
  }

  /**
   * Returns the series of the rows that passed.
   *
   * @throws io.quantkit.core.error.DataValidationException if the data as a whole is refused
   */
  public BarSeries series() {
    report.requireAccepted();
    return accepted;
  }
}
