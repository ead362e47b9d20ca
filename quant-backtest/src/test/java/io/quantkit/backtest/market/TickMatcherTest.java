package io.quantkit.backtest.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Auction;
import io.quantkit.core.market.BookOrder;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.PegReference;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import io.quantkit.core.synthetic.flow.LimitOrderBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TickMatcherTest {
  private static final Instrument STOCK = Instrument.equity("A");

  /** A market of one instrument that writes down what becomes of orders. */
  private static final class Desk implements TickMatcher.Handler {
    private final List<String> log = new ArrayList<>();
    private final SymbolBook book = new SymbolBook(0, STOCK, false);
    private final TickMatcher matcher;
    private double executed;
    private double worse;
    private int orders;
    private long now;

    Desk(QueueModel queue, boolean partial, TriggerSource source) {
      this(queue, partial, Double.POSITIVE_INFINITY, source);
    }

    Desk(QueueModel queue, boolean partial, double share, TriggerSource source) {
      matcher = new TickMatcher(book, queue, partial, share, source, this);
    }

    /** Returns a desk whose orders get at most a tenth of everything. */
    static Desk tenth() {
      return new Desk(QueueModel.RISK_AVERSE, true, 0.1, TriggerSource.LAST_TRADE);
    }

    static Desk of(QueueModel queue) {
      return new Desk(queue, true, TriggerSource.LAST_TRADE);
    }

    WorkingOrder order(Side side, long quantity, OrderTerms terms, TimeInForce timeInForce) {
      return order(side, quantity, terms, timeInForce, OrderInstructions.NONE);
    }

    WorkingOrder order(
        Side side,
        long quantity,
        OrderTerms terms,
        TimeInForce timeInForce,
        OrderInstructions instructions) {
      OrderRequest request =
          new OrderRequest(
              ClientOrderId.of("o" + ++orders),
              Symbol.of("A"),
              side,
              Decimal.of(quantity),
              terms,
              timeInForce,
              instructions);
      WorkingOrder order = new WorkingOrder(request, book);
      order.working = true;
      matcher.arrived(order, now);
      return order;
    }

    WorkingOrder buy(long quantity, String limit) {
      return order(Side.BUY, quantity, limit(limit), TimeInForce.GTC);
    }

    WorkingOrder sell(long quantity, String limit) {
      return order(Side.SELL, quantity, limit(limit), TimeInForce.GTC);
    }

    WorkingOrder market(Side side, long quantity) {
      return order(side, quantity, new OrderTerms.Market(), TimeInForce.GTC);
    }

    Desk trade(double price, double size, Aggressor aggressor) {
      now++;
      matcher.onTrade(new Trade(now, now, price, size, aggressor), now);
      return this;
    }

    Desk sold(double price, double size) {
      return trade(price, size, Aggressor.SELLER);
    }

    Desk bought(double price, double size) {
      return trade(price, size, Aggressor.BUYER);
    }

    Desk quote(double bid, double bidSize, double ask, double askSize) {
      now++;
      matcher.onQuote(new Quote(now, now, bid, bidSize, ask, askSize), now);
      return this;
    }

    Desk event(BookOrder.Kind kind, long id, boolean buy, double price, double size) {
      now++;
      matcher.onBookOrder(new BookOrder(now, now, kind, id, buy, price, size), now);
      return this;
    }

    Desk add(long id, boolean buy, double price, double size) {
      return event(BookOrder.Kind.ADD, id, buy, price, size);
    }

    /** Prices and sizes in turn, bids then asks. */
    Desk book(double[] bids, double[] asks) {
      now++;
      matcher.onBook(
          BookSnapshot.of(now, now, even(bids, 0), even(bids, 1), even(asks, 0), even(asks, 1)),
          now);
      return this;
    }

    private static double[] even(double[] values, int from) {
      double[] half = new double[values.length / 2];
      for (int i = 0; i < half.length; i++) {
        half[i] = values[2 * i + from];
      }
      return half;
    }

    List<String> log() {
      List<String> lines = List.copyOf(log);
      log.clear();
      return lines;
    }

    @Override
    public void execute(
        WorkingOrder order,
        double reference,
        Decimal price,
        Decimal quantity,
        boolean taking,
        long time) {
      assertThat(order.done).isFalse();
      assertThat(quantity).isGreaterThan(Decimal.ZERO);
      assertThat(quantity).isLessThanOrEqualTo(order.remaining);
      order.remaining = order.remaining.minus(quantity);
      order.done = order.remaining.isZero();
      executed += quantity.doubleValue();
      log.add(
          "%s %s %s@%s%s"
              .formatted(order.id(), order.side(), quantity, price, taking ? " taking" : ""));
    }

    @Override
    public Decimal executable(WorkingOrder order) {
      return order.remaining;
    }

    @Override
    public double worsening(
        WorkingOrder order, double price, double units, double volume, long time) {
      return worse;
    }

    @Override
    public void triggered(WorkingOrder order, long time) {
      log.add(order.id() + " triggered");
    }

    @Override
    public void cancel(WorkingOrder order, String reason, long time) {
      order.done = true;
      log.add(order.id() + " cancelled: " + reason);
    }

    @Override
    public void expire(WorkingOrder order, long time) {
      order.done = true;
      log.add(order.id() + " expired");
    }
  }

  private static OrderTerms limit(String price) {
    return new OrderTerms.Limit(Decimal.parse(price));
  }

  private static double[] levels(double... priceAndSize) {
    return priceAndSize;
  }

  @Test
  void takesNoMoreThanItsShareOfTheDisplayUntilThatChanges() {
    Desk desk = Desk.tenth();
    desk.quote(99, 100, 100, 200);
    desk.market(Side.BUY, 50);
    assertThat(desk.log()).containsExactly("o1 BUY 20@100 taking");
    assertThat(desk.quote(99, 100, 100, 200).log()).isEmpty();
    assertThat(desk.quote(99, 100, 100, 150).log()).containsExactly("o1 BUY 15@100 taking");
    desk.market(Side.BUY, 10);
    assertThat(desk.quote(99, 100, 101, 200).log())
        .containsExactly("o1 BUY 15@101 taking", "o2 BUY 5@101 taking");
  }

  @Test
  void getsNoMoreThanItsShareOfTradesHoweverManyOrdersThereAre() {
    Desk desk = Desk.tenth();
    desk.quote(100, 30, 101, 100);
    desk.buy(25, "100");
    desk.buy(25, "100");
    assertThat(desk.sold(100, 200).log()).containsExactly("o1 BUY 20@100");
    assertThat(desk.sold(99.5, 100).log()).containsExactly("o1 BUY 5@100", "o2 BUY 5@100");
    assertThat(desk.sold(99.5, 9).log()).isEmpty(); // a tenth is no whole lot
  }

  @Test
  void anOrderForAllOrNothingNeedsAllWithinItsShare() {
    Desk desk = Desk.tenth();
    desk.quote(99, 100, 100, 200);
    desk.order(Side.BUY, 21, new OrderTerms.Market(), TimeInForce.FOK);
    desk.order(Side.BUY, 20, new OrderTerms.Market(), TimeInForce.FOK);
    assertThat(desk.log()).hasSize(2).last().isEqualTo("o2 BUY 20@100 taking");
  }

  @Test
  void getsItsShareOfAnAuction() {
    Desk desk = Desk.tenth();
    desk.order(Side.BUY, 50, new OrderTerms.Market(), TimeInForce.OPG);
    desk.matcher.onAuction(new Auction(1, 1, Auction.Kind.OPENING, false, 10, 300, 0), 1);
    assertThat(desk.log()).startsWith("o1 BUY 30@10");
  }

  /**
   * A sequence that hftbacktest 2.4.4 with {@code RiskAdverseQueueModel} and {@code
   * PartialFillExchange} executes as 1 and 1: ten are ahead; the display falls to five; five trade
   * and reach the order; one trades; one trades; one more changes nothing.
   */
  @Test
  void executesInTheQueueLikeHftbacktest() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.book(levels(100, 10), levels(100.1, 8));
    WorkingOrder order = desk.buy(2, "100");
    assertThat(desk.matcher.ahead(order)).isEqualTo(10);
    desk.book(levels(100, 5), levels(100.1, 8));
    assertThat(desk.matcher.ahead(order)).isEqualTo(5);
    assertThat(desk.sold(100, 5).log()).isEmpty();
    assertThat(desk.sold(100, 1).log()).containsExactly("o1 BUY 1@100");
    assertThat(desk.sold(100, 1).log()).containsExactly("o1 BUY 1@100");
    assertThat(desk.sold(100, 1).log()).isEmpty();
    assertThat(desk.matcher.ahead(order)).isNaN();
  }

  /** The same with {@code NoPartialFillExchange}, which executes the order in full at once. */
  @Test
  void executesInFullIfExecutionsAreWhole() {
    Desk desk = new Desk(QueueModel.RISK_AVERSE, false, TriggerSource.LAST_TRADE);
    desk.book(levels(100, 10), levels(100.1, 8));
    desk.buy(2, "100");
    desk.book(levels(100, 5), levels(100.1, 8));
    assertThat(desk.sold(100, 5).log()).isEmpty();
    assertThat(desk.sold(100, 1).log()).containsExactly("o1 BUY 2@100");
    desk.market(Side.BUY, 1_000);
    assertThat(desk.log()).containsExactly("o2 BUY 1000@100.1 taking");
  }

  @Test
  void aMarketOrderWalksTheBookAndWhatItTakesIsGoneUntilTheLevelChanges() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.book(levels(99, 10), levels(100, 5, 101, 5, 102, 5));
    desk.market(Side.BUY, 7);
    assertThat(desk.log()).containsExactly("o1 BUY 5@100 taking", "o1 BUY 2@101 taking");
    desk.book(levels(99, 11), levels(100, 5, 101, 5, 102, 5)); // the asks are the same as before
    desk.market(Side.BUY, 4);
    assertThat(desk.log()).containsExactly("o2 BUY 3@101 taking", "o2 BUY 1@102 taking");
    desk.book(levels(99, 11), levels(100, 6, 101, 5, 102, 5));
    desk.market(Side.BUY, 12);
    assertThat(desk.log()).containsExactly("o3 BUY 6@100 taking", "o3 BUY 4@102 taking");
    desk.quote(99, 10, 100.5, 1); // the rest waits for more
    assertThat(desk.log()).containsExactly("o3 BUY 1@100.5 taking");
    desk.sold(99, 5);
    assertThat(desk.log()).containsExactly("o3 BUY 1@99 taking");
  }

  @Test
  void aMarketableLimitTakesUpToItsLimitAndRests() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.book(levels(99, 10), levels(100, 5, 101, 5));
    WorkingOrder order = desk.buy(8, "100.5");
    assertThat(desk.log()).containsExactly("o1 BUY 5@100 taking");
    assertThat(desk.matcher.ahead(order)).isZero(); // nobody else bids so much
    assertThat(desk.sold(100.5, 2).log()).containsExactly("o1 BUY 2@100.5");
    assertThat(desk.quote(99, 10, 100.4, 4).log()).containsExactly("o1 BUY 1@100.5");
  }

  @Test
  void immediateOrCancelAndFillOrKillEndAtOnce() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.book(levels(99, 10), levels(100, 5, 101, 5));
    desk.order(Side.BUY, 8, limit("100"), TimeInForce.IOC);
    assertThat(desk.log())
        .containsExactly(
            "o1 BUY 5@100 taking", "o1 cancelled: what was not executed at once is cancelled");
    desk.order(Side.SELL, 3, limit("99.5"), TimeInForce.IOC);
    assertThat(desk.log())
        .containsExactly("o2 cancelled: what was not executed at once is cancelled");
    desk.order(Side.BUY, 6, limit("101"), TimeInForce.FOK); // five at 101 are left
    assertThat(desk.log())
        .containsExactly("o3 cancelled: could not be executed at once and in full");
    desk.order(Side.BUY, 5, limit("101"), TimeInForce.FOK);
    assertThat(desk.log()).containsExactly("o4 BUY 5@101 taking");
  }

  @Test
  void aPostOnlyOrderNeverTakes() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.quote(99, 10, 100, 5);
    OrderInstructions posting = OrderInstructions.NONE.posting();
    desk.order(Side.BUY, 1, limit("100"), TimeInForce.GTC, posting);
    assertThat(desk.log())
        .containsExactly("o1 cancelled: post-only order would have taken liquidity");
    desk.order(Side.BUY, 1, limit("99.99"), TimeInForce.GTC, posting);
    assertThat(desk.sold(99.99, 1).log()).containsExactly("o2 BUY 1@99.99");
  }

  @Test
  void tradesThroughThePriceAndCrossingQuotesExecuteAtTheOwnPrice() {
    Desk desk = Desk.of(QueueModel.THROUGH);
    desk.quote(99, 10, 100, 5);
    desk.buy(8, "99");
    assertThat(desk.sold(99, 100).log()).isEmpty();
    assertThat(desk.sold(98.5, 3).log()).containsExactly("o1 BUY 3@99");
    assertThat(desk.quote(98, 1, 98.9, 4).log()).containsExactly("o1 BUY 4@99");
    assertThat(desk.bought(98.9, 4).log()).containsExactly("o1 BUY 1@99");
  }

  @Test
  void aBuyerAtThePriceOfABuyExecutesNothing() {
    Desk desk = Desk.of(QueueModel.FRONT);
    desk.quote(99, 10, 100, 5);
    desk.buy(1, "99");
    desk.sell(1, "100");
    assertThat(desk.bought(99, 5).log()).isEmpty();
    assertThat(desk.trade(100, 5, Aggressor.UNKNOWN).log()).containsExactly("o2 SELL 1@100");
    assertThat(desk.trade(99, 5, Aggressor.UNKNOWN).log()).containsExactly("o1 BUY 1@99");
  }

  @Test
  void ownOrdersExecuteByPriceThenTimeAndShareTheVolume() {
    Desk desk = Desk.of(QueueModel.FRONT);
    desk.quote(98, 10, 100, 5);
    desk.buy(2, "98");
    desk.buy(2, "98.5");
    desk.buy(2, "98");
    assertThat(desk.sold(98, 5).log())
        .containsExactly("o2 BUY 2@98.5", "o1 BUY 2@98", "o3 BUY 1@98");
  }

  @Test
  void aLaterOwnOrderIsBehindTheEarlierOne() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.quote(98, 3, 100, 5);
    desk.buy(2, "98");
    desk.quote(98, 5, 100, 5);
    desk.buy(2, "98");
    // Three ahead of the first; two more joined between the two.
    assertThat(desk.sold(98, 4).log()).containsExactly("o1 BUY 1@98");
    assertThat(desk.sold(98, 4).log()).containsExactly("o1 BUY 1@98", "o2 BUY 1@98");
  }

  @Test
  void anIcebergRefillsAtTheEndOfTheQueue() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.quote(98, 3, 100, 5);
    OrderTerms iceberg = new OrderTerms.Iceberg(Decimal.of(98), Decimal.of(2));
    WorkingOrder order = desk.order(Side.BUY, 5, iceberg, TimeInForce.GTC);
    desk.buy(1, "98");
    assertThat(desk.sold(98, 6).log()).containsExactly("o1 BUY 2@98", "o2 BUY 1@98");
    assertThat(desk.matcher.ahead(order)).isEqualTo(3);
    assertThat(desk.sold(98, 4).log()).containsExactly("o1 BUY 1@98");
    assertThat(desk.sold(98, 4).log()).containsExactly("o1 BUY 1@98");
    assertThat(desk.sold(97, 4).log()).containsExactly("o1 BUY 1@98");
  }

  @Test
  void anOrderOutOfSightJoinsBehindWhatItFindsThere() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.quote(99, 10, 100, 5);
    WorkingOrder order = desk.buy(1, "98");
    assertThat(desk.matcher.ahead(order)).isInfinite();
    desk.quote(98, 7, 100, 5);
    assertThat(desk.matcher.ahead(order)).isEqualTo(7);
    desk.quote(97, 7, 100, 5); // nobody else at 98 any more
    assertThat(desk.matcher.ahead(order)).isZero();
    desk.quote(98, 7, 100, 5);
    assertThat(desk.matcher.ahead(order)).isZero();
  }

  @Test
  void pegsFollowTheQuoteAndJoinTheEndOfTheQueue() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.quote(99, 10, 100, 5);
    WorkingOrder primary = peg(desk, Side.BUY, PegReference.PRIMARY, "0", "99.5");
    WorkingOrder mid = peg(desk, Side.SELL, PegReference.MIDPOINT, "0", null);
    assertThat(desk.matcher.ahead(primary)).isEqualTo(10);
    assertThat(desk.matcher.ahead(mid)).isZero();
    desk.sold(99, 4);
    assertThat(desk.matcher.ahead(primary)).isEqualTo(6);
    desk.quote(99.3, 8, 100, 5);
    assertThat(desk.matcher.ahead(primary)).isEqualTo(8);
    assertThat(desk.bought(99.65, 1).log()).containsExactly("o2 SELL 1@99.65");
    desk.quote(99.6, 8, 100, 5); // beyond the limit: out of sight behind the bid
    assertThat(desk.matcher.ahead(primary)).isInfinite();
    assertThat(desk.sold(99.4, 1).log()).containsExactly("o1 BUY 1@99.5");
    peg(desk, Side.BUY, PegReference.MARKET, "0", null);
    assertThat(desk.log()).containsExactly("o3 BUY 1@100 taking");
    WorkingOrder behind = peg(desk, Side.BUY, PegReference.MARKET, "0.1", null);
    assertThat(desk.matcher.ahead(behind)).isZero(); // 99.9, better than the bid
  }

  private static WorkingOrder peg(
      Desk desk, Side side, PegReference reference, String offset, String limit) {
    Optional<Decimal> bound = Optional.ofNullable(limit).map(Decimal::parse);
    OrderTerms terms = new OrderTerms.Peg(reference, Decimal.parse(offset), bound);
    return desk.order(side, 1, terms, TimeInForce.GTC);
  }

  @Test
  void stopsAreTriggeredByTradesAndThenTakeWhatIsDisplayed() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.bought(100, 1);
    desk.quote(99, 10, 100, 5);
    desk.order(Side.SELL, 3, new OrderTerms.Stop(Decimal.parse("98.5")), TimeInForce.GTC);
    assertThat(desk.quote(98, 2, 98.4, 5).log()).isEmpty(); // a quote is no trade
    assertThat(desk.sold(98.5, 1).log()).containsExactly("o1 triggered", "o1 SELL 2@98 taking");
    assertThat(desk.quote(97, 2, 98.4, 5).log()).containsExactly("o1 SELL 1@97 taking");
  }

  @Test
  void aTrailingStopFollowsTheQuote() {
    Desk desk = new Desk(QueueModel.RISK_AVERSE, true, TriggerSource.QUOTE);
    desk.quote(99, 10, 100, 5);
    OrderTerms trailing = new OrderTerms.TrailingStop(Trail.amount(Decimal.ONE));
    desk.order(Side.SELL, 3, trailing, TimeInForce.GTC);
    desk.quote(99, 11, 100, 5);
    desk.quote(101, 10, 102, 5);
    desk.quote(100.5, 10, 102, 5);
    desk.sold(90, 1);
    assertThat(desk.log()).isEmpty();
    assertThat(desk.quote(100, 10, 102, 5).log())
        .containsExactly("o1 triggered", "o1 SELL 3@100 taking");
  }

  @Test
  void withoutTradesTheQuoteTriggers() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.quote(99, 10, 100, 5);
    OrderTerms stop = new OrderTerms.StopLimit(Decimal.parse("101"), Decimal.parse("101.5"));
    desk.order(Side.BUY, 3, stop, TimeInForce.GTC);
    assertThat(desk.quote(100.5, 1, 101, 2).log())
        .containsExactly("o1 triggered", "o1 BUY 2@101 taking");
  }

  @Test
  void withoutADisplayOrdersExecuteInTheNextTrades() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.bought(100, 5);
    desk.market(Side.BUY, 3);
    desk.buy(2, "100.5"); // marketable against the last trade
    desk.buy(2, "99");
    desk.order(Side.BUY, 9, limit("101"), TimeInForce.IOC);
    assertThat(desk.log()).isEmpty();
    assertThat(desk.sold(100.2, 6).log())
        .containsExactly(
            "o1 BUY 3@100.2 taking",
            "o4 BUY 3@100.2 taking",
            "o4 cancelled: what was not executed at once is cancelled");
    assertThat(desk.sold(100.4, 1).log()).containsExactly("o2 BUY 1@100.5");
    assertThat(desk.sold(99, 100).log()).containsExactly("o2 BUY 1@100.5");
    assertThat(desk.sold(98.9, 1).log()).containsExactly("o3 BUY 1@99");
  }

  @Test
  void withoutADisplayTheCostsWorsenThePriceUpToTheLimit() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.worse = 0.001;
    desk.bought(100, 5);
    desk.market(Side.BUY, 1);
    desk.market(Side.SELL, 1);
    desk.buy(1, "100.05");
    assertThat(desk.sold(100, 6).log())
        .containsExactly(
            "o1 BUY 1@100.1 taking", "o3 BUY 1@100.05 taking", "o2 SELL 1@99.9 taking");
  }

  @Test
  void aFillOrKillWithoutADisplayNeedsATradeOfItsSize() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.bought(100, 5);
    desk.order(Side.BUY, 6, limit("100"), TimeInForce.FOK);
    assertThat(desk.sold(100, 5).log())
        .containsExactly("o1 cancelled: what was not executed at once is cancelled");
    desk.order(Side.BUY, 5, limit("100"), TimeInForce.FOK);
    assertThat(desk.sold(100, 5).log()).containsExactly("o2 BUY 5@100 taking");
  }

  @Test
  void auctionsExecuteTheirOrdersAndBetterRestingOnesAtOnePrice() {
    Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    desk.matcher.onStatus(new TradingStatus(0, 0, TradingStatus.State.AUCTION, ""), 0);
    desk.order(Side.BUY, 4, limit("100"), TimeInForce.OPG);
    desk.order(Side.BUY, 3, new OrderTerms.Market(), TimeInForce.OPG);
    desk.order(Side.SELL, 2, limit("101"), TimeInForce.OPG);
    desk.order(Side.BUY, 2, new OrderTerms.Market(), TimeInForce.CLS);
    desk.buy(5, "100.5");
    desk.buy(5, "99.5"); // at the price: nobody tells who gets something
    desk.quote(99, 10, 99.2, 10);
    assertThat(desk.log()).isEmpty();
    desk.matcher.onAuction(new Auction(1, 1, Auction.Kind.OPENING, true, 99, 10, 1), 1);
    assertThat(desk.log()).isEmpty();
    desk.matcher.onAuction(new Auction(2, 2, Auction.Kind.OPENING, false, 99.5, 10, 0), 2);
    assertThat(desk.log())
        .containsExactly(
            "o2 BUY 3@99.5", "o5 BUY 5@99.5", "o1 BUY 2@99.5", "o1 expired", "o3 expired");
  }

  @Test
  void nothingExecutesInAHalt() {
    Desk desk = Desk.of(QueueModel.FRONT);
    desk.quote(99, 10, 100, 5);
    desk.buy(1, "99");
    desk.matcher.onStatus(new TradingStatus(1, 1, TradingStatus.State.HALTED, "news"), 1);
    desk.market(Side.BUY, 2);
    desk.order(Side.BUY, 1, new OrderTerms.Market(), TimeInForce.IOC);
    assertThat(desk.log())
        .containsExactly("o3 cancelled: what was not executed at once is cancelled");
    assertThat(desk.sold(98, 5).quote(97, 1, 98, 5).log()).isEmpty();
    desk.matcher.onStatus(new TradingStatus(2, 2, TradingStatus.State.TRADING, ""), 2);
    assertThat(desk.log()).containsExactly("o2 BUY 2@98 taking", "o1 BUY 1@99");
  }

  @Test
  void aCancelledOrderExecutesNoMore() {
    Desk desk = Desk.of(QueueModel.FRONT);
    desk.quote(99, 10, 100, 5);
    WorkingOrder order = desk.buy(1, "99");
    order.done = true;
    desk.matcher.left(order);
    assertThat(desk.sold(98, 5).log()).isEmpty();
  }

  @Test
  void pricesOffTheTickAreRoundedAgainstTheTrader() {
    Desk desk = Desk.of(QueueModel.FRONT);
    desk.quote(99.001, 10, 100.001, 5);
    desk.market(Side.BUY, 1);
    desk.market(Side.SELL, 1);
    assertThat(desk.log()).containsExactly("o1 BUY 1@100.01 taking", "o2 SELL 1@99 taking");
  }

  @Test
  void ordersOneByOneTellThePlaceInTheQueue() {
    Desk desk = Desk.of(QueueModel.THROUGH); // which is not asked
    desk.add(1, true, 100, 10).add(2, true, 100, 5).add(9, false, 101, 5);
    WorkingOrder order = desk.buy(4, "100");
    assertThat(desk.matcher.ahead(order)).isEqualTo(15);
    desk.add(3, true, 100, 6).event(BookOrder.Kind.CANCEL, 1, true, 100, 3);
    assertThat(desk.matcher.ahead(order)).isEqualTo(12);
    desk.event(BookOrder.Kind.CANCEL, 3, true, 100, 1);
    assertThat(desk.matcher.ahead(order)).isEqualTo(12);
    desk.event(BookOrder.Kind.EXECUTE, 1, true, 100, 7);
    desk.event(BookOrder.Kind.EXECUTE, 2, true, 100, 5);
    assertThat(desk.matcher.ahead(order)).isZero();
    assertThat(desk.sold(100, 12).quote(1, 1, 2, 1).log()).isEmpty(); // known already
    assertThat(desk.event(BookOrder.Kind.EXECUTE, 3, true, 100, 3).log())
        .containsExactly("o1 BUY 3@100");
    assertThat(desk.event(BookOrder.Kind.EXECUTE, 3, true, 100, 2).log())
        .containsExactly("o1 BUY 1@100");
    desk.market(Side.BUY, 2);
    assertThat(desk.log()).containsExactly("o2 BUY 2@101 taking");
    assertThat(desk.event(BookOrder.Kind.EXECUTE, 77, true, 99, 2).log()).isEmpty();
  }

  /** A book of others, told one by one, and the same book with our order in it. */
  private static final class TwoBooks {
    private final Desk desk = Desk.of(QueueModel.RISK_AVERSE);
    private final LimitOrderBook others = new LimitOrderBook(this::executed);
    private final LimitOrderBook both = new LimitOrderBook(this::executedWithOurs);
    private final Map<Long, Long> twins = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private long ours = LimitOrderBook.NO_ORDER;
    private long oursFilled;

    private void executed(long resting, Side aggressor, int tick, long lots) {
      desk.event(BookOrder.Kind.EXECUTE, resting, aggressor == Side.SELL, tick / 100.0, lots);
    }

    private void executedWithOurs(long resting, Side aggressor, int tick, long lots) {
      oursFilled += resting == ours ? lots : 0;
    }

    void limit(Side side, int tick, long lots) {
      long id = others.limit(side, tick, lots);
      long twin = both.limit(side, tick, lots);
      if (id != LimitOrderBook.NO_ORDER) {
        desk.add(id, side == Side.BUY, tick / 100.0, others.lots(id));
        twins.put(id, twin);
        ids.add(id);
      }
    }

    void cancel(int which) {
      long id = ids.get(which % ids.size());
      int tick = others.tick(id);
      boolean buy = tick <= others.bestBid();
      long left = others.cancel(id);
      both.cancel(twins.get(id));
      if (left > 0) {
        desk.event(BookOrder.Kind.CANCEL, id, buy, tick / 100.0, left);
      }
    }
  }

  /** Our order is executed when and as far as it is in a book that has it in its queue. */
  @Property(tries = 300)
  void placesAreThoseOfABookWithTheOrderInIt(
      @ForAll @IntRange(max = 60) int when,
      @ForAll @IntRange(max = 6) int distance,
      @ForAll @IntRange(min = 1, max = 12) int quantity,
      @ForAll @Size(min = 80, max = 200) List<@IntRange(max = 99_999) Integer> events) {
    TwoBooks books = new TwoBooks();
    for (int tick = 1; tick <= 10; tick++) {
      books.limit(Side.BUY, 10_000 - tick, 5);
      books.limit(Side.SELL, 10_000 + tick, 5);
    }
    int step = 0;
    for (int event : events) {
      if (step++ == when) {
        int tick = Math.min(books.others.bestAsk() - 1, books.others.bestBid() + 1 - distance);
        books.ours = books.both.limit(Side.BUY, tick, quantity);
        books.desk.buy(quantity, Decimal.ofScaled(tick, 2).toString());
      }
      int size = event / 1_000 % 9 + 1;
      int place = event / 10 % 100;
      switch (event % 5) {
        case 0 -> books.limit(Side.BUY, books.others.bestAsk() - 1 - place % 5, size);
        case 1 -> books.limit(Side.SELL, books.others.bestBid() + 1 + place % 5, size);
        case 2 -> books.limit(Side.SELL, books.others.bestBid() - place % 2, size);
        case 3 -> books.limit(Side.BUY, books.others.bestAsk(), size);
        default -> books.cancel(place);
      }
      int ask = books.others.bestAsk();
      if (books.others.bestBid() < 9_900 || ask > 10_100 || ask == LimitOrderBook.NO_TICK) {
        return; // a side has all but gone
      }
      assertThat((long) books.desk.executed).isEqualTo(books.oursFilled);
      if (books.oursFilled > 0) {
        return; // the books are no longer the same
      }
    }
  }

  /**
   * Random orders and events: no event executes more than it brought, an order's place never gets
   * worse but by its own refill, and nothing executes beyond its limit (which the desk checks by
   * its remaining quantity).
   */
  @Property(tries = 300)
  void neverExecutesMoreThanThereIs(
      @ForAll @IntRange(max = 8) int model,
      @ForAll @Size(min = 20, max = 120) List<@IntRange(max = 99_999) Integer> events) {
    QueueModel[] models = {
      QueueModel.FRONT,
      QueueModel.RISK_AVERSE,
      QueueModel.THROUGH,
      new QueueModel.Power(2),
      new QueueModel.Power2(1),
      new QueueModel.Power3(3),
      new QueueModel.Log(),
      new QueueModel.Log2(),
      new QueueModel.Power(1)
    };
    Desk desk = Desk.of(models[model]);
    List<WorkingOrder> orders = new ArrayList<>();
    double displayed = 0;
    double taken = 0; // since the display changed
    for (int event : events) {
      int kind = event % 5;
      int a = event / 5 % 20;
      int b = event / 100 % 20;
      int c = event / 2_000 + 1;
      double before = desk.executed;
      double[] ahead = new double[orders.size()];
      Decimal[] remaining = new Decimal[orders.size()];
      for (int i = 0; i < ahead.length; i++) {
        ahead[i] = desk.matcher.ahead(orders.get(i));
        remaining[i] = orders.get(i).remaining;
      }
      switch (kind) {
        case 0, 1 -> {
          Side side = event % 2 == 0 ? Side.BUY : Side.SELL;
          Decimal price = Decimal.ofScaled(9_990 + a, 2);
          OrderTerms terms =
              b % 4 == 0
                  ? new OrderTerms.Market()
                  : b % 4 == 1
                      ? new OrderTerms.Iceberg(price, Decimal.of(b / 4 + 1))
                      : new OrderTerms.Limit(price);
          orders.add(desk.order(side, c, terms, b == 3 ? TimeInForce.IOC : TimeInForce.GTC));
          taken += desk.executed - before;
          assertThat(taken).isLessThanOrEqualTo(displayed + 1e-9);
        }
        case 2, 3 -> {
          Aggressor aggressor = Aggressor.values()[b % 3];
          desk.trade((9_990 + a) / 100.0, c, aggressor);
          assertThat(desk.executed - before).isLessThanOrEqualTo(c + 1e-9);
        }
        default -> {
          displayed = c + b + 1;
          desk.quote((9_990 + a) / 100.0, c, (9_991 + a + b % 3) / 100.0, b + 1);
          taken = desk.executed - before;
          assertThat(taken).isLessThanOrEqualTo(displayed + 1e-9);
        }
      }
      for (int i = 0; i < ahead.length; i++) {
        WorkingOrder order = orders.get(i);
        boolean refilled =
            order.request.terms() instanceof OrderTerms.Iceberg
                && !order.remaining.equals(remaining[i]);
        double now = desk.matcher.ahead(order);
        if (!refilled && !Double.isNaN(ahead[i]) && !Double.isNaN(now)) {
          assertThat(now).isLessThanOrEqualTo(ahead[i]);
        }
      }
      desk.log.clear();
    }
  }
}
