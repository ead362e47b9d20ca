package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps all that a market publishes, oldest first. Belongs to one thread. */
public final class Tape implements TapeListener {
  private final List<Trade> trades = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<BookSnapshot> books = new ArrayList<>();

  /** Creates an empty tape. */
  public Tape() {}

  @Override
  public void trade(Trade trade) {
    trades.add(trade);
  }

  @Override
  public void quote(Quote quote) {
    quotes.add(quote);
  }

  @Override
  public void book(BookSnapshot book) {
    books.add(book);
  }

  /** Returns a view of the trades so far. */
  public List<Trade> trades() {
    return Collections.unmodifiableList(trades);
  }

  /** Returns a view of the quotes so far. */
  public List<Quote> quotes() {
    return Collections.unmodifiableList(quotes);
  }

  /** Returns a view of the snapshots so far. */
  public List<BookSnapshot> books() {
    return Collections.unmodifiableList(books);
  }
}
