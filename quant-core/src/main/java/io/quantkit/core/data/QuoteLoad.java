package io.quantkit.core.data;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Quote;
import java.util.List;

/**
 * What came out of reading a file of quotes: the good ones in file order and the bad rows by name.
 *
 * @param source the file
 * @param rows how many rows it has, without the header
 * @param quotes the quotes
 * @param rejected the first rows that are none: as many as {@link BadRows} keeps
 * @param rejections how many there were in all
 */
public record QuoteLoad(
    String source, long rows, List<Quote> quotes, List<RejectedRow> rejected, long rejections) {

  public QuoteLoad {
    quotes = List.copyOf(quotes);
    rejected = List.copyOf(rejected);
  }

  /**
   * Returns this if no row was rejected.
   *
   * @throws DataValidationException if one was, quoting the first few
   */
  public QuoteLoad orThrow() {
    RejectedRow.requireNone(source, rows, rejections, rejected);
    return this;
  }
}
