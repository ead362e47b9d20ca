package io.quantkit.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.broker.AccountActivity;
import io.quantkit.core.event.EngineEvent;
import io.quantkit.core.event.EventListener;
import io.quantkit.core.ledger.Ledger;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.CorporateAction;
import io.quantkit.core.market.Instrument;
import io.quantkit.core.market.ShareRatio;
import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.market.Universe;
import io.quantkit.core.math.Decimal;
import io.quantkit.core.order.Order;
import io.quantkit.core.order.OrderEvent;
import io.quantkit.core.order.OrderInstructions;
import io.quantkit.core.order.OrderRequest;
import io.quantkit.core.order.OrderStatus;
import io.quantkit.core.order.OrderTerms;
import io.quantkit.core.order.Side;
import io.quantkit.core.order.TimeInForce;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.BarSlice;
import io.quantkit.core.series.Panel;
import io.quantkit.core.strategy.Strategy;
import io.quantkit.core.strategy.StrategyContext;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineLifeTest {
  private static final Symbol X = Symbol.of("X");
  private static final Symbol Y = Symbol.of("Y");
  private static final Universe UNIVERSE =
      Universe.of(Instrument.equity("X"), Instrument.equity("Y"));
  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final Decimal CASH = Decimal.of(10_000);

  private final ScriptedBroker broker = new ScriptedBroker();
  private final List<String> log = new ArrayList<>();

  private static Panel hourly(double... closes) {
    BarSeries.Builder x = BarSeries.builder(X, Timeframe.HOUR_1);
    BarSeries.Builder y = BarSeries.builder(Y, Timeframe.HOUR_1);
    for (int t = 0; t < closes.length; t++) {
      x.add(Bar.ofClose(t * HOUR, (t + 1) * HOUR, closes[t]));
      y.add(Bar.ofClose(t * HOUR, (t + 1) * HOUR, 2 * closes[t]));
    }
    return Panel.align(List.of(x.build(), y.build()));
  }

  private TradingEngine.Builder engine(Feed feed) {
    return TradingEngine.builder(UNIVERSE, feed, broker).venue(broker).cash(CASH);
  }

  @Test
  void strategiesWithCashOfTheirOwnHaveBooksThatAddUpToTheAccount() {
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11, 12, 13)))
            .strategy("a", buying(X, 7), Decimal.of(6_000))
            .strategy("b", buying(Y, 5), Decimal.of(3_000))
            .build();

    engine.run();

    Ledger a = engine.ledger("a");
    Ledger b = engine.ledger("b");
    assertThat(a.position(X).quantity()).isEqualTo(Decimal.of(7));
    assertThat(a.position(Y).flat()).isTrue();
    assertThat(b.cash()).isEqualTo(Decimal.of(3_000 - 5 * 22));
    assertThat(a.equity().plus(b.equity()).plus(Decimal.of(1_000)))
        .isEqualTo(engine.ledger().equity());
    assertThat(engine.ledger().equity()).isEqualTo(Decimal.of(10_000 + 7 * 2 + 5 * 4));
  }

  @Test
  void cashOfStrategiesMustBeForAllAndWithinTheAccount() {
    assertThatThrownBy(
            () ->
                engine(Feed.replay(hourly(1)))
                    .strategy("a", buying(X, 1), CASH)
                    .strategy("b", buying(X, 1), Decimal.ONE)
                    .build())
        .hasMessage("strategies must not have more cash than the account, were 10001 of 10000");
    assertThatThrownBy(
            () ->
                engine(Feed.replay(hourly(1)))
                    .strategy("a", buying(X, 1), CASH)
                    .strategy("b", buying(X, 1))
                    .build())
        .hasMessage("either all strategies have cash of their own or none, were 1 of 2");
  }

  @Test
  void aStrategyThatThrowsIsStoppedAndTheOthersGoOn() {
    broker.filling = false;
    Strategy bad =
        new Strategy() {
          private int bars;

          @Override
          public void onBars(StrategyContext context, BarSlice slice) {
            if (++bars == 1) {
              context.buy(X, Decimal.ONE);
            } else {
              throw new IllegalArgumentException("division by hope");
            }
          }
        };
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11, 12)))
            .strategy("bad", bad)
            .strategy("good", (context, bars) -> log.add("good " + bars.close(0)))
            .build();

    engine.run();

    assertThat(log).containsExactly("good 10.0", "good 11.0", "good 12.0");
    assertThat(engine.failures()).hasSize(1);
    StrategyFailure failure = engine.failures().get(0);
    assertThat(failure.strategy()).isEqualTo("bad");
    assertThat(failure.time()).isEqualTo(2 * HOUR);
    assertThat(failure.openOrders()).hasSize(1);
    assertThat(failure.toString()).contains("division by hope").contains("qk-000001");
    assertThat(engine.orders().get(0).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(engine.ledger().trialBalance().balanced()).isTrue();
  }

  @Test
  void whenTheLastStrategyHasThrownTheRunEnds() {
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11)))
            .strategy(
                "only",
                (context, bars) -> {
                  throw new IllegalStateException("boom");
                })
            .build();

    assertThatThrownBy(engine::run)
        .isInstanceOf(StrategyFailedException.class)
        .hasMessageContaining("strategy only failed at 1970-01-01T01:00:00Z: boom");
    assertThat(engine.market().now()).isEqualTo(HOUR);
  }

  @Test
  void legsStandBesideTheirEntryUntilTheBrokerTellsOfThem() {
    broker.filling = false;
    List<Order> placed = new ArrayList<>();
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11, 12)))
            .strategy(
                "s",
                (context, bars) -> {
                  if (placed.isEmpty()) {
                    placed.add(
                        context.submit(
                            X,
                            Side.BUY,
                            Decimal.of(4),
                            new OrderTerms.Market(),
                            TimeInForce.GTC,
                            OrderInstructions.bracket(
                                    Decimal.of(12), new OrderTerms.Stop(Decimal.of(9)))
                                .because("cross")));
                    log.add("open " + context.openOrders().size());
                  } else if (bars.close(0) == 11) {
                    OrderRequest entry = broker.received.get(0);
                    broker.fill(entry, entry.quantity(), Decimal.of(11), context.market().now());
                    OrderRequest profit = entry.legs().get(0);
                    OrderRequest loss = entry.legs().get(1);
                    broker.tell(new OrderEvent.Accepted(profit.id(), 0, "b-tp"));
                    broker.tell(new OrderEvent.Accepted(loss.id(), 0, "b-sl"));
                    broker.fill(profit, profit.quantity(), Decimal.of(12), context.market().now());
                    broker.tell(new OrderEvent.Canceled(loss.id(), 0, "take-profit filled"));
                  }
                })
            .build();

    engine.run();

    assertThat(log).containsExactly("open 3");
    assertThat(engine.orders())
        .extracting(order -> order.id() + " " + order.request().side() + " " + order.status())
        .containsExactly(
            "qk-000001 BUY FILLED", "qk-000001.tp SELL FILLED", "qk-000001.sl SELL CANCELED");
    assertThat(engine.orders().get(1).request().instructions().reason()).isEqualTo("cross");
    assertThat(engine.ledger().position(X).flat()).isTrue();
    assertThat(engine.ledger().realisedPnl()).isEqualTo(Decimal.of(4));
  }

  @Test
  void aReplacementTakesThePlaceOfAnOrder() {
    broker.filling = false;
    List<Order> placed = new ArrayList<>();
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11, 12)))
            .strategy(
                "s",
                (context, bars) -> {
                  OrderTerms limit = new OrderTerms.Limit(Decimal.of(bars.close(0) - 1));
                  if (placed.isEmpty()) {
                    placed.add(context.submit(X, Side.BUY, Decimal.of(4), limit, TimeInForce.DAY));
                  } else {
                    Order last = placed.get(placed.size() - 1);
                    placed.add(context.replace(last.id(), Decimal.of(5), limit));
                  }
                  log.add("pending " + context.portfolio().pendingBuys(X));
                })
            .build();

    engine.run();

    assertThat(log).containsExactly("pending 4", "pending 5", "pending 5");
    assertThat(engine.orders())
        .extracting(order -> order.request().terms() + " " + order.status())
        .containsExactly(
            "Limit[limitPrice=9] CANCELED",
            "Limit[limitPrice=10] CANCELED",
            "Limit[limitPrice=11] ACCEPTED");
    assertThat(engine.orders().get(0).reason()).contains("replaced by qk-000002");
  }

  @Test
  void whatIsDoneIsNotReplaced() {
    List<Order> placed = new ArrayList<>();
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11)))
            .strategy(
                "s",
                (context, bars) -> {
                  if (placed.isEmpty()) {
                    placed.add(context.buy(X, Decimal.ONE));
                  } else {
                    placed.add(
                        context.replace(placed.get(0).id(), Decimal.ONE, new OrderTerms.Market()));
                  }
                })
            .build();

    engine.run();

    assertThat(placed.get(1).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(placed.get(1).reason().orElseThrow())
        .isEqualTo("NOT_OPEN: order qk-000001 is FILLED and cannot be replaced");
    assertThat(engine.orders().get(0).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void chargesForASymbolAreSharedByThoseWhoHoldIt() {
    TradingEngine.Builder builder =
        engine(Feed.replay(hourly(10, 10, 10)))
            .strategy("a", buying(X, 3), Decimal.of(4_000))
            .strategy("b", buying(X, 6), Decimal.of(4_000));
    builder.instantListener(
        (time, barsSeen) -> {
          if (time == 3 * HOUR) {
            broker.tell(
                new AccountActivity(
                    AccountActivity.Kind.BORROW_FEE,
                    "f1",
                    time,
                    Decimal.parse("-1.00"),
                    Optional.of(X),
                    "borrow"));
            broker.tell(
                new AccountActivity(
                    AccountActivity.Kind.CASH_INTEREST,
                    "i1",
                    time,
                    Decimal.parse("0.50"),
                    Optional.empty(),
                    "cash"));
          }
        });
    TradingEngine engine = builder.build();

    engine.run();

    assertThat(engine.ledger().fees()).isEqualTo(Decimal.ONE);
    assertThat(engine.ledger().interest()).isEqualTo(Decimal.parse("0.5"));
    assertThat(engine.ledger("a").fees()).isEqualTo(Decimal.parse("0.333333333"));
    assertThat(engine.ledger("b").fees()).isEqualTo(Decimal.parse("0.666666667"));
    assertThat(engine.ledger("a").interest()).isEqualTo(Decimal.ZERO);
  }

  @Test
  void actionsChangeWhatIsHeldBeforeStrategiesLearnOfThem() {
    CorporateAction split =
        new CorporateAction.Split("s", X, 3 * HOUR - 1, 0, new ShareRatio(2, 1));
    TradingEngine engine =
        engine(Feed.merge(new OneAction(split), Feed.replay(hourly(10, 12, 6))))
            .strategy(
                "s",
                new Strategy() {
                  @Override
                  public void onBars(StrategyContext context, BarSlice bars) {
                    if (bars.close(0) == 10) {
                      context.buy(X, Decimal.of(5));
                    }
                    log.add("held " + context.portfolio().position(X));
                  }

                  @Override
                  public void onAction(StrategyContext context, CorporateAction action) {
                    log.add(
                        "split "
                            + context.portfolio().position(X)
                            + " "
                            + context.account().equity());
                  }
                })
            .build();

    engine.run();

    assertThat(log).containsExactly("held 0", "held 5", "split 10 10000", "held 10");
    assertThat(engine.ledger().equity()).isEqualTo(CASH);
  }

  @Test
  void sessionsOpenBeforeAndCloseAfterWhatHappensAtTheSameMoment() {
    TradingCalendar calendar = TradingCalendar.xnys();
    long open = Instant.parse("2024-07-03T13:30:00Z").toEpochMilli() * 1_000_000;
    BarSeries.Builder x = BarSeries.builder(X, Timeframe.DAY_1);
    long early = Instant.parse("2024-07-03T17:00:00Z").toEpochMilli() * 1_000_000;
    long late = Instant.parse("2024-07-05T20:00:00Z").toEpochMilli() * 1_000_000;
    x.add(Bar.ofClose(open - HOUR, early, 10));
    x.add(Bar.ofClose(late - 7 * HOUR, late, 11));
    TradingEngine engine =
        engine(Feed.replay(Panel.align(List.of(x.build()))))
            .calendar(calendar)
            .strategy(
                "s",
                new Strategy() {
                  @Override
                  public void onBars(StrategyContext context, BarSlice bars) {
                    log.add("bars " + bars.close(0));
                    context.schedule("t", context.market().now());
                  }

                  @Override
                  public void onTimer(StrategyContext context, String timer) {
                    log.add("timer");
                  }

                  @Override
                  public void onSessionOpen(
                      StrategyContext context, TradingCalendar of, Session session) {
                    log.add("open " + session.date());
                  }

                  @Override
                  public void onSessionClose(
                      StrategyContext context, TradingCalendar of, Session session) {
                    log.add("close " + session.date());
                  }
                })
            .build();

    engine.run();

    assertThat(log)
        .containsExactly(
            "open 2024-07-03",
            "bars 10.0",
            "close 2024-07-03",
            "timer",
            "open 2024-07-05",
            "bars 11.0",
            "close 2024-07-05",
            "timer");
  }

  @Test
  void barsOfSeveralLengthsComeShortBeforeLong() {
    BarSeries.Builder two = BarSeries.builder(X, new Timeframe(2, Timeframe.Unit.HOUR));
    two.add(Bar.ofClose(0, 2 * HOUR, 11));
    TradingEngine engine =
        engine(
                Feed.merge(
                    Feed.replay(hourly(10, 11, 12)),
                    Feed.replay(Panel.align(List.of(two.build())))))
            .strategy(
                "s",
                (context, bars) ->
                    log.add(bars.timeframe().orElseThrow() + "@" + bars.knownAt() / HOUR))
            .build();

    engine.run();

    assertThat(log).containsExactly("1h@1", "1h@2", "2h@2", "1h@3");
  }

  @Test
  void eventsThatNobodyWantsAreNotMadeAndTheRestAreNumbered() {
    List<String> told = new ArrayList<>();
    TradingEngine engine =
        engine(Feed.replay(hourly(10, 11)))
            .strategy(
                "s",
                (context, bars) -> {
                  context.note("SIGNAL", "close " + bars.close(0));
                  context.buy(X, Decimal.ONE);
                })
            .listener(
                new EventListener() {
                  @Override
                  public void onEvent(long sequence, EngineEvent event) {
                    told.add(sequence + " " + event.getClass().getSimpleName());
                  }

                  @Override
                  public boolean wants(Class<? extends EngineEvent> type) {
                    return type == EngineEvent.Noted.class || type == EngineEvent.Filled.class;
                  }
                })
            .build();

    engine.run();

    assertThat(told).containsExactly("0 Noted", "1 Filled", "2 Noted");
  }

  @Test
  void notionalOrdersBuyWholeLotsOfTheAmount() {
    TradingEngine engine =
        engine(Feed.replay(hourly(7, 7)))
            .strategy(
                "s",
                (context, bars) -> {
                  if (context.portfolio().position(X).isZero()) {
                    context.submitNotional(X, Side.BUY, Decimal.of(100), OrderInstructions.NONE);
                  }
                })
            .build();

    engine.run();

    assertThat(broker.received.get(0).quantity()).isEqualTo(Decimal.of(14));
    assertThat(broker.received.get(0).timeInForce()).isEqualTo(TimeInForce.DAY);
  }

  private static Strategy buying(Symbol symbol, long units) {
    return (context, bars) -> {
      if (context.portfolio().position(symbol).isZero()
          && context.portfolio().pending(symbol).isZero()) {
        context.buy(symbol, Decimal.of(units));
      }
    };
  }

  /** Delivers one action at its ex time. */
  private static final class OneAction implements Feed {
    private final CorporateAction action;
    private boolean delivered;

    OneAction(CorporateAction action) {
      this.action = action;
    }

    @Override
    public Symbols symbols() {
      return Symbols.of(action.symbol());
    }

    @Override
    public long startTime() {
      return 0;
    }

    @Override
    public long nextTime() {
      return delivered ? Long.MAX_VALUE : action.eventTime();
    }

    @Override
    public void next(MarketReceiver receiver) {
      delivered = true;
      receiver.onAction(action);
    }
  }
}
