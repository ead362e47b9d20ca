package io.quantkit.backtest.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantkit.core.action.CorporateActions;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.engine.TradingEngine;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.BookSnapshot;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.Quote;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Trade;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.Fill;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.synthetic.flow.OrderFlow;
import io.quantkit.core.synthetic.flow.Tape;
import io.quantkit.core.time.TradingCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Engines that trade a simulated market of ticks. */
class TickMarketTest {
  private static final Symbol A = Symbol.of("A");
  private static final Universe UNIVERSE =
      Universe.of(Instrument.equity("A"), Instrument.crypto("BTC"));
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private static SimulatedMarket.Builder market() {
    return SimulatedMarket.builder(UNIVERSE, TradingCalendar.alwaysOpen())
        .cash(Decimal.of(10_000_000))
        .shorting(true);
  }

  private static TradingEngine run(Feed feed, SimulatedMarket.Builder builder, Strategy strategy) {
    SimulatedMarket market = builder.build();
    TradingEngine engine =
        TradingEngine.builder(UNIVERSE, feed, market)
            .venue(market)
            .cash(Decimal.of(10_000_000))
            .strategy("s", strategy)
            .build();
    engine.run();
    assertThat(engine.ledger().cash()).isEqualTo(market.account().cash());
    return engine;
  }

  /** Writes down what it learns, and when. */
  private static class Diary implements Strategy {
    final List<String> lines = new ArrayList<>();

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {}

    @Override
    public void onFill(StrategyContext context, Fill fill) {
      lines.add(
          "%d %s %s@%s of %d"
              .formatted(
                  context.market().now() / MILLI,
                  fill.side(),
                  fill.quantity(),
                  fill.price(),
                  fill.time() / MILLI));
    }

    @Override
    public void onOrder(StrategyContext context, Order order) {
      lines.add("%d %s".formatted(context.market().now() / MILLI, order.status()));
    }
  }

  private static Quote quote(long millis, double bid, double ask) {
    return new Quote(millis * MILLI, millis * MILLI, bid, 10, ask, 10);
  }

  private static Trade trade(long millis, double price, double size, Aggressor aggressor) {
    return new Trade(millis * MILLI, millis * MILLI, price, size, aggressor);
  }

  @Test
  void aMarketOrderTakesTheQuoteOnWhichItWasDecided() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (context.portfolio().position(symbol).isZero()) {
              context.buy(symbol, Decimal.of(12));
            }
          }
        };
    TradingEngine engine =
        run(Feed.quotes(A, List.of(quote(1, 99, 100), quote(2, 99, 101))), market(), diary);
    assertThat(diary.lines)
        .containsExactly("1 BUY 10@100 of 1", "1 PARTIALLY_FILLED", "2 BUY 2@101 of 2", "2 FILLED");
    assertThat(engine.portfolio().position(A)).isEqualTo(Decimal.of(12));
  }

  @Test
  void aRequestTakesTimeAndSoDoesItsReport() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (quote.knownAt() == 1 * MILLI) {
              context.buy(symbol, Decimal.of(5));
            }
          }
        };
    run(
        Feed.quotes(
            A, List.of(quote(1, 99, 100), quote(20, 99, 101), quote(40, 99, 102), quote(99, 1, 2))),
        market()
            .latency(
                Latencies.ofOrders(Latency.constant(30 * MILLI), Latency.constant(15 * MILLI)), 1),
        diary);
    assertThat(diary.lines).containsExactly("46 BUY 5@101 of 31", "46 FILLED");
  }

  /**
   * hftbacktest 2.4.4 with entry and response latencies of 250 ms: an order is placed at 1.010 s
   * behind 10, its cancellation asked for at 1.510, which reaches the market at 1.760. A trade of
   * 12 at 1.700 comes first and executes the order; that is known at 1.950.
   */
  @Test
  void aCancellationRacesWithAFill() {
    Diary diary =
        new Diary() {
          private ClientOrderId order;

          @Override
          public void onStart(StrategyContext context) {
            context.schedule("place", 1_010 * MILLI);
            context.schedule("cancel", 1_510 * MILLI);
          }

          @Override
          public void onTimer(StrategyContext context, String timer) {
            if (timer.equals("place")) {
              order =
                  context
                      .submit(
                          A,
                          Side.BUY,
                          Decimal.of(2),
                          new OrderTerms.Limit(Decimal.of(100)),
                          TimeInForce.GTC)
                      .id();
            } else {
              context.cancel(order);
            }
          }
        };
    double[] eight = {8};
    double[] ask = {100.1};
    List<BookSnapshot> books = new ArrayList<>();
    for (long millis : new long[] {1_000, 2_500}) {
      books.add(
          BookSnapshot.of(
              millis * MILLI, millis * MILLI, new double[] {100}, new double[] {10}, ask, eight));
    }
    TradingEngine engine =
        run(
            Feed.merge(
                Feed.books(A, books),
                Feed.trades(A, List.of(trade(1_700, 100, 12, Aggressor.SELLER)))),
            market()
                .latency(
                    Latencies.ofOrders(
                        Latency.constant(250 * MILLI), Latency.constant(250 * MILLI)),
                    1),
            diary);
    assertThat(diary.lines).containsExactly("1950 BUY 2@100 of 1700", "1950 FILLED", "2010 FILLED");
    assertThat(engine.orders()).hasSize(1);
    assertThat(engine.portfolio().position(A)).isEqualTo(Decimal.of(2));
  }

  @Test
  void aCancellationThatComesFirstCancels() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (quote.knownAt() == 1 * MILLI) {
              Order order =
                  context.submit(
                      A,
                      Side.BUY,
                      Decimal.of(2),
                      new OrderTerms.Limit(Decimal.of(98)),
                      TimeInForce.GTC);
              context.cancel(order.id());
            }
          }
        };
    run(
        Feed.merge(
            Feed.quotes(A, List.of(quote(1, 99, 100), quote(300, 99, 100))),
            Feed.trades(A, List.of(trade(200, 90, 12, Aggressor.SELLER)))),
        market().latency(Latencies.ofOrders(Latency.constant(50 * MILLI), Latency.NONE), 1),
        diary);
    assertThat(diary.lines).containsExactly("51 CANCELED");
  }

  @Test
  void whatTheMarketRefusesIsReportedLater() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (quote.knownAt() == 1 * MILLI) {
              Order order = context.sell(symbol, Decimal.of(5));
              assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
              order = context.sell(symbol, Decimal.parse("0.5"));
              assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
            }
          }
        };
    run(
        Feed.quotes(A, List.of(quote(1, 99, 100), quote(300, 99, 100))),
        market()
            .shorting(false)
            .latency(Latencies.ofOrders(Latency.constant(50 * MILLI), Latency.constant(1)), 1),
        diary);
    assertThat(diary.lines).containsExactly("51 REJECTED");
  }

  @Test
  void anOrderFromATimerArrivesAfterTheTimer() {
    Diary diary =
        new Diary() {
          @Override
          public void onStart(StrategyContext context) {
            context.schedule("go", 60 * MILLI);
          }

          @Override
          public void onTimer(StrategyContext context, String timer) {
            context.buy(A, Decimal.of(1));
          }
        };
    run(
        Feed.quotes(
            A, List.of(quote(1, 99, 100), quote(50, 99, 101), quote(65, 99, 102), quote(99, 1, 2))),
        market().latency(Latencies.ofOrders(Latency.constant(10 * MILLI), Latency.NONE), 1),
        diary);
    assertThat(diary.lines).containsExactly("70 BUY 1@102 of 70", "70 FILLED");
  }

  @Test
  void bracketsWorkOnTicks() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (quote.knownAt() == 1 * MILLI) {
              context.submit(
                  A,
                  Side.BUY,
                  Decimal.of(5),
                  new OrderTerms.Market(),
                  TimeInForce.GTC,
                  OrderInstructions.bracket(Decimal.of(105), new OrderTerms.Stop(Decimal.of(95))));
            }
          }
        };
    run(
        Feed.merge(
            Feed.quotes(A, List.of(quote(1, 99, 100), quote(4, 94.5, 95))),
            Feed.trades(
                A,
                List.of(
                    trade(2, 105, 5, Aggressor.BUYER),
                    trade(3, 105.01, 2, Aggressor.BUYER),
                    trade(5, 95, 1, Aggressor.SELLER),
                    trade(6, 106, 9, Aggressor.BUYER)))),
        market(),
        diary);
    assertThat(diary.lines)
        .containsExactly(
            "1 BUY 5@100 of 1",
            "1 FILLED",
            "1 ACCEPTED",
            "1 ACCEPTED",
            "3 SELL 2@105 of 3",
            "3 PARTIALLY_FILLED",
            "3 ACCEPTED",
            "5 ACCEPTED",
            "5 SELL 3@94.5 of 5",
            "5 FILLED",
            "5 CANCELED");
  }

  @Test
  void aSplitMovesStandingOrdersToTheirNewPrices() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (quote.knownAt() == 1 * MILLI) {
              context.submit(
                  A,
                  Side.BUY,
                  Decimal.of(5),
                  new OrderTerms.Limit(Decimal.of(90)),
                  TimeInForce.GTC);
            }
          }
        };
    CorporateAction split = new CorporateAction.Split("s", A, 10 * MILLI, 0, ShareRatio.of(2, 1));
    run(
        Feed.merge(
            Feed.actions(Symbols.of("A"), CorporateActions.of(split), 0, SECOND),
            Feed.quotes(A, List.of(quote(1, 99, 100), quote(11, 49, 50), quote(12, 44, 44.5)))),
        market(),
        diary);
    assertThat(diary.lines).containsExactly("10 ACCEPTED", "12 BUY 10@45 of 12", "12 FILLED");
  }

  @Test
  void dayOrdersEndWithTheirSession() {
    long day = 86_400 * SECOND;
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            if (quote.knownAt() < day) {
              context.submit(
                  A,
                  Side.BUY,
                  Decimal.of(5),
                  new OrderTerms.Limit(Decimal.of(90)),
                  TimeInForce.DAY);
            }
          }
        };
    run(
        Feed.quotes(A, List.of(quote(1, 99, 100), quote(day / MILLI + 5, 80, 85))),
        market(),
        diary);
    assertThat(diary.lines).containsExactly(day / MILLI + 5 + " EXPIRED");
  }

  /** Joins the best bid again and again and counts what it gets. */
  private static final class Joiner implements Strategy {
    private final long every;
    private final Map<ClientOrderId, Decimal> filled = new LinkedHashMap<>();
    private long next;
    private ClientOrderId last;

    Joiner(long every) {
      this.every = every;
      this.next = every;
    }

    @Override
    public void onBars(StrategyContext context, BarSlice bars) {}

    @Override
    public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
      if (quote.knownAt() < next || Double.isNaN(quote.bid())) {
        return;
      }
      next = quote.knownAt() + every;
      if (last != null) {
        context.cancel(last);
      }
      OrderTerms terms = new OrderTerms.Limit(Decimal.of(quote.bid()));
      last = context.submit(symbol, Side.BUY, Decimal.of(300), terms, TimeInForce.GTC).id();
      filled.put(last, Decimal.ZERO);
    }

    @Override
    public void onFill(StrategyContext context, Fill fill) {
      filled.merge(fill.orderId(), fill.quantity(), Decimal::plus);
    }
  }

  /**
   * The same limit orders in the same zero-intelligence order flow: order by order, no model
   * executes more than a more hopeful one, and in all each executes less.
   */
  @Test
  void queueModelsOrderTheFillsOfARandomOrderFlow() {
    OrderFlow flow =
        OrderFlow.builder(100, 0.01)
            .limitRates(1.9, 1.3, 1.1, 0.9, 0.8)
            .cancelRates(0.3)
            .marketRate(0.9)
            .meanLots(2)
            .snapshotEvery(10 * SECOND)
            .build();
    Tape tape = new Tape();
    flow.run(0, 1_800 * SECOND, 42, tape);
    List<QueueModel> models =
        List.of(
            QueueModel.FRONT,
            new QueueModel.Power2(3),
            new QueueModel.Power(2),
            QueueModel.RISK_AVERSE,
            QueueModel.THROUGH);
    List<Map<ClientOrderId, Decimal>> fills = new ArrayList<>();
    List<Decimal> totals = new ArrayList<>();
    for (QueueModel model : models) {
      Joiner joiner = new Joiner(5 * SECOND);
      Feed feed =
          Feed.merge(
              Feed.trades(A, tape.trades()),
              Feed.quotes(A, tape.quotes()),
              Feed.books(A, tape.books()));
      run(feed, market().queue(model), joiner);
      fills.add(joiner.filled);
      totals.add(Decimal.sum(joiner.filled.values()));
    }
    Map<ClientOrderId, Decimal> front = fills.get(0);
    Map<ClientOrderId, Decimal> averse = fills.get(3);
    Map<ClientOrderId, Decimal> through = fills.get(4);
    assertThat(front).hasSizeGreaterThan(300);
    for (ClientOrderId order : front.keySet()) {
      for (int model = 1; model <= 2; model++) {
        Decimal quantity = Objects.requireNonNull(fills.get(model).get(order));
        assertThat(quantity).isLessThanOrEqualTo(front.get(order));
        assertThat(quantity).isGreaterThanOrEqualTo(averse.get(order));
      }
      assertThat(averse.get(order)).isGreaterThanOrEqualTo(through.get(order));
    }
    for (int model = 1; model < models.size(); model++) {
      assertThat(totals.get(model)).as("%s", totals).isLessThan(totals.get(model - 1));
    }
  }

  /** Trades of 2013 without a quote: what is bought was traded, at a price that was traded. */
  @Test
  void realTradesExecuteMarketOrdersAtTheNextTrades() throws IOException {
    Symbol bitcoin = Symbol.of("BTC");
    List<Trade> trades = new ArrayList<>();
    try (InputStream file = getClass().getResourceAsStream("/golden/ticks/bitstamp_trades.csv.gz");
        BufferedReader rows =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(file)), StandardCharsets.UTF_8))) {
      rows.readLine();
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        String[] fields = row.split(",", -1);
        long time = Long.parseLong(fields[0]) * SECOND;
        double size = Double.parseDouble(fields[2]);
        if (size > 0) { // one row has none
          trades.add(Trade.of(time, Double.parseDouble(fields[1]), size));
        }
      }
    }
    List<Fill> fills = new ArrayList<>();
    Strategy strategy =
        new Strategy() {
          private int seen;

          @Override
          public void onBars(StrategyContext context, BarSlice bars) {}

          @Override
          public void onTrade(StrategyContext context, Symbol symbol, Trade trade) {
            if (seen++ % 100 == 0) {
              context.buy(symbol, Decimal.parse("0.75"));
            }
          }

          @Override
          public void onFill(StrategyContext context, Fill fill) {
            fills.add(fill);
          }
        };
    TradingEngine engine = run(Feed.trades(bitcoin, trades), market(), strategy);
    // The fills by hand: 0.75 after each hundredth trade, out of the trades that follow.
    List<String> expected = new ArrayList<>();
    long satoshis = 0;
    for (int i = 0; i < trades.size(); i++) {
      Trade trade = trades.get(i);
      long size = Math.round(trade.size() * 1e8);
      long take = Math.min(satoshis, size);
      // Several orders share a trade, the oldest first: 0.75 each.
      while (take > 0) {
        long ofThis = satoshis % 75_000_000 == 0 ? 75_000_000 : satoshis % 75_000_000;
        long part = Math.min(take, ofThis);
        expected.add(Decimal.ofScaled(part, 8) + "@" + Decimal.of(trade.price()));
        satoshis -= part;
        take -= part;
      }
      satoshis += i % 100 == 0 ? 75_000_000 : 0;
    }
    assertThat(fills).extracting(fill -> fill.quantity() + "@" + fill.price()).isEqualTo(expected);
    assertThat(engine.portfolio().position(bitcoin))
        .isEqualTo(Decimal.ofScaled(40 * 75_000_000L - satoshis, 8));
  }

  @Test
  void aDelayedStrategySeesOldPricesAndTradesAtNewOnes() {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            lines.add(
                "%d sees %d, price %s"
                    .formatted(
                        context.market().now() / MILLI,
                        quote.knownAt() / MILLI,
                        context.market().lastPrice(symbol)));
            if (quote.bid() == 99) {
              context.buy(symbol, Decimal.ONE);
            }
          }

          @Override
          public void onStart(StrategyContext context) {
            context.schedule("own", 22 * MILLI);
          }

          @Override
          public void onTimer(StrategyContext context, String timer) {
            lines.add(timer + " price " + context.market().lastPrice(A));
          }
        };
    Latencies late = Latencies.NONE.withMarketData(Latency.constant(20 * MILLI));
    run(
        Feed.quotes(
            A,
            List.of(quote(1, 99, 100), quote(5, 109, 110), quote(40, 119, 120), quote(90, 1, 2))),
        market(),
        DelayedStrategy.of(diary, late, 1));
    assertThat(diary.lines)
        .containsExactly(
            "21 sees 1, price 99.5",
            "21 BUY 1@110 of 21",
            "21 FILLED",
            "own price 99.5",
            "25 sees 5, price 109.5",
            "60 sees 40, price 119.5");
  }

  @Test
  void withoutADelayTheInnerStrategySeesWhatItWouldHaveSeen() {
    List<String> plain = seen(false);
    List<String> wrapped = seen(true);
    assertThat(wrapped).isEqualTo(plain).hasSize(2);
  }

  private static List<String> seen(boolean wrap) {
    Diary diary =
        new Diary() {
          @Override
          public void onQuote(StrategyContext context, Symbol symbol, Quote quote) {
            lines.add(context.market().now() + " " + context.market().lastPrice(symbol));
          }
        };
    Strategy strategy = wrap ? DelayedStrategy.of(diary, Latencies.NONE, 1) : diary;
    run(Feed.quotes(A, List.of(quote(1, 99, 100), quote(2, 98, 99))), market(), strategy);
    return diary.lines;
  }
}
