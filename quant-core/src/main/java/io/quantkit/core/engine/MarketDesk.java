package io.quantkit.core.engine;

import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.MarketRecord;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the feed delivers to venues, the account and the strategies, in this order.
 *
 * <p>A bar that ends at an ex time belongs to the time before it, a tick of that moment to the time
 * after. So a corporate action takes effect behind the bars and before the ticks of its symbol that
 * come in the moment of its ex time, wherever the feed has put it.
 */
final class MarketDesk implements MarketReceiver {
  private final TradingEngine engine;
  private final MarketState market;
  private final Accountant accountant;
  private final Venue[] venues;
  private final StrategySlot[] slots;
  private final EventLog events;

  /** The corporate actions of this moment that have not taken effect yet. */
  private final List<CorporateAction> due = new ArrayList<>();

  private boolean barsSeen;

  MarketDesk(
      TradingEngine engine,
      MarketState market,
      Accountant accountant,
      Venue[] venues,
      List<StrategySlot> slots,
      EventLog events) {
    this.engine = engine;
    this.market = market;
    this.accountant = accountant;
    this.venues = venues;
    this.slots = slots.toArray(new StrategySlot[0]);
    this.events = events;
  }

  /** Begins another moment. */
  void clear() {
    barsSeen = false;
  }

  /** Ends what the feed delivers at this moment. */
  void end() {
    applyDue(null);
  }

  /** Returns whether bars were delivered since the moment began. */
  boolean barsSeen() {
    return barsSeen;
  }

  @Override
  public void onBars(BarSlice bars) {
    barsSeen = true;
    if (events.bars()) {
      events.append(new EngineEvent.BarsClosed(bars));
    }
    for (Venue venue : venues) {
      venue.onBars(bars);
    }
    engine.settle();
    market.see(bars);
    accountant.mark(bars);
    for (StrategySlot slot : slots) {
      slot.onBars(bars);
      engine.settle();
    }
  }

  @Override
  public void onQuote(Symbol symbol, Quote quote) {
    seen(symbol, quote);
    for (Venue venue : venues) {
      venue.onQuote(symbol, quote);
    }
    engine.settle();
    if (quote.bidSize() > 0 && quote.askSize() > 0) {
      price(symbol, quote.mid());
    }
    show((strategy, slot) -> strategy.onQuote(slot, symbol, quote));
  }

  @Override
  public void onTrade(Symbol symbol, Trade trade) {
    seen(symbol, trade);
    for (Venue venue : venues) {
      venue.onTrade(symbol, trade);
    }
    engine.settle();
    price(symbol, trade.price());
    show((strategy, slot) -> strategy.onTrade(slot, symbol, trade));
  }

  @Override
  public void onBook(Symbol symbol, BookSnapshot book) {
    seen(symbol, book);
    for (Venue venue : venues) {
      venue.onBook(symbol, book);
    }
    engine.settle();
    if (book.bidLevels() > 0 && book.askLevels() > 0) {
      price(symbol, book.quote().mid());
    }
    show((strategy, slot) -> strategy.onBook(slot, symbol, book));
  }

  @Override
  public void onBookOrder(Symbol symbol, BookOrder order) {
    seen(symbol, order);
    for (Venue venue : venues) {
      venue.onBookOrder(symbol, order);
    }
    engine.settle();
    if (order.kind() == BookOrder.Kind.EXECUTE) {
      price(symbol, order.price());
    }
    show((strategy, slot) -> strategy.onBookOrder(slot, symbol, order));
  }

  @Override
  public void onAuction(Symbol symbol, Auction auction) {
    seen(symbol, auction);
    for (Venue venue : venues) {
      venue.onAuction(symbol, auction);
    }
    engine.settle();
    if (!auction.indicative() && auction.pairedSize() > 0) {
      price(symbol, auction.price());
    }
    show((strategy, slot) -> strategy.onAuction(slot, symbol, auction));
  }

  @Override
  public void onStatus(Symbol symbol, TradingStatus status) {
    seen(symbol, status);
    for (Venue venue : venues) {
      venue.onStatus(symbol, status);
    }
    engine.settle();
    show((strategy, slot) -> strategy.onStatus(slot, symbol, status));
  }

  @Override
  public void onAction(CorporateAction action) {
    if (action.eventTime() == market.now()) {
      due.add(action);
    } else {
      apply(action);
    }
  }

  /** Applies the actions of a symbol, or all, whose moment this is. */
  private void applyDue(@Nullable Symbol symbol) {
    for (int i = 0; i < due.size(); ) {
      if (symbol == null || due.get(i).symbol().equals(symbol)) {
        apply(due.remove(i));
      } else {
        i++;
      }
    }
  }

  private void apply(CorporateAction action) {
    for (Venue venue : venues) {
      venue.onAction(action);
    }
    engine.settle();
    accountant.apply(action);
    events.append(new EngineEvent.ActionApplied(market.now(), action));
    show((strategy, slot) -> strategy.onAction(slot, action));
  }

  private void seen(Symbol symbol, MarketRecord record) {
    if (!due.isEmpty()) {
      applyDue(symbol);
    }
    if (events.market()) {
      events.append(new EngineEvent.MarketChanged(market.now(), symbol, record));
    }
  }

  private void price(Symbol symbol, double price) {
    market.see(symbol, price);
    accountant.mark(symbol, price);
  }

  private void show(Showing showing) {
    for (StrategySlot slot : slots) {
      slot.call(strategy -> showing.show(strategy, slot));
      engine.settle();
    }
  }

  @FunctionalInterface
  private interface Showing {
    void show(Strategy strategy, StrategySlot slot);
  }
}
