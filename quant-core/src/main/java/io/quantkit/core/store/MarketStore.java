package io.quantkit.core.store;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Fundamental;
import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import java.nio.file.Path;

/**
 * Market data kept for later: raw, as it was known, restatements beside what they restate.
 *
 * <p>May be used by several threads: any number may read while one changes. A change happens as a
 * whole or not at all, and readers see it as a whole or not at all.
 */
public interface MarketStore extends AutoCloseable {

  /** Returns an empty store in this process's heap, gone with it. */
  static MarketStore inMemory() {
    return new HeapMarketStore();
  }

  /**
   * Opens a store in a file, compressed by column, that one process at a time has open; creates it
   * if there is none. Needs the artifact {@code org.duckdb:duckdb_jdbc} on the class path. Its
   * tables are described in {@code V1__market_data.sql} of this package; a store of an older
   * version is brought up to date.
   *
   * @throws io.quantkit.core.error.DataConnectionException if another process has it open
   * @throws io.quantkit.core.error.DataCorruptionException if the file is no store
   * @throws io.quantkit.core.error.DataValidationException if a newer version of this library wrote
   *     it
   */
  static MarketStore open(Path file) {
    Artifact.DUCKDB.require();
    return DuckMarketStore.open(file);
  }

  /** Returns the bars. */
  BarStore bars();

  /** Returns the trades. */
  RecordStore<Trade> trades();

  /** Returns the quotes. */
  RecordStore<Quote> quotes();

  /** Returns the order books. */
  RecordStore<BookSnapshot> books();

  /** Returns the corporate actions, filed under the symbol they concern. */
  RecordStore<CorporateAction> actions();

  /** Returns the reported numbers, filed under their symbol. */
  RecordStore<Fundamental> fundamentals();

  /** Returns the news, filed under a symbol each is about; under any symbol if about none. */
  RecordStore<NewsItem> news();

  /** Closes the store; what was stored is in its file. */
  @Override
  void close();
}
