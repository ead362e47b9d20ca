package io.quantkit.core.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quantkit.core.error.DataException;
import io.quantkit.core.market.Trade;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads trades from CSV files with a header, comma separated, gzip or not. Trades keep the order of
 * the file, which settles the order within one time stamp.
 *
 * @param timeColumn the column of times
 * @param timeFormat how they are written
 * @param priceColumn the column of prices
 * @param sizeColumn the column of units traded
 */
public record CsvTradeReader(
    String timeColumn, TimeFormat timeFormat, String priceColumn, String sizeColumn) {

  public CsvTradeReader {
    if (timeFormat.isDate()) {
      throw new IllegalArgumentException("trades must have times and not only dates");
    }
  }

  /**
   * Reads a file.
   *
   * @throws DataException if the file as a whole cannot be used
   */
  public TradeLoad read(Path file) {
    try (CsvRows rows = CsvRows.open(file, ',')) {
      return read(rows);
    }
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param source what errors and rejections call it
   * @throws DataException if the stream as a whole cannot be used
   */
  public TradeLoad read(String source, InputStream stream) {
    try (CsvRows rows = CsvRows.open(source, stream, ',')) {
      return read(rows);
    }
  }

  private TradeLoad read(CsvRows rows) {
    int time = rows.column(timeColumn);
    int price = rows.column(priceColumn);
    int size = rows.column(sizeColumn);
    List<Trade> trades = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    long last = Long.MIN_VALUE;
    long count = 0;
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      count++;
      int at = -1;
      try {
        rows.requireComplete(row);
        at = time;
        long when = timeFormat.instant(row.getField(time).strip());
        if (when < last) {
          throw new RowFault(RowRule.TIME_ORDER, "trades must come oldest first");
        }
        at = price;
        double paid = Fields.number(row.getField(price));
        at = size;
        double units = Fields.number(row.getField(size));
        at = -1;
        String fault = Trade.fault(paid, units);
        if (!fault.isEmpty()) {
          throw new RowFault(RowRule.SOUND_TRADE, fault);
        }
        trades.add(Trade.of(when, paid, units));
        last = when;
      } catch (RowFault fault) {
        rejected.add(rows.rejection(row, at, fault));
      }
    }
    return new TradeLoad(rows.source(), count, trades, rejected);
  }
}
