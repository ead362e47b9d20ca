package io.quantkit.backtest.market;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderRules;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.TradingCalendar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at orders before the market takes them, and says when they end. */
final class Intake {
  private final Universe universe;
  private final TradingCalendar calendar;
  private final OrderRules rules;
  private final AccountBook account;
  private final Map<Symbol, SymbolBook> books = new HashMap<>(); // never iterated
  private long dayFrom = Long.MAX_VALUE;
  private long dayUntil = Long.MIN_VALUE;

  Intake(
      Universe universe,
      TradingCalendar calendar,
      OrderRules rules,
      AccountBook account,
      SymbolBook[] list) {
    this.universe = universe;
    this.calendar = calendar;
    this.rules = rules;
    this.account = account;
    for (SymbolBook book : list) {
      books.put(book.symbol, book);
    }
  }

  @Nullable SymbolBook book(Symbol symbol) {
    return books.get(symbol);
  }

  /** Returns why an order is refused whatever the account holds, {@code ""} if it is not. */
  String refusal(OrderRequest order, @Nullable SymbolBook book, long now) {
    if (book == null) {
      return "UNKNOWN_SYMBOL: symbol " + order.symbol() + " is unknown";
    }
    if (book.gone != null) {
      return "NOT_TRADEABLE: " + book.gone;
    }
    if (book.changing && !universe.tradeable(order.symbol(), now)) {
      return "NOT_TRADEABLE: " + order.symbol() + " may not be traded at this time";
    }
    if (!book.inLots(order.quantity())) {
      return "LOT_SIZE: quantity must be a multiple of %s, was %s"
          .formatted(book.instrument.lotSize(), order.quantity());
    }
    if (order.terms() instanceof OrderTerms.Iceberg iceberg
        && !book.inLots(iceberg.displayQuantity())) {
      return "LOT_SIZE: displayQuantity must be a multiple of %s, was %s"
          .formatted(book.instrument.lotSize(), iceberg.displayQuantity());
    }
    Optional<String> why = rules.refusal(order);
    if (why.isPresent()) {
      return "NOT_SUPPORTED: " + why.get();
    }
    if (order.instructions().expiresAt() <= now) {
      return "EXPIRED: the order ends at %d, which was over at %d"
          .formatted(order.instructions().expiresAt(), now);
    }
    return "";
  }

  /**
   * Returns why the account does not allow an order, {@code ""} if it does.
   *
   * @param leaving an order that makes room for it, null if none does
   */
  String refusal(WorkingOrder order, @Nullable WorkingOrder leaving) {
    if (order.exits) {
      Decimal position = account.position(order.book);
      boolean reduces = order.buy ? position.isNegative() : position.isPositive();
      return reduces ? "" : "REDUCE_ONLY: there is no position to reduce";
    }
    Decimal promised = Decimal.ZERO;
    if (!order.buy) {
      SymbolBook book = order.book;
      for (int i = 0; i < book.size; i++) {
        WorkingOrder other = book.orders[i];
        if (other != leaving && other.working && !other.buy && !other.exits) {
          promised = promised.plus(other.remaining);
        }
      }
    }
    String why = account.refusal(order, promised, leaving);
    return why.isEmpty() ? why : "ACCOUNT: " + why;
  }

  /** Sets from when until when an order works; returns why it cannot, {@code ""} if it can. */
  String schedule(WorkingOrder order, long now) {
    order.activeFrom = now;
    OrderRequest request = order.request;
    TimeInForce timeInForce = request.timeInForce();
    switch (timeInForce) {
      case DAY -> order.endsAt = endOfDay(now);
      case GTD -> order.endsAt = request.instructions().expiresAt();
      case OPG, CLS -> {
        return scheduleAuction(order, now);
      }
      case GTC, IOC, FOK -> {}
    }
    return "";
  }

  private String scheduleAuction(WorkingOrder order, long now) {
    Session session;
    try {
      session = calendar.sessionAtOrAfter(now);
      if (order.request.timeInForce() == TimeInForce.OPG && session.open() < now) {
        session = calendar.sessionAtOrAfter(session.close());
      }
    } catch (IllegalArgumentException unknown) {
      return "NOT_SUPPORTED: no auction is known: " + unknown.getMessage();
    }
    boolean opening = order.request.timeInForce() == TimeInForce.OPG;
    order.auctionAt = opening ? session.open() : session.close();
    order.endsAt = session.close();
    return "";
  }

  /**
   * Returns when the session ends in which an order works that arrives at a time: the one under way
   * or else the next; outside of what the calendar knows, the day.
   */
  private long endOfDay(long time) {
    if (time >= dayFrom && time < dayUntil) {
      return dayUntil;
    }
    dayFrom = time;
    dayUntil = sessionEnd(time);
    return dayUntil;
  }

  private long sessionEnd(long time) {
    try {
      return calendar.sessionAtOrAfter(time).close();
    } catch (IllegalArgumentException unknown) {
      return EpochNanos.of(
          calendar.dateOf(time).plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }
  }
}
