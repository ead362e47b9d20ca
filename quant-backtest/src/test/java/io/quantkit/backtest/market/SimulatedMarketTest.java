package io.quantkit.backtest.market;

import static io.quantkit.backtest.Bars.bar;
import static io.quantkit.backtest.Bars.flat;
import static io.quantkit.backtest.market.Run.X;
import static io.quantkit.backtest.market.Run.d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.backtest.Bars;
import io.quantkit.core.engine.Feed;
import io.quantkit.core.engine.MarketReceiver;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.TradingStatus;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.ClientOrderId;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.PegReference;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.order.Trail;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {
  private static final OrderTerms MARKET = new OrderTerms.Market();
  private static final long HOUR = 3_600_000_000_000L;

  /** After the second bar is known, before the third begins to trade. */
  private static final long EX = 2 * Bars.DAY + 1;

  private static Consumer<StrategyContext> order(
      Side side, String quantity, OrderTerms terms, TimeInForce timeInForce) {
    return order(side, quantity, terms, timeInForce, OrderInstructions.NONE);
  }

  private static Consumer<StrategyContext> order(
      Side side,
      String quantity,
      OrderTerms terms,
      TimeInForce timeInForce,
      OrderInstructions instructions) {
    return context -> context.submit(X, side, d(quantity), terms, timeInForce, instructions);
  }

  private static OrderTerms limit(String price) {
    return new OrderTerms.Limit(d(price));
  }

  @Test
  void limitsAreFilledAtATouchOnlyIfAskedFor() {
    double[][] bars = {flat(100, 10), bar(100, 101, 95, 100, 10)};
    Consumer<StrategyContext> order = order(Side.BUY, "1", limit("95"), TimeInForce.GTC);

    assertThat(Run.script().then(order).on(bars).executed()).isEmpty();
    assertThat(
            Run.script()
                .market(market -> market.limitRule(LimitRule.TOUCH))
                .then(order)
                .on(bars)
                .executed())
        .containsExactly("BUY 1 @ 95");
  }

  @Test
  void anIcebergThatIsTouchedFillsWhatItShows() {
    Run run =
        Run.script()
            .market(market -> market.limitRule(LimitRule.TOUCH))
            .then(order(Side.BUY, "10", new OrderTerms.Iceberg(d("95"), d("3")), TimeInForce.GTC))
            .on(
                flat(100, 10),
                bar(100, 101, 95, 100, 10),
                bar(100, 101, 95, 100, 10),
                bar(100, 101, 94, 100, 10));

    assertThat(run.executed()).containsExactly("BUY 3 @ 95", "BUY 3 @ 95", "BUY 4 @ 95");
  }

  @Test
  void immediateOrCancelTakesWhatThereIs() {
    Run run =
        Run.script()
            .market(market -> market.participation(0.1))
            .then(order(Side.BUY, "10", MARKET, TimeInForce.IOC))
            .on(flat(100, 40), flat(100, 40), flat(100, 1000));

    assertThat(run.executed()).containsExactly("BUY 4 @ 100");
    assertThat(run.order(0).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void immediateOrCancelDoesNotRest() {
    Run run =
        Run.script()
            .then(order(Side.BUY, "10", limit("95"), TimeInForce.IOC))
            .on(flat(100, 40), bar(100, 100, 90, 95, 40));

    assertThat(run.executed()).isEmpty();
    assertThat(run.order(0).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void fillOrKillTakesAllOrNothing() {
    Run run =
        Run.script()
            .market(market -> market.participation(0.1))
            .then(
                context -> {
                  order(Side.BUY, "5", MARKET, TimeInForce.FOK).accept(context);
                  order(Side.BUY, "4", MARKET, TimeInForce.FOK).accept(context);
                })
            .on(flat(100, 40), flat(100, 40), flat(100, 1000));

    assertThat(run.executed()).containsExactly("BUY 4 @ 100");
    assertThat(run.statuses()).containsExactly("CANCELED", "FILLED");
  }

  @Test
  void goodTillDateEndsWithinABar() {
    OrderInstructions until = OrderInstructions.NONE.until(Bars.DAY + Bars.DAY / 2);
    double[] falling = bar(100, 100, 90, 91, 10);
    Run early =
        Run.script()
            .market(market -> market.timing(FillTiming.INTRABAR))
            .then(order(Side.BUY, "1", limit("95"), TimeInForce.GTD, until))
            .on(flat(100, 10), falling, falling);
    Run late =
        Run.script()
            .market(
                market ->
                    market.timing(FillTiming.INTRABAR).path(IntrabarPath.Shape.OPEN_HIGH_LOW_CLOSE))
            .then(order(Side.BUY, "1", limit("90.5"), TimeInForce.GTD, until))
            .on(flat(100, 10), falling, falling);

    assertThat(early.executed()).containsExactly("BUY 1 @ 95");
    assertThat(late.executed()).isEmpty();
    assertThat(late.order(0).status()).isEqualTo(OrderStatus.EXPIRED);
  }

  @Test
  void postOnlyOrdersRestOrAreRejected() {
    OrderInstructions posting = OrderInstructions.NONE.posting();
    Run run =
        Run.script()
            .market(market -> market.costs(new TradingCosts(0, 100, 0)))
            .then(
                context -> {
                  order(Side.BUY, "1", limit("101"), TimeInForce.GTC, posting).accept(context);
                  order(Side.BUY, "2", limit("99"), TimeInForce.GTC, posting).accept(context);
                })
            .on(flat(100, 10), flat(100, 10), bar(95, 98, 94, 97, 10));

    assertThat(run.statuses()).containsExactly("REJECTED", "FILLED");
    assertThat(run.order(0).reason().orElseThrow()).startsWith("POST_ONLY");
    assertThat(run.executed()).containsExactly("BUY 2 @ 95");
    assertThat(run.fills.get(0).fee()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void reduceOnlyOrdersStopAtZero() {
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("4")))
            .then(
                order(Side.SELL, "10", MARKET, TimeInForce.GTC, OrderInstructions.NONE.reducing()))
            .then(order(Side.SELL, "1", MARKET, TimeInForce.GTC, OrderInstructions.NONE.reducing()))
            .market(market -> market.shorting(true))
            .on(flat(100, 10), flat(100, 10), flat(100, 10), flat(100, 10));

    assertThat(run.executed()).containsExactly("BUY 4 @ 100", "SELL 4 @ 100");
    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "REJECTED");
  }

  @Test
  void trailingStopsFollowTheirBest() {
    OrderTerms trail = new OrderTerms.TrailingStop(Trail.amount(d("5")));
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("1")))
            .then(order(Side.SELL, "1", trail, TimeInForce.GTC))
            .on(
                flat(100, 10),
                flat(100, 10),
                bar(100, 108, 99, 107, 10),
                bar(106, 107, 104, 105, 10),
                bar(104, 105, 101, 102, 10));

    assertThat(run.executed()).containsExactly("BUY 1 @ 100", "SELL 1 @ 103");
    assertThat(run.events).filteredOn(e -> e instanceof EngineEvent.OrderChanged).isNotEmpty();
  }

  @Test
  void trailingStopsKnowThePriceTheyBeganAt() {
    OrderTerms trail = new OrderTerms.TrailingStop(Trail.amount(d("5")));
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("1")))
            .then(order(Side.SELL, "1", trail, TimeInForce.GTC))
            .on(flat(100, 10), flat(100, 10), bar(94, 96, 93, 95, 10));

    assertThat(run.executed()).containsExactly("BUY 1 @ 100", "SELL 1 @ 94");
  }

  @Test
  void theWorstPathEndsATrailingStopAtTheWorsePrice() {
    OrderTerms trail = new OrderTerms.TrailingStop(Trail.amount(d("5")));
    double[][] bars = {flat(100, 10), flat(100, 10), bar(100, 110, 94, 108, 10)};
    for (BothTouched rule : BothTouched.values()) {
      Run run =
          Run.script()
              .market(market -> market.bothTouched(rule))
              .then(context -> context.buy(X, d("1")))
              .then(order(Side.SELL, "1", trail, TimeInForce.GTC))
              .on(bars);

      String price = rule == BothTouched.TARGET_FIRST ? "105" : "95";
      assertThat(run.executed()).containsExactly("BUY 1 @ 100", "SELL 1 @ " + price);
    }
  }

  @Test
  void pegsFollowTheBars() {
    Run run =
        Run.script()
            .market(market -> market.costs(new TradingCosts(0, 200, 0)))
            .then(
                order(
                    Side.BUY,
                    "1",
                    new OrderTerms.Peg(PegReference.PRIMARY, d("1"), Optional.of(d("97"))),
                    TimeInForce.GTC))
            .on(flat(100, 10), bar(102, 103, 101.5, 102, 10), bar(98, 99, 95, 96, 10));

    // Below 98 by half the spread of 2 % and the offset: 96.02.
    assertThat(run.executed()).containsExactly("BUY 1 @ 96.02");
  }

  @Test
  void auctionsAreTheOpenAndTheCloseOfTheSession() {
    TradingCalendar calendar = TradingCalendar.xnys();
    long open = EpochNanos.parse("2024-03-05T14:30:00Z");
    List<Bar> bars = new ArrayList<>();
    bars.add(hourly(open - 17 * HOUR, 90));
    for (int i = 0; i < 7; i++) {
      long start = open + i * HOUR;
      long end = Math.min(start + HOUR, open + 13 * HOUR / 2);
      bars.add(new Bar(start, end, 100 + i, 101 + i, 99 + i, 100.5 + i, 10));
    }
    bars.add(hourly(open + 24 * HOUR, 120));
    Panel panel = Panel.align(List.of(BarSeries.copyOf(X, Timeframe.HOUR_1, bars)));
    Run run =
        Run.script()
            .calendar(calendar)
            .then(
                context -> {
                  order(Side.BUY, "1", MARKET, TimeInForce.CLS).accept(context);
                  order(Side.BUY, "2", MARKET, TimeInForce.OPG).accept(context);
                  order(Side.BUY, "3", limit("99"), TimeInForce.OPG).accept(context);
                })
            .then(order(Side.BUY, "4", MARKET, TimeInForce.OPG))
            .on(panel);

    assertThat(run.executed()).containsExactly("BUY 2 @ 100", "BUY 1 @ 106.5", "BUY 4 @ 120");
    assertThat(run.statuses()).containsExactly("FILLED", "FILLED", "EXPIRED", "FILLED");
    assertThat(run.fills.get(1).time()).isEqualTo(open + 13 * HOUR / 2);
  }

  private static Bar hourly(long start, double price) {
    return new Bar(start, start + HOUR, price, price, price, price, 10);
  }

  @Test
  void longBarsOverShorterOnesAreNotMatchedAgain() {
    List<Bar> hours = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      hours.add(hourly(i * HOUR, 100 + i));
    }
    List<Bar> days =
        List.of(
            new Bar(0, Bars.DAY, 100, 123, 100, 123, 240),
            new Bar(Bars.DAY, 2 * Bars.DAY, 124, 147, 124, 147, 240));
    Feed feed =
        Feed.merge(
            Feed.replay(Panel.align(List.of(BarSeries.copyOf(X, Timeframe.HOUR_1, hours)))),
            Feed.replay(Panel.align(List.of(BarSeries.copyOf(X, Timeframe.DAY_1, days)))));
    Run run =
        Run.script()
            .market(market -> market.participation(0.1))
            .wait(24)
            .then(context -> context.buy(X, d("3")))
            .on(feed);

    assertThat(run.executed()).containsExactly("BUY 1 @ 124", "BUY 1 @ 125", "BUY 1 @ 126");
  }

  @Test
  void ordersPlacedWithinABarDoNotFillAtItsOpen() {
    Run run =
        Run.script()
            .then(context -> context.schedule("noon", Bars.DAY + Bars.DAY / 2))
            .on(flat(100, 10), bar(100, 110, 100, 110, 10), flat(111, 10));
    assertThat(run.executed()).isEmpty();

    List<String> fills = new ArrayList<>();
    for (FillTiming timing :
        new FillTiming[] {FillTiming.NEXT_OPEN, FillTiming.NEXT_CLOSE, FillTiming.INTRABAR}) {
      SimulatedMarket market =
          SimulatedMarket.builder(Universe.of(Instrument.equity("X")), TradingCalendar.alwaysOpen())
              .timing(timing)
              .path(IntrabarPath.Shape.OPEN_LOW_HIGH_CLOSE)
              .build();
      market.listen(
          event -> {
            if (event instanceof OrderEvent.Filled filled) {
              fills.add(timing + " " + filled.fill().price());
            }
          });
      Panel panel = Bars.panel("X", flat(100, 10), bar(100, 110, 100, 110, 10), flat(111, 10));
      market.onBars(panel.row(0));
      market.advanceTo(Bars.DAY + Bars.DAY / 2);
      market.submit(
          OrderRequest.market(ClientOrderId.of("a"), X, Side.BUY, d("1"), TimeInForce.GTC));
      market.onBars(panel.row(1));
      market.onBars(panel.row(2));
    }

    assertThat(fills).containsExactly("NEXT_OPEN 111", "NEXT_CLOSE 110", "INTRABAR 105");
  }

  @Test
  void nothingIsFilledWhileTradingIsHalted() {
    Panel panel = Bars.panel("X", flat(100, 10), flat(101, 10), flat(102, 10), flat(103, 10));
    Run run =
        Run.script()
            .then(
                context -> {
                  order(Side.BUY, "1", MARKET, TimeInForce.GTC).accept(context);
                  order(Side.BUY, "2", MARKET, TimeInForce.OPG).accept(context);
                })
            .on(
                Feed.merge(
                    status(Bars.DAY, TradingStatus.State.HALTED),
                    status(3 * Bars.DAY, TradingStatus.State.TRADING),
                    Feed.replay(panel)));

    assertThat(run.executed()).containsExactly("BUY 1 @ 103");
    assertThat(run.statuses()).containsExactly("FILLED", "EXPIRED");
  }

  private static Feed status(long time, TradingStatus.State state) {
    return event(
        time, receiver -> receiver.onStatus(X, new TradingStatus(time, time, state, "news")));
  }

  /** Returns a feed of one event. */
  private static Feed event(long time, Consumer<MarketReceiver> event) {
    return new Feed() {
      private boolean done;

      @Override
      public Symbols symbols() {
        return Symbols.of(X);
      }

      @Override
      public long startTime() {
        return time;
      }

      @Override
      public long nextTime() {
        return done ? Long.MAX_VALUE : time;
      }

      @Override
      public void next(MarketReceiver receiver) {
        if (done) {
          throw new NoSuchElementException();
        }
        done = true;
        event.accept(receiver);
      }
    };
  }

  @Test
  void splitsChangeStandingOrdersAndTheAccount() {
    CorporateAction split = new CorporateAction.Split("s", X, EX, 0, ShareRatio.of(2, 1));
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("10")))
            .then(
                context -> {
                  order(Side.BUY, "4", limit("90"), TimeInForce.GTC).accept(context);
                  order(
                          Side.SELL,
                          "10",
                          new OrderTerms.TrailingStop(Trail.amount(d("10"))),
                          TimeInForce.GTC)
                      .accept(context);
                })
            .on(
                Feed.merge(
                    event(EX, receiver -> receiver.onAction(split)),
                    Feed.replay(
                        Bars.panel(
                            "X",
                            flat(100, 10),
                            flat(100, 10),
                            bar(50, 51, 49, 50, 10),
                            bar(50, 50, 44, 44, 10)))));

    assertThat(run.order(1).request().quantity()).isEqualTo(d("8"));
    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 20 @ 46", "BUY 8 @ 45");
    assertThat(run.market.account().equity()).isEqualTo(run.engine().ledger().equity());
    assertThat(run.engine().ledger().trialBalance().balanced()).isTrue();
  }

  @Test
  void dividendsLowerStandingOrdersButNotExits() {
    CorporateAction dividend = new CorporateAction.CashDividend("d", X, EX, 0, EX, d("2"));
    Run run =
        Run.script()
            .then(
                context ->
                    context.submit(
                        X,
                        Side.BUY,
                        d("10"),
                        MARKET,
                        TimeInForce.GTC,
                        OrderInstructions.thenStopLoss(new OrderTerms.Stop(d("97")))))
            .then(order(Side.BUY, "1", limit("96"), TimeInForce.GTC))
            .on(
                Feed.merge(
                    event(EX, receiver -> receiver.onAction(dividend)),
                    Feed.replay(
                        Bars.panel(
                            "X",
                            flat(100, 10),
                            flat(100, 10),
                            bar(98, 98, 95, 98, 10),
                            bar(98, 98, 93, 98, 10)))));

    assertThat(run.executed()).containsExactly("BUY 10 @ 100", "SELL 10 @ 97", "BUY 1 @ 94");
  }

  @Test
  void delistingCancelsOrdersAndRefusesNewOnes() {
    CorporateAction delisting = new CorporateAction.Delisting("x", X, EX, 0, d("3"), "bankruptcy");
    Run run =
        Run.script()
            .then(context -> context.buy(X, d("10")))
            .then(order(Side.SELL, "10", limit("120"), TimeInForce.GTC))
            .then(context -> context.buy(X, d("10")))
            .on(
                Feed.merge(
                    event(EX, receiver -> receiver.onAction(delisting)),
                    Feed.replay(
                        Bars.panel(
                            "X", flat(100, 10), flat(100, 10), flat(100, 10), flat(100, 10)))));

    assertThat(run.statuses()).containsExactly("FILLED", "CANCELED", "REJECTED");
    assertThat(run.order(2).reason().orElseThrow()).contains("delisted: bankruptcy");
    assertThat(run.market.account().cash()).isEqualTo(run.engine().ledger().cash());
  }

  @Test
  void thinBarsRejectMarketOrders() {
    Run run =
        Run.script()
            .market(market -> market.minimumVolume(100))
            .then(
                context -> {
                  order(Side.BUY, "1", MARKET, TimeInForce.GTC).accept(context);
                  order(Side.BUY, "2", limit("100"), TimeInForce.GTC).accept(context);
                })
            .on(flat(100, 1000), flat(100, 99), flat(100, 100));

    assertThat(run.executed()).containsExactly("BUY 2 @ 100");
    assertThat(run.order(0).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(run.order(0).reason().orElseThrow()).startsWith("INSUFFICIENT_VOLUME");
  }

  @Test
  void volumeIsFilledOnceInTheOrderTheBarReachesTheOrders() {
    Run run =
        Run.script()
            .market(market -> market.participation(0.1))
            .then(
                context -> {
                  order(Side.BUY, "6", limit("97"), TimeInForce.GTC).accept(context);
                  order(Side.BUY, "6", limit("99"), TimeInForce.GTC).accept(context);
                })
            .on(flat(100, 100), bar(100, 100, 96, 97, 100), flat(98, 0));

    assertThat(run.executed()).containsExactly("BUY 6 @ 99", "BUY 4 @ 97");
  }

  @Test
  void aMissingBarKeepsOrdersWaiting() {
    BarSeries x =
        BarSeries.copyOf(
            X,
            Timeframe.DAY_1,
            List.of(
                new Bar(0, Bars.DAY, 100, 100, 100, 100, 10),
                new Bar(2 * Bars.DAY, 3 * Bars.DAY, 103, 103, 103, 103, 10)));
    BarSeries y = Bars.series("Y", flat(1, 1), flat(1, 1), flat(1, 1));
    Run run =
        Run.script()
            .universe(Universe.of(Instrument.equity("X"), Instrument.equity("Y")))
            .then(
                context -> {
                  order(Side.BUY, "1", MARKET, TimeInForce.GTC).accept(context);
                  order(Side.BUY, "2", MARKET, TimeInForce.DAY).accept(context);
                })
            .on(Panel.align(List.of(x, y)));

    assertThat(run.executed()).containsExactly("BUY 1 @ 103");
    assertThat(run.statuses()).containsExactly("FILLED", "EXPIRED");
  }

  @Test
  void stopsPayTheCostsOfTakingLiquidityWithinTheRange() {
    Run run =
        Run.script()
            .market(market -> market.costs(new TradingCosts(0, 200, 100)))
            .then(order(Side.BUY, "1", new OrderTerms.Stop(d("101")), TimeInForce.GTC))
            .on(flat(100, 10), bar(100, 102, 99, 100, 10));

    // 2 % worse is 103.02, 1.02 of which the bar's range leaves to the fee.
    assertThat(run.executed()).containsExactly("BUY 1 @ 102");
    assertThat(run.fills.get(0).fee()).isEqualTo(d("1.02"));
  }

  @Test
  void badOrdersAreRejectedWithCodeAndReason() {
    Universe universe =
        Universe.builder().add(Instrument.equity("X")).add(Instrument.equity("OLD"), 0, 10).build();
    SimulatedMarket market =
        SimulatedMarket.builder(universe, TradingCalendar.alwaysOpen()).build();
    List<OrderEvent> events = new ArrayList<>();
    market.listen(events::add);
    market.advanceTo(100);

    assertThat(answer(market, "a", "Z", d("1"), MARKET, OrderInstructions.NONE))
        .contains("UNKNOWN_SYMBOL");
    assertThat(answer(market, "b", "OLD", d("1"), MARKET, OrderInstructions.NONE))
        .contains("NOT_TRADEABLE");
    assertThat(answer(market, "c", "X", d("1.5"), MARKET, OrderInstructions.NONE))
        .contains("LOT_SIZE");
    assertThat(answer(market, "c", "X", d("1"), MARKET, OrderInstructions.NONE))
        .contains("DUPLICATE_ID");
    assertThat(
            answer(
                market,
                "d",
                "X",
                d("1"),
                limit("100"),
                OrderInstructions.bracket(d("90"), new OrderTerms.Stop(d("110")))))
        .contains("NOT_SUPPORTED")
        .contains("take-profit");
    assertThat(
            answer(
                market,
                "e",
                "X",
                d("1"),
                new OrderTerms.StopLimit(d("100"), d("99")),
                OrderInstructions.NONE))
        .contains("limit");
    assertThat(answer(market, "f", "X", d("1"), limit("1"), OrderInstructions.NONE.until(50)))
        .contains("GTD");
    assertThat(events).isEmpty();
    assertThatThrownBy(() -> answer(market, "g", "X", d("0"), MARKET, OrderInstructions.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantity");
  }

  private static String answer(
      SimulatedMarket market,
      String id,
      String symbol,
      Decimal quantity,
      OrderTerms terms,
      OrderInstructions instructions) {
    return market
        .submit(
            new OrderRequest(
                ClientOrderId.of(id),
                io.quantkit.core.market.Symbol.of(symbol),
                Side.BUY,
                quantity,
                terms,
                TimeInForce.GTC,
                instructions))
        .toString();
  }

  @Test
  void idsOfExitsAreUsedOnceToo() {
    Run run = Run.script().wait(1).on(flat(100, 10), flat(100, 10));
    SimulatedMarket market = run.market;
    market.submit(
        OrderRequest.market(ClientOrderId.of("a.tp"), X, Side.BUY, d("1"), TimeInForce.GTC));

    String answer =
        answer(
            market,
            "a",
            "X",
            d("1"),
            MARKET,
            OrderInstructions.bracket(d("110"), new OrderTerms.Stop(d("90"))));

    assertThat(answer).contains("DUPLICATE_ID");
  }

  @Test
  void dayOrdersWorkOutsideOfWhatTheCalendarKnows() {
    long start = EpochNanos.of(Instant.parse("1960-01-04T14:00:00Z"));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      bars.add(hourly(start + i * 24 * HOUR, 100 + i));
    }
    Run run =
        Run.script()
            .calendar(TradingCalendar.xnys())
            .then(order(Side.BUY, "1", limit("90"), TimeInForce.DAY));

    assertThatThrownBy(
            () -> run.on(Panel.align(List.of(BarSeries.copyOf(X, Timeframe.DAY_1, bars)))))
        .hasMessageContaining("XNYS");
  }
}
