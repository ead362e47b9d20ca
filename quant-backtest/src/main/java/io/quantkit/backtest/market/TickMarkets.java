package io.quantkit.backtest.market;

import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;

/**
 * The instruments that are matched by ticks: every one of which a quote, trade, book, order of a
 * book or auction was ever shown, from then on.
 */
final class TickMarkets {
  private final QueueModel queue;
  private final boolean partial;
  private final double share;
  private final TriggerSource source;
  private final Clerk clerk;
  private final AccountBook account;
  private final TickDesk desk;

  TickMarkets(
      QueueModel queue,
      boolean partial,
      double share,
      TriggerSource source,
      Clerk clerk,
      AccountBook account) {
    this.queue = queue;
    this.share = share;
    this.partial = partial;
    this.source = source;
    this.clerk = clerk;
    this.account = account;
    this.desk = new TickDesk(clerk);
  }

  void onQuote(SymbolBook book, Quote quote) {
    begin(book, quote.knownAt()).onQuote(quote, clerk.now());
    end(book, quote.mid());
  }

  void onTrade(SymbolBook book, Trade trade) {
    begin(book, trade.knownAt()).onTrade(trade, clerk.now());
    end(book, trade.price());
  }

  void onBook(SymbolBook book, BookSnapshot snapshot) {
    begin(book, snapshot.knownAt()).onBook(snapshot, clerk.now());
    end(book, snapshot.bid(0) + (snapshot.ask(0) - snapshot.bid(0)) / 2);
  }

  void onBookOrder(SymbolBook book, BookOrder order) {
    begin(book, order.knownAt()).onBookOrder(order, clerk.now());
    end(book, order.kind() == BookOrder.Kind.EXECUTE ? order.price() : Double.NaN);
  }

  void onAuction(SymbolBook book, Auction auction) {
    begin(book, auction.knownAt()).onAuction(auction, clerk.now());
    end(book, auction.indicative() ? Double.NaN : auction.price());
  }

  /** Takes the status of an instrument, which may not be matched by ticks yet. */
  void onStatus(SymbolBook book, TradingStatus status) {
    book.status = status;
    TickMatcher ticks = book.ticks;
    if (ticks != null) {
      clerk.advanceTo(status.knownAt());
      ticks.onStatus(status, clerk.now());
      end(book, Double.NaN);
    }
  }

  /** Takes an order that begins to work, if its instrument is matched by ticks. */
  void arrived(WorkingOrder order) {
    TickMatcher ticks = order.book.ticks;
    if (ticks != null && order.working) {
      ticks.arrived(order, clerk.now());
      order.book.compact();
    }
  }

  /** Places the orders of an instrument again whose prices a corporate action has changed. */
  void restated(SymbolBook book) {
    TickMatcher ticks = book.ticks;
    if (ticks == null) {
      return;
    }
    ticks.forget();
    for (WorkingOrder order : book.working()) {
      ticks.restated(order, clerk.now());
    }
    book.compact();
  }

  /** Ends the orders of an instrument whose time is over. */
  void expire(SymbolBook book, long time) {
    boolean any = false;
    for (int i = 0; i < book.size; i++) {
      any |= book.orders[i].endsAt <= time;
    }
    if (!any) {
      return;
    }
    for (WorkingOrder order : book.working()) {
      if (!order.done && order.endsAt <= time) {
        clerk.expire(order);
      }
    }
    book.compact();
  }

  private TickMatcher begin(SymbolBook book, long time) {
    clerk.advanceTo(time);
    TickMatcher ticks = book.ticks;
    if (ticks != null) {
      expire(book, time);
      return ticks;
    }
    TickMatcher fresh = new TickMatcher(book, queue, partial, share, source, desk);
    book.ticks = fresh;
    if (book.status != null) {
      fresh.onStatus(book.status, time);
    }
    expire(book, time);
    for (WorkingOrder order : book.working()) {
      fresh.arrived(order, time);
    }
    return fresh;
  }

  private void end(SymbolBook book, double price) {
    if (!Double.isNaN(price)) {
      account.onPrice(book, price);
    }
    if (book.size > 0) {
      book.compact();
    }
  }
}
