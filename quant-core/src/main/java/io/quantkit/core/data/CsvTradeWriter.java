package io.quantkit.core.data;

import io.quantkit.core.error.DataConnectionException;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Trade;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes trades to a CSV file that reads back to the same bits: a row per trade with both its times
 * as ISO instants, price, size and aggressor, the latter empty if unknown. Files appear as those of
 * {@link CsvBarWriter} do. Belongs to one thread.
 */
public final class CsvTradeWriter implements AutoCloseable {
  private static final String HEADER = "time,known_at,price,size,aggressor\n";

  private final WholeFile file;
  private final RowText row;

  private CsvTradeWriter(WholeFile file) {
    this.file = file;
    this.row = new RowText(file);
    file.write(HEADER.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Starts a file.
   *
   * @throws DataConnectionException if its folder cannot be written to
   */
  public static CsvTradeWriter open(Path file) {
    return new CsvTradeWriter(new WholeFile(file));
  }

  /**
   * Writes trades to a file.
   *
   * @param trades oldest first, or reading rejects those that are not
   * @throws DataConnectionException if the file cannot be written; then there is none
   */
  public static void write(Path file, List<Trade> trades) {
    try (CsvTradeWriter writer = open(file)) {
      for (Trade trade : trades) {
        writer.write(trade);
      }
      writer.finish();
    }
  }

  /** Returns the schema of the files that are written here. */
  public static CsvTradeSchema schema() {
    return CsvTradeSchema.trades("time", TimeFormat.ISO_INSTANT)
        .knownAt("known_at", TimeFormat.ISO_INSTANT)
        .aggressor(
            "aggressor", Aggressor.BUYER.name(), Aggressor.SELLER.name(), Aggressor.UNKNOWN.name())
        .build();
  }

  /**
   * Writes a trade.
   *
   * @throws IllegalArgumentException if it happened before 1900 or after 2199
   * @throws DataConnectionException if the file cannot be written
   */
  public void write(Trade trade) {
    write(trade.eventTime(), trade.knownAt(), trade.price(), trade.size(), trade.aggressor());
  }

  /** Writes the trades of a chunk; see {@link #write(Trade)}. */
  public void write(TradeChunk chunk) {
    for (int i = 0; i < chunk.size(); i++) {
      write(
          chunk.eventTime(i), chunk.knownAt(i), chunk.price(i), chunk.units(i), chunk.aggressor(i));
    }
  }

  private void write(long time, long knownAt, double price, double size, Aggressor aggressor) {
    row.time(time).separator().time(knownAt).separator().number(price).separator().number(size);
    row.separator().text(aggressor == Aggressor.UNKNOWN ? "" : aggressor.name()).end();
  }

  /**
   * Puts the file in its place.
   *
   * @throws DataConnectionException if it cannot be written
   */
  public void finish() {
    row.flush();
    file.finish();
  }

  /** Leaves nothing behind unless {@link #finish} was called. */
  @Override
  public void close() {
    file.close();
  }
}
