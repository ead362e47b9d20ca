package io.quantkit.core.data;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import java.util.List;

/**
 * What came out of reading a file: the good rows as series, and the bad rows by name. Together they
 * account for every row.
 *
 * @param source the file
 * @param rows how many rows it has, without the header
 * @param series a series per symbol that has a bar, in the order of their first bars
 * @param rejected the first rows, or in a wide file cells, that did not become bars: as many as
 *     {@link BadRows} keeps
 * @param rejections how many there were in all
 */
public record BarLoad(
    String source, long rows, List<BarSeries> series, List<RejectedRow> rejected, long rejections) {

  public BarLoad {
    series = List.copyOf(series);
    rejected = List.copyOf(rejected);
  }

  /** Creates what came out of a reading that kept all rejected rows. */
  public BarLoad(String source, long rows, List<BarSeries> series, List<RejectedRow> rejected) {
    this(source, rows, series, rejected, rejected.size());
  }

  /**
   * Returns this if no row was rejected.
   *
   * @throws DataValidationException if one was, quoting the first few
   */
  public BarLoad orThrow() {
    RejectedRow.requireNone(source, rows, rejections, rejected);
    return this;
  }

  /**
   * Returns the good rows on one time line.
   *
   * @throws DataNotFoundException if there are none
   */
  public Panel panel() {
    if (series.isEmpty()) {
      throw new DataNotFoundException(source, source + " has no bar that can be used");
    }
    return Panel.align(series);
  }
}
