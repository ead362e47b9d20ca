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
 * @param rejected the rows, or in a wide file the cells, that did not become bars
 */
public record BarLoad(
    String source, long rows, List<BarSeries> series, List<RejectedRow> rejected) {

  public BarLoad {
    series = List.copyOf(series);
    rejected = List.copyOf(rejected);
  }

  /**
   * Returns this if no row was rejected.
   *
   * @throws DataValidationException if one was, quoting the first few
   */
  public BarLoad orThrow() {
    RejectedRow.requireNone(source, rows, rejected);
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
