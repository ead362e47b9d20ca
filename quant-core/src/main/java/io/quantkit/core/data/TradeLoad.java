package io.quantkit.core.data;

import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Trade;
import java.util.List;

/**
 * What came out of reading a file of trades: the good ones in file order and the bad rows by name.
 *
 * @param source the file
 * @param rows how many rows it has, without the header
 * @param trades the trades
 * @param rejected the first rows that are none: as many as {@link BadRows} keeps
 * @param rejections how many there were in all
 */
public record TradeLoad(
    String source, long rows, List<Trade> trades, List<RejectedRow> rejected, long rejections) {

  public TradeLoad {
    trades = List.copyOf(trades);
    rejected = List.copyOf(rejected);
  }

  /** Creates what came out of a reading that kept all rejected rows. */
  public TradeLoad(String source, long rows, List<Trade> trades, List<RejectedRow> rejected) {
    this(source, rows, trades, rejected, rejected.size());
  }

  /**
   * Returns this if no row was rejected.
   *
   * @throws DataValidationException if one was, quoting the first few
   */
  public TradeLoad orThrow() {
    RejectedRow.requireNone(source, rows, rejections, rejected);
    return this;
  }
}
