package io.quantkit.core.synthetic.flow;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Trade;
import io.quantkit.core.order.Side;
import io.quantkit.core.synthetic.RandomStream;

/** One run of an {@link OrderFlow}: the next of all competing arrivals, one after the other. */
final class RunningMarket {
  private static final int BUYS = 0;
  private static final int SELLS = 1;

  private final OrderFlow flow;
  private final long opens;
  private final long closes;
  private final RandomStream random;
  private final RandomStream sizes;
  private final HawkesProcess.Arrivals excited;
  private final TapeListener listener;
  private final LimitOrderBook book;
  private final OrderFlowCounts counts;
  private final Ticks ticks;
  private final int distances;
  private double limitRate;
  private final double logContinue;

  /** Resting orders by side and distance from the other side's best; beyond comes last. */
  private final int[][] resting;

  private long now;
  private long nextSnapshot;
  private int bid;
  private int ask;
  private int quotedBid = -1;
  private int quotedAsk = -1;
  private long quotedBidLots;
  private long quotedAskLots;

  RunningMarket(OrderFlow flow, long opens, long closes, long seed, TapeListener listener) {
    this.flow = flow;
    this.opens = opens;
    this.closes = closes;
    this.random = RandomStream.of(seed);
    this.sizes = RandomStream.of(seed, 1);
    this.excited =
        flow.marketOrders.orElse(HawkesProcess.of(0, 0, 1)).start(RandomStream.of(seed, 2));
    this.listener = listener;
    this.book = new LimitOrderBook(this::executed);
    this.ticks = new Ticks(flow.tick);
    this.distances = flow.limitRates.length;
    this.counts = new OrderFlowCounts((closes - opens) / 1e9, distances);
    this.resting = new int[2][distances + 1];
    for (double rate : flow.limitRates) {
      limitRate += rate;
    }
    this.logContinue = StrictMath.log1p(-1 / flow.meanLots);
    this.now = opens;
    this.nextSnapshot = opens;
    this.bid = flow.startTick;
    this.ask = flow.startTick + 1;
  }

  OrderFlowCounts run() {
    double end = counts.seconds;
    double time = 0;
    double marketOrder = excited.next();
    fill();
    publishQuote();
    while (true) {
      double cancelRate = survey();
      double wait = random.exponential() / (2 * limitRate + 2 * flow.marketRate + cancelRate);
      boolean byItself = time + wait < marketOrder;
      double next = Math.min(byItself ? time + wait : marketOrder, end);
      expose(next - time);
      time = next;
      if (time == end) {
        publishBooks(closes);
        return counts;
      }
      now = Math.min(opens + (long) (time * 1e9), closes - 1);
      publishBooks(now);
      if (byItself) {
        arrive(cancelRate);
      } else {
        market(excited.type() == 0 ? Side.BUY : Side.SELL);
        marketOrder = excited.next();
      }
      publishQuote();
    }
  }

  /** Lets the book begin with what each distance has in the long run. */
  private void fill() {
    for (int d = 1; d <= distances; d++) {
      double mean = flow.limitRates[d - 1] / flow.cancelRates[d - 1];
      int orders = mean > 1 ? (int) Math.min(Math.rint(mean), 1000) : 1;
      for (int i = 0; i < orders; i++) {
        if (ask - d >= 1) {
          book.limit(Side.BUY, ask - d, lots());
        }
        book.limit(Side.SELL, bid + d, lots());
      }
    }
  }

  /** Counts the resting orders by distance and returns the rate of all cancellations. */
  private double survey() {
    bid = book.bestBid() == LimitOrderBook.NO_TICK ? bid : book.bestBid();
    ask = book.bestAsk() == LimitOrderBook.NO_TICK ? ask : book.bestAsk();
    int bids = book.orders(Side.BUY);
    int asks = book.orders(Side.SELL);
    double rate = 0;
    for (int d = 1; d <= distances; d++) {
      int below = bids == 0 ? 0 : book.ordersAt(ask - d);
      int above = asks == 0 ? 0 : book.ordersAt(bid + d);
      resting[BUYS][d - 1] = below;
      resting[SELLS][d - 1] = above;
      bids -= below;
      asks -= above;
      rate += flow.cancelRates[d - 1] * (below + above);
    }
    resting[BUYS][distances] = bids;
    resting[SELLS][distances] = asks;
    return rate + flow.cancelRates[distances - 1] * (bids + asks);
  }

  private void expose(double seconds) {
    for (int d = 0; d <= distances; d++) {
      counts.orderSeconds[d] += seconds * (resting[BUYS][d] + resting[SELLS][d]);
    }
  }

  /** Lets one of the competing arrivals happen, each in proportion to its rate. */
  private void arrive(double cancelRate) {
    double point = random.uniform() * (2 * limitRate + 2 * flow.marketRate + cancelRate);
    for (int side = BUYS; side <= SELLS; side++) {
      for (int d = 1; d <= distances; d++) {
        point -= flow.limitRates[d - 1];
        if (point < 0) {
          limit(side, d);
          return;
        }
      }
    }
    point -= 2 * flow.marketRate;
    if (point < 0) {
      market(point < -flow.marketRate ? Side.BUY : Side.SELL);
      return;
    }
    for (int side = BUYS; side <= SELLS; side++) {
      for (int d = 1; d <= distances + 1; d++) {
        double each = flow.cancelRates[Math.min(d, distances) - 1];
        double all = each * resting[side][d - 1];
        if (point < all) {
          cancel(side, d, Math.min((int) (point / each), resting[side][d - 1] - 1));
          return;
        }
        point -= all;
      }
    }
  }

  private void limit(int side, int distance) {
    int tick = side == BUYS ? ask - distance : bid + distance;
    if (tick >= 1) {
      counts.limitOrders[distance - 1]++;
      book.limit(side == BUYS ? Side.BUY : Side.SELL, tick, lots());
    }
  }

  private void market(Side side) {
    if (side == Side.BUY) {
      counts.buyOrders++;
    } else {
      counts.sellOrders++;
    }
    book.market(side, lots());
  }

  private void cancel(int side, int distance, int place) {
    counts.cancellations[distance - 1]++;
    int tick = side == BUYS ? ask - distance : bid + distance;
    int left = place;
    if (distance > distances) {
      tick = side == BUYS ? book.bidBelow(tick + 1) : book.askAbove(tick - 1);
      while (left >= book.ordersAt(tick)) {
        left -= book.ordersAt(tick);
        tick = side == BUYS ? book.bidBelow(tick) : book.askAbove(tick);
      }
    }
    book.cancel(book.orderAt(tick, left));
  }

  private long lots() {
    return flow.meanLots == 1 ? 1 : 1 + (long) (StrictMath.log(1 - sizes.uniform()) / logContinue);
  }

  private void executed(long order, Side aggressor, int tick, long lots) {
    counts.trades++;
    Aggressor crossed = aggressor == Side.BUY ? Aggressor.BUYER : Aggressor.SELLER;
    listener.trade(new Trade(now, now, ticks.price(tick), lots * flow.lot, crossed));
  }

  private void publishQuote() {
    int bestBid = book.bestBid();
    int bestAsk = book.bestAsk();
    long bidLots = book.lotsAt(bestBid);
    long askLots = book.lotsAt(bestAsk);
    if (bestBid == quotedBid
        && bestAsk == quotedAsk
        && bidLots == quotedBidLots
        && askLots == quotedAskLots) {
      return;
    }
    quotedBid = bestBid;
    quotedAsk = bestAsk;
    quotedBidLots = bidLots;
    quotedAskLots = askLots;
    listener.quote(
        new Quote(
            now,
            now,
            bestBid == LimitOrderBook.NO_TICK ? Double.NaN : ticks.price(bestBid),
            bidLots * flow.lot,
            bestAsk == LimitOrderBook.NO_TICK ? Double.NaN : ticks.price(bestAsk),
            askLots * flow.lot));
  }

  /** Publishes the book as it stood at the moments before the given one. */
  private void publishBooks(long before) {
    while (flow.snapshotEvery > 0 && nextSnapshot < before) {
      listener.book(book.snapshot(nextSnapshot, flow.tick, flow.lot));
      nextSnapshot += flow.snapshotEvery;
    }
  }
}
