package io.quantkit.core.data;

import io.quantkit.core.error.DataValidationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reading in chunks came to, beside the chunks.
 *
 * @param source the file
 * @param rows how many rows it has, without the header
 * @param records how many records were handed on
 * @param rejections how many rows, or in a wide file cells, were not
 * @param rejectionsByRule how many of those broke which rule, in the order of the rules; rules that
 *     none broke are absent
 * @param rejected the first of them, as many as {@link BadRows} keeps
 */
public record CsvSummary(
    String source,
    long rows,
    long records,
    long rejections,
    Map<RowRule, Long> rejectionsByRule,
    List<RejectedRow> rejected) {

  public CsvSummary {
    rejectionsByRule = Collections.unmodifiableMap(new LinkedHashMap<>(rejectionsByRule));
    rejected = List.copyOf(rejected);
  }

  /**
   * Returns this if no row was rejected.
   *
   * @throws DataValidationException if one was, quoting the first few
   */
  public CsvSummary orThrow() {
    RejectedRow.requireNone(source, rows, rejections, rejected);
    return this;
  }
}
