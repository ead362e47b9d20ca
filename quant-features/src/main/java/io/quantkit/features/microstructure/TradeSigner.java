package io.quantkit.features.microstructure;

import io.quantkit.core.market.Aggressor;

/** Tells buys from sells, and remembers the quote by which it does. */
final class TradeSigner {
  private final TradeClassification rule;
  private double bid = Double.NaN;
  private double ask = Double.NaN;
  private double last = Double.NaN;
  private int direction;

  TradeSigner(TradeClassification rule) {
    this.rule = rule;
  }

  TradeSigner copy() {
    TradeSigner copy = new TradeSigner(rule);
    copy.bid = bid;
    copy.ask = ask;
    copy.last = last;
    copy.direction = direction;
    return copy;
  }

  void quote(double newBid, double newAsk) {
    bid = newBid;
    ask = newAsk;
  }

  /** Returns the middle of the quote, {@code NaN} unless both sides are quoted. */
  double mid() {
    return bid + (ask - bid) / 2;
  }

  /** Takes the next trade and returns +1 for a buy, -1 for a sell, 0 for neither. */
  int sign(double price, Aggressor aggressor) {
    if (price > last) {
      direction = 1;
    } else if (price < last) {
      direction = -1;
    }
    last = price;
    return switch (rule) {
      case TOLD -> aggressor == Aggressor.UNKNOWN ? leeReady(price) : aggressor.sign();
      case TICK_RULE -> direction;
      case QUOTE_RULE -> byQuote(price);
      case LEE_READY -> leeReady(price);
      case EMO -> bid == ask ? direction : price == ask ? 1 : price == bid ? -1 : direction;
    };
  }

  private int leeReady(double price) {
    int byQuote = byQuote(price);
    return byQuote == 0 ? direction : byQuote;
  }

  private int byQuote(double price) {
    double mid = mid();
    return price > mid ? 1 : price < mid ? -1 : 0;
  }
}
