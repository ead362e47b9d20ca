package io.quantkit.core.store;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Fundamental;
import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;

/** A store in this process's heap. */
record HeapMarketStore(
    BarStore bars,
    RecordStore<Trade> trades,
    RecordStore<Quote> quotes,
    RecordStore<BookSnapshot> books,
    RecordStore<CorporateAction> actions,
    RecordStore<Fundamental> fundamentals,
    RecordStore<NewsItem> news)
    implements MarketStore {

  HeapMarketStore() {
    this(
        new HeapBarStore(),
        new HeapRecordStore<>((symbol, one) -> {}),
        new HeapRecordStore<>((symbol, one) -> {}),
        new HeapRecordStore<>((symbol, one) -> {}),
        new HeapRecordStore<>((symbol, one) -> Owner.require(symbol, one.symbol())),
        new HeapRecordStore<>((symbol, one) -> Owner.require(symbol, one.symbol())),
        new HeapRecordStore<>(Owner::requireAbout));
  }

  /** Does nothing: what is in the heap goes with the store. */
  @Override
  public void close() {}
}
