package io.quantkit.core.store;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Fundamental;
import io.quantkit.core.market.NewsItem;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store in a DuckDB file. */
final class DuckMarketStore implements MarketStore {
  private final Duck writer;
  private final BarStore bars;
  private final RecordStore<Trade> trades;
  private final RecordStore<Quote> quotes;
  private final RecordStore<BookSnapshot> books;
  private final RecordStore<CorporateAction> actions;
  private final RecordStore<Fundamental> fundamentals;
  private final RecordStore<NewsItem> news;

  private DuckMarketStore(Duck writer) {
    this.writer = writer;
    bars = new DuckBarStore(writer);
    trades = new DuckRecordStore<>(writer, Layouts.TRADES);
    quotes = new DuckRecordStore<>(writer, Layouts.QUOTES);
    books = new DuckRecordStore<>(writer, Layouts.BOOKS);
    actions = new DuckRecordStore<>(writer, ActionLayout.ACTIONS);
    fundamentals = new DuckRecordStore<>(writer, Layouts.FUNDAMENTALS);
    news = new DuckRecordStore<>(writer, Layouts.NEWS);
  }

  static DuckMarketStore open(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new DataNotFoundException(
          file.toString(), "the directory of " + file + " does not exist; create it first");
    }
    if (Files.isDirectory(file)) {
      throw new DataNotFoundException(file.toString(), file + " is a directory; give a file");
    }
    Duck writer = Duck.open(file);
    try {
      Migrations.apply(writer);
      return new DuckMarketStore(writer);
    } catch (RuntimeException failure) {
      writer.close();
      throw failure;
    }
  }

  @Override
  public BarStore bars() {
    return bars;
  }

  @Override
  public RecordStore<Trade> trades() {
    return trades;
  }

  @Override
  public RecordStore<Quote> quotes() {
    return quotes;
  }

  @Override
  public RecordStore<BookSnapshot> books() {
    return books;
  }

  @Override
  public RecordStore<CorporateAction> actions() {
    return actions;
  }

  @Override
  public RecordStore<Fundamental> fundamentals() {
    return fundamentals;
  }

  @Override
  public RecordStore<NewsItem> news() {
    return news;
  }

  @Override
  public void close() {
    synchronized (writer) {
      writer.close();
    }
  }
}
